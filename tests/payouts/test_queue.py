"""The pages of finance: the list by month, one claim, its bill; and what the desk says."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.core import clock
from naast.expenses.models import Claim
from naast.expenses.states import ClaimState
from naast.organisations.models import Function, Membership
from naast.payouts.attention import items
from naast.payouts.queries import looking as queries
from naast.payouts.queries.looking import Filter
from naast.payouts.services import looking
from naast.people.models import PersonWord
from tests.conftest import Cast
from tests.costing import A_DAY, bill, claimed, finance, flat, ride
from tests.factories import ProgrammeFactory, actor_of, member
from tests.paying import agreed, another

LARGE = 15_000


def browser(who: Membership) -> Client:
    client = Client()
    client.force_login(who.user)
    return client


def shown(cast: Cast, who: Membership, query: str = "") -> list[Claim]:
    page = browser(who).get(cast.url(f"costs/{query}"))
    assert page.status_code == 200
    return [line.claim for line in page.context["lines"]]


def test_finance_lands_on_what_waits(cast: Cast) -> None:
    for functions in ([Function.FINANCE], [Function.FINANCE, Function.BOARD]):
        who = member(cast.here, *functions, name="Fien Landt")
        assert browser(who).get("/")["Location"] == cast.url("costs/")


def test_what_waits_stands_oldest_first_and_what_is_over_under_its_own_choice(cast: Cast) -> None:
    fay = finance(cast)
    later, first = claimed(cast, ride()), claimed(cast, bill(day=A_DAY - timedelta(days=9)))
    over = claimed(cast, bill(500))
    looking.decline(actor=actor_of(fay), claim_id=over.pk, reason="Dubbel.")
    assert shown(cast, fay) == [first, later]
    assert shown(cast, fay, "?show=not_paid") == [over]
    assert shown(cast, fay, "?show=nonsense&month=x&programme=y&kind=z") == [first, later]


def test_the_list_is_narrowed_by_month_person_kind_and_programme(cast: Cast) -> None:
    fay, noor = finance(cast), another(cast)
    programme = ProgrammeFactory(organisation=cast.here)
    PersonWord.objects.create(organisation=cast.here, person=noor, word="noor")
    ours = claimed(cast, ride(programme_id=programme.pk))
    hers = agreed(cast, person=noor, state=ClaimState.SENT, day=date(2026, 1, 31))
    with time_machine.travel(date(2026, 4, 1), tick=False):
        assert shown(cast, fay, "?month=2026-02") == [ours]
        assert shown(cast, fay, "?month=2026-01") == [hers]
    assert shown(cast, fay, "?name=noor") == [hers]
    assert shown(cast, fay, "?name=---") == []
    assert shown(cast, fay, "?kind=real_cost") == [hers]
    assert shown(cast, fay, f"?programme={programme.pk}") == [ours]


def test_a_month_holds_its_first_and_last_day(cast: Cast) -> None:
    fay = actor_of(finance(cast))
    days = [date(2024, 1, 31), date(2024, 2, 1), date(2024, 2, 29), date(2024, 3, 1)]
    for day in days:
        agreed(cast, day=day, state=ClaimState.SENT)
    found = queries.listed(fay, Filter(month=date(2024, 2, 1)))
    assert [claim.day for claim in found.order_by("day")] == days[1:3]


def test_months_run_back_from_this_one() -> None:
    months = queries.months_until(date(2026, 3, 31))
    assert months[:3] == [date(2026, 3, 1), date(2026, 2, 1), date(2026, 1, 1)]
    assert (len(months), months[-1]) == (24, date(2024, 4, 1))


def test_a_box_stands_only_beside_what_needs_no_closer_look(cast: Cast) -> None:
    fay = finance(cast)
    plain, _same, same = claimed(cast, ride()), claimed(cast, bill()), claimed(cast, bill())
    page = browser(fay).get(cast.url("costs/"))
    ticks = {line.claim.pk: line.may_tick for line in page.context["lines"]}
    assert (ticks[plain.pk], ticks[same.pk]) == (True, False)


def test_many_at_once_keep_the_choice_of_the_list(cast: Cast) -> None:
    fay, claims = finance(cast), [claimed(cast, bill(100 + number)) for number in range(2)]
    url = cast.url("costs/agree/?kind=real_cost")
    sent = browser(fay).post(url, {"claims": [str(claim.pk) for claim in claims]})
    assert (sent.status_code, sent["Location"]) == (303, cast.url("costs/?kind=real_cost"))
    assert Claim.objects.filter(state=ClaimState.APPROVED).count() == 2


@pytest.mark.parametrize("ticked", [[], ["nonsense"]])
def test_nothing_ticked_shows_the_list_again(cast: Cast, ticked: list[str]) -> None:
    claim = claimed(cast)
    page = browser(finance(cast)).post(cast.url("costs/agree/"), {"claims": ticked})
    assert page.status_code == 422
    assert [line.claim for line in page.context["lines"]] == [claim]


def test_the_list_costs_the_same_with_more_rows(cast: Cast) -> None:
    fay = finance(cast)

    def cost(path: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(cast.url(path)).status_code == 200
        return len(seen)

    client = browser(fay)
    claim, _another = claimed(cast, bill(LARGE)), claimed(cast, bill(299))
    claim_url = f"costs/claims/{claim.pk}/"
    cost("costs/")
    before = cost("costs/"), cost(claim_url)
    for number in range(3):
        claimed(cast, bill(300 + number, programme_id=ProgrammeFactory(organisation=cast.here).pk))
        agreed(cast, person=another(cast, f"Noor {number}"), state=ClaimState.SENT)
    assert (cost("costs/"), cost(claim_url)) == before
    assert max(before) <= 12


def test_one_claim_from_the_list_to_agreed(cast: Cast) -> None:
    claim, fay = claimed(cast, bill(LARGE)), finance(cast)
    one = cast.url(f"costs/claims/{claim.pk}/")
    client = browser(fay)
    page = client.get(one)
    assert page.status_code == 200
    assert page.context["shown"].lacks_colleague
    for step, field in (("ask/", "question"), ("answer/", "answer")):
        assert client.get(one + step).status_code == 200
        assert client.post(one + step, {}).status_code == 422
        assert client.post(one + step, {field: "Welke winkel?"}).status_code == 303
    assert client.get(f"{one}answer/").status_code == 404
    assert client.post(f"{one}agree/").status_code == 303
    refused = client.post(f"{one}agree/")
    assert (refused.status_code, bool(refused.context["refusal"])) == (422, True)
    flo = browser(finance(cast, "Flo Tweede"))
    assert flo.post(f"{one}agree/").status_code == 303
    assert Claim.objects.get().state == ClaimState.APPROVED
    assert flo.get(f"{one}decline/").status_code == 200
    assert flo.post(f"{one}decline/", {"reason": "Toch dubbel."}).status_code == 303
    assert flo.get(one).status_code == 200


def test_what_the_law_refuses_now_has_no_button_to_agree_and_amounts_of_its_own_day(
    cast: Cast,
) -> None:
    fixed = claimed(cast, flat(4000))
    client, one = browser(finance(cast)), cast.url(f"costs/claims/{fixed.pk}/")
    agree = f'action="{one}agree/"'
    assert agree in client.get(one).content.decode()
    labels = [str(line.label) for line in client.get(one).context["shown"].law.room.left]
    with time_machine.travel("2026-02-10T10:00:00+01:00", tick=False):
        of_today = [str(line.label) for line in client.get(one).context["shown"].law.room.left]
    assert len(labels) == len(of_today) == 3
    assert not set(labels) & set(of_today)
    declared_year = fixed.cost_year.declarations.get()
    declared_year.has_others, declared_year.other_flat = True, 176000
    declared_year.save()
    page = client.get(one).content.decode()
    assert agree not in page
    assert "1.760,83" in page
    assert client.post(f"{one}agree/").status_code == 422


def test_a_correction_from_its_page_to_gone(cast: Cast) -> None:
    claim, fay = claimed(cast, bill(LARGE)), finance(cast)
    Claim.objects.filter(pk=claim.pk).update(state=ClaimState.PAID, paid_on=A_DAY)
    one, client = cast.url(f"costs/claims/{claim.pk}/"), browser(fay)
    assert client.get(one).status_code == 200
    assert client.get(f"{one}reverse/").status_code == 200
    assert client.post(f"{one}drop/").status_code == 404
    sent = client.post(f"{one}reverse/", {"reason": "Fout."})
    made = Claim.objects.get(reverses=claim)
    assert sent["Location"] == cast.url(f"costs/claims/{made.pk}/")
    assert client.get(one).status_code == 200
    assert client.get(sent["Location"]).status_code == 200
    assert client.get(cast.url("costs/?show=second")).status_code == 200
    assert client.post(f"{sent['Location']}drop/").status_code == 303
    assert not Claim.objects.filter(reverses=claim).exists()


@pytest.mark.covers("S2-38")
def test_the_bill_is_shown_to_finance_alone_and_each_look_is_written_down(cast: Cast) -> None:
    claim, fay = claimed(cast, bill()), finance(cast)
    url = cast.url(f"costs/claims/{claim.pk}/proof.jpg")
    seen = browser(fay).get(url)
    assert (seen.content, seen["Content-Type"]) == (b"a photo", "image/jpeg")
    assert "no-store" in seen["Cache-Control"]
    assert Event.objects.filter(kind="proof.read", target_id=claim.proof.pk, is_view=True).exists()
    for name in ("amal", "nele", "piet", "bea", "chris"):
        assert cast.client(name).get(url).status_code == 404


def test_a_claim_without_a_bill_has_no_picture(cast: Cast) -> None:
    claim = claimed(cast, ride())
    url = cast.url(f"costs/claims/{claim.pk}/proof.jpg")
    assert browser(finance(cast)).get(url).status_code == 404


def kinds(who: Membership, days: int = 0) -> set[str]:
    return {item.kind for item in items(actor_of(who), now=clock.now() + timedelta(days=days))}


def test_the_desk_says_what_waits_for_long(cast: Cast) -> None:
    claim, fay = claimed(cast), finance(cast)
    assert kinds(fay) == set()
    assert kinds(fay, 15) == {"payouts-waiting"}
    looking.ask_back(actor=actor_of(fay), claim_id=claim.pk, question="Welke dag?")
    assert kinds(fay, 15) == {"payouts-no-answer"}
    looking.answer_for(actor=actor_of(fay), claim_id=claim.pk, answer="Dinsdag.")
    assert kinds(fay, 15) == {"payouts-answered"}
    assert kinds(cast.amal, 15) == set()


def test_the_desk_asks_the_second_look_of_somebody_else(cast: Cast) -> None:
    claim, fay, flo = claimed(cast, bill(LARGE)), finance(cast), finance(cast, "Flo Tweede")
    looking.agree(actor=actor_of(fay), claim_id=claim.pk)
    assert (kinds(fay), kinds(flo)) == (set(), {"payouts-second-look"})
    lines = browser(flo).get(cast.url("costs/")).context["panels"]
    assert len(lines) == 1
