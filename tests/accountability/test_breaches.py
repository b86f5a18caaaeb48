"""Something leaked: a minute to say it, 72 hours to report it, and a register that keeps what was learned."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.accountability import attention
from naast.accountability.models import Breach
from naast.accountability.policies import breaches as policies
from naast.accountability.queries import breaches as queries
from naast.accountability.services import breaches as services
from naast.accountability.services import nightly
from naast.accountability.states import BreachState, Encrypted, NotTold, Risk
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.models import Function
from tests.accounting import (
    LEAKED,
    facts,
    firm,
    kim,
    not_told,
    noticed,
    report,
    taken_up,
    told,
    weighed,
)
from tests.conftest import Cast
from tests.factories import actor_of, member

# A Tuesday, ten past two in the afternoon in Brussels.
TUESDAY = datetime(2026, 3, 10, 13, 10, tzinfo=UTC)


def kinds(cast: Cast, who: str = "amal") -> list[str]:
    return [item.kind for item in attention.items(cast.actor(who), now=clock.now())]


def test_anybody_on_the_staff_says_it_and_coordinators_and_administrators_hear_at_once(
    cast: Cast,
) -> None:
    administrator = kim(cast)
    breach = noticed(cast, "nele")
    assert (breach.state, breach.words, breach.noticed_by) == (
        BreachState.NOTICED,
        LEAKED,
        cast.nele,
    )
    messages = Message.objects.filter(kind="accountability.noticed")
    assert {each.user_id for each in messages} == {cast.amal.user_id, administrator.user_id}
    assert not any("buur" in each.subject + each.body for each in messages)
    assert kinds(cast) == ["breach-noticed"]


@pytest.mark.parametrize("name", ["bea", "piet"])
def test_volunteers_and_participants_tell_their_coordinator_instead(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        services.notice(actor=cast.actor(name), words=LEAKED)


def test_the_clock_ends_72_hours_after_we_knew_and_shows_as_a_moment(cast: Cast) -> None:
    with time_machine.travel(TUESDAY, tick=False):
        breach = taken_up(cast)
        page = cast.client("amal").get(cast.url(f"privacy/shown/breaches/{breach.pk}/"))
        shown = page.context["shown"].clock
        assert (shown.before, shown.is_running) == (TUESDAY + timedelta(hours=72), True)
        assert "13 maart, 14:10" in page.content.decode()
        assert shown.rule.source
    with time_machine.travel(TUESDAY + timedelta(hours=72), tick=False):
        assert queries.clock_of(breach, [], "BE", now=clock.now()).is_over


def test_without_a_rule_for_the_country_nothing_is_guessed(cast: Cast) -> None:
    breach = taken_up(cast)
    assert queries.clock_of(breach, [], "XX", now=clock.now()).before is None


def test_the_clock_runs_until_the_authority_knows_or_a_risk_is_unlikely(cast: Cast) -> None:
    breach, actor = weighed(cast, Risk.RISK), cast.actor("amal")
    assert kinds(cast) == ["breach-clock"]
    services.weigh(
        actor=actor, breach_id=breach.pk, risk=Risk.UNLIKELY, words="Al terug, ongeopend."
    )
    assert kinds(cast) == []
    services.weigh(actor=actor, breach_id=breach.pk, risk=Risk.HIGH, words="Toch gelezen.")
    assert kinds(cast) == ["breach-clock", "breach-people"]
    services.report(actor=actor, breach_id=breach.pk, told=report())
    services.answer_people(actor=actor, breach_id=breach.pk, told=told())
    assert kinds(cast) == []


def test_a_first_report_after_its_time_says_why_and_later_ones_need_not(cast: Cast) -> None:
    long_ago = clock.now() - timedelta(hours=80)
    breach, actor = weighed(cast, Risk.RISK, aware_at=long_ago), cast.actor("amal")
    with pytest.raises(Incomplete) as missing:
        services.report(actor=actor, breach_id=breach.pk, told=report())
    assert set(missing.value.fields) == {"late_words"}
    services.report(actor=actor, breach_id=breach.pk, told=report(late_words="Pas vandaag gezien."))
    services.report(actor=actor, breach_id=breach.pk, told=report(words="Het waren er twintig."))
    page = queries.breach_page(actor, breach)
    assert page.clock.is_late
    assert [each.words for each in page.reports] == [
        "Het formulier van de website.",
        "Het waren er twintig.",
    ]


@pytest.mark.parametrize("hours", [71, 72])
def test_a_report_within_its_time_is_not_late(cast: Cast, hours: int) -> None:
    with time_machine.travel(TUESDAY, tick=False) as traveller:
        breach = taken_up(cast)
        traveller.shift(timedelta(hours=hours))
        services.report(actor=cast.actor("amal"), breach_id=breach.pk, told=report())
        assert not queries.breach_page(cast.actor("amal"), breach).clock.is_late


@pytest.mark.parametrize(
    ("risk", "encrypted", "why", "is_fine"),
    [
        (Risk.HIGH, Encrypted.YES, NotTold.ENCRYPTED, True),
        (Risk.HIGH, Encrypted.PARTLY, NotTold.ENCRYPTED, False),
        (Risk.HIGH, Encrypted.UNKNOWN, NotTold.ENCRYPTED, False),
        (Risk.HIGH, Encrypted.NO, NotTold.NOT_HIGH, False),
        (Risk.RISK, Encrypted.NO, NotTold.NOT_HIGH, True),
        (Risk.RISK, Encrypted.NO, NotTold.OTHER, False),
    ],
)
def test_not_telling_the_people_needs_a_reason_that_fits_the_facts(
    cast: Cast, risk: str, encrypted: str, why: str, is_fine: bool
) -> None:
    breach, actor = weighed(cast, risk, encrypted=encrypted), cast.actor("amal")
    if is_fine:
        made = services.answer_people(actor=actor, breach_id=breach.pk, told=not_told(why))
        assert (made.not_told, made.is_answered) == (why, True)
        return
    with pytest.raises(Incomplete):
        services.answer_people(actor=actor, breach_id=breach.pk, told=not_told(why))


def test_it_closes_only_when_everything_is_done_and_stays_in_the_register(cast: Cast) -> None:
    actor, breach = cast.actor("amal"), taken_up(cast)
    with pytest.raises(Incomplete) as missing:
        services.close(actor=actor, breach_id=breach.pk, lessons="")
    assert set(missing.value.fields) == {"story", "risk", "told", "lessons"}
    services.write_facts(actor=actor, breach_id=breach.pk, facts=facts())
    services.weigh(actor=actor, breach_id=breach.pk, risk=Risk.RISK, words="Adressen.")
    services.answer_people(actor=actor, breach_id=breach.pk, told=not_told())
    with pytest.raises(Incomplete) as missing:
        services.close(actor=actor, breach_id=breach.pk, lessons="Omslagen dubbel nakijken.")
    assert set(missing.value.fields) == {"report"}
    services.report(actor=actor, breach_id=breach.pk, told=report())

    services.close(actor=actor, breach_id=breach.pk, lessons="Omslagen dubbel nakijken.")

    assert [each.lessons for each in queries.listed(actor, is_open=False)] == [
        "Omslagen dubbel nakijken."
    ]
    with pytest.raises(StateConflict):
        services.weigh(actor=actor, breach_id=breach.pk, risk=Risk.HIGH, words="Toch.")


def test_what_nobody_had_to_report_stands_in_the_register_too(cast: Cast) -> None:
    actor = cast.actor("amal")
    unlikely = weighed(cast, Risk.UNLIKELY)
    services.answer_people(actor=actor, breach_id=unlikely.pk, told=not_told())
    services.close(actor=actor, breach_id=unlikely.pk, lessons="Niets aan de hand.")
    nothing = noticed(cast)
    services.nothing_leaked(actor=actor, breach_id=nothing.pk, words="De brief was leeg.")
    states = set(queries.listed(actor, is_open=False).values_list("state", flat=True))
    assert states == {BreachState.CLOSED, BreachState.NO_BREACH}


def test_what_the_authority_knows_of_is_not_called_nothing(cast: Cast) -> None:
    breach, actor = weighed(cast), cast.actor("amal")
    services.report(actor=actor, breach_id=breach.pk, told=report())
    with pytest.raises(StateConflict):
        services.nothing_leaked(actor=actor, breach_id=breach.pk, words="Toch niet.")


def test_the_letter_is_ready_in_three_languages_and_keeps_what_the_house_makes_of_it(
    cast: Cast,
) -> None:
    breach, actor = weighed(cast, Risk.HIGH), cast.actor("amal")
    cast.here.phone = "000 00 00 00"
    cast.here.save(update_fields=["phone"])
    for language in ("nl", "fr", "en"):
        words = queries.letter_of(actor, breach, language)
        assert cast.here.name in words.body
        assert "000 00 00 00" in words.body
        assert "{" not in words.body
    services.keep_letter(
        actor=actor, breach_id=breach.pk, language="nl", subject="Sorry", body="Beste buur"
    )
    breach.refresh_from_db()
    assert queries.letter_of(actor, breach, "nl") == ("Sorry", "Beste buur")
    assert queries.letter_of(actor, breach, "fr").subject != "Sorry"


@pytest.mark.parametrize("name", ["bea", "piet", "nele", "chris"])
def test_the_register_is_not_for_others(cast: Cast, name: str) -> None:
    breach = noticed(cast)
    assert not policies.visible_to(cast.actor(name)).exists()
    assert not policies.can_handle(cast.actor(name), breach)


def test_the_board_reads_and_an_administrator_handles(cast: Cast) -> None:
    breach = noticed(cast)
    board = actor_of(member(cast.here, Function.BOARD, name="Wim Raad"))
    assert policies.visible_to(board).get() == breach
    assert not policies.can_handle(board, breach)
    assert policies.can_handle(actor_of(kim(cast)), breach)
    with pytest.raises(NotAllowed):
        services.take_up(actor=board, breach_id=breach.pk)


def test_a_breach_elsewhere_is_not_found(cast: Cast) -> None:
    breach = noticed(cast)
    with pytest.raises(Breach.DoesNotExist):
        services.take_up(actor=cast.actor("chris"), breach_id=breach.pk)


def test_the_night_before_the_clock_runs_out_reminds_each_once(cast: Cast) -> None:
    with time_machine.travel(TUESDAY, tick=False) as traveller:
        taken_up(cast)
        assert nightly.run(clock.now())["reminded of a breach"] == 0
        traveller.shift(timedelta(hours=43))
        assert nightly.run(clock.now())["reminded of a breach"] == 1
        assert nightly.run(clock.now())["reminded of a breach"] == 0


def test_what_nobody_looked_at_is_reminded_of_before_its_clock_runs_out(cast: Cast) -> None:
    with time_machine.travel(TUESDAY, tick=False) as traveller:
        breach = services.notice(actor=cast.actor("nele"), words=LEAKED)
        traveller.shift(timedelta(hours=41))
        assert nightly.run(clock.now())["reminded of a breach"] == 0
        traveller.shift(timedelta(hours=2))
        assert nightly.run(clock.now())["reminded of a breach"] == 1
        services.take_up(actor=cast.actor("amal"), breach_id=breach.pk)
        assert nightly.run(clock.now())["reminded of a breach"] == 0


def test_two_taps_are_one_report_to_the_authority(cast: Cast) -> None:
    breach, actor = taken_up(cast), cast.actor("amal")
    told = report()
    first = services.report(actor=actor, breach_id=breach.pk, told=told)
    assert services.report(actor=actor, breach_id=breach.pk, told=told) == first
    assert breach.reports.count() == 1


def test_from_the_word_to_the_close_by_the_pages(cast: Cast) -> None:
    amal, nele = cast.client("amal"), cast.client("nele")
    assert nele.post(cast.url("privacy/shown/leak/"), {"words": LEAKED}).status_code == 303
    breach = Breach.objects.get()
    here = cast.url(f"privacy/shown/breaches/{breach.pk}/")
    assert amal.post(f"{here}take-up/").status_code == 303
    sent = {
        "aware_at": "2026-01-05T10:00",
        "happened": "seen",
        "story": "Verkeerde omslag.",
        "which": ["contact"],
        "whose": ["participants"],
        "encrypted": "no",
    }
    assert amal.post(f"{here}facts/", sent | {"which": []}).status_code == 422
    assert amal.post(f"{here}facts/", sent).status_code == 303
    risk = {"risk": "unlikely", "risk_words": "Ongeopend terug."}
    assert amal.post(f"{here}risk/", risk).status_code == 303
    assert amal.post(f"{here}close/", {"lessons": "Nakijken."}).status_code == 422
    assert amal.post(f"{here}people/", {"not_told": "not_high"}).status_code == 303
    assert amal.post(f"{here}close/", {"lessons": "Nakijken."}).status_code == 303
    assert amal.get(f"{here}facts/").status_code == 404
    assert amal.get(here).status_code == 200


def test_the_register_costs_the_same_for_one_and_for_three(cast: Cast) -> None:
    amal, costs = cast.client("amal"), []
    for number in (1, 3):
        for there in range(Breach.objects.count(), number):
            noticed(cast, words=f"Brief {there} lag bij de verkeerde buur.")
        with CaptureQueriesContext(
            connection,
        ) as queries_made:
            assert amal.get(cast.url("privacy/shown/breaches/")).status_code == 200
        costs.append(len(queries_made))
    assert costs[0] == costs[1] <= 12


def test_signs_and_items_tell_the_same(cast: Cast) -> None:
    weighed(cast, Risk.HIGH)
    actor, now = cast.actor("amal"), clock.now()
    there = {kind for kind, rows in attention.signs(actor, now=now).items() if rows.exists()}
    assert there == {item.kind for item in attention.items(actor, now=now)}
    assert attention.items(cast.actor("bea"), now=now) == []


def test_two_taps_tell_it_once_and_another_story_is_another_breach(cast: Cast) -> None:
    first, again = noticed(cast), noticed(cast)
    assert first.pk == again.pk
    assert Message.objects.filter(kind="accountability.noticed").count() == 1
    other = services.notice(actor=cast.actor("nele"), words="Een telefoon is weg.")
    assert other.pk != first.pk
    assert noticed(cast, "amal").pk != first.pk


def test_why_people_were_not_told_is_asked_again_once_the_risk_is_high(cast: Cast) -> None:
    breach, actor = weighed(cast, Risk.RISK), cast.actor("amal")
    services.report(actor=actor, breach_id=breach.pk, told=report())
    services.answer_people(actor=actor, breach_id=breach.pk, told=not_told())
    services.weigh(actor=actor, breach_id=breach.pk, risk=Risk.HIGH, words="Toch gelezen.")
    assert kinds(cast) == ["breach-people"]
    with pytest.raises(Incomplete) as missing:
        services.close(actor=actor, breach_id=breach.pk, lessons="Enveloppen nakijken.")
    assert set(missing.value.fields) == {"told"}


def test_why_people_were_not_told_is_asked_again_once_it_was_not_encrypted(cast: Cast) -> None:
    breach = weighed(cast, Risk.HIGH, encrypted=Encrypted.YES)
    actor = cast.actor("amal")
    services.report(actor=actor, breach_id=breach.pk, told=report())
    services.answer_people(actor=actor, breach_id=breach.pk, told=not_told(NotTold.ENCRYPTED))
    services.write_facts(actor=actor, breach_id=breach.pk, facts=facts(encrypted=Encrypted.NO))
    breach.refresh_from_db()
    assert not breach.is_answered
    assert kinds(cast) == ["breach-people"]


def test_nothing_happens_on_a_day_that_is_still_to_come(cast: Cast) -> None:
    breach = taken_up(cast)
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Incomplete) as missing:
        services.write_facts(
            actor=cast.actor("amal"), breach_id=breach.pk, facts=facts(happened_on=tomorrow)
        )
    assert set(missing.value.fields) == {"happened_on"}
    with pytest.raises(Incomplete):
        firm(cast, agreed_on=tomorrow)
