"""The pages of papers: what waits for whom, asking and answering, signing on a phone, lists that hold."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.agreements import attention_papers, refresher
from naast.agreements.models import Asks, Copy, CopyState, DocumentKind, Question, Signature
from naast.agreements.queries.signing import Waiting, answer_by, listed
from naast.agreements.services import questions, signing
from naast.core import clock
from naast.core.attention import Urgency
from naast.core.drafts import keep, kept
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.core.working_days import add_working_days
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from tests.agreeing import CopyFactory, DocumentFactory, VersionFactory
from tests.agreements.papers import (
    LIMITS,
    in_force,
    made,
    newer,
    on_paper,
    one,
    signed,
    takes_part,
)
from tests.conftest import Cast
from tests.factories import PersonFactory


def test_a_volunteer_reads_and_signs_on_their_own_page(cast: Cast) -> None:
    copy, client = one(cast), cast.client("bea")
    address = cast.url(f"mine/papers/{copy.pk}/")
    groups = client.get(cast.url("mine/papers/")).context["groups"]
    assert [row[0] for row in groups["waiting"]] == [copy]
    assert client.get(address).context["may"].sign
    copy.refresh_from_db()
    assert copy.first_read_at is not None

    refused = client.post(f"{address}sign/", {"checksum": copy.checksum})
    assert refused.status_code == 422
    assert not Signature.objects.exists()
    done = client.post(f"{address}sign/", {"checksum": copy.checksum, "understood": "on"})
    assert (done.status_code, done["Location"]) == (303, address)
    groups = client.get(cast.url("mine/papers/")).context["groups"]
    assert [row[0] for row in groups["done"]] == [copy]


@pytest.mark.parametrize("is_asked", [True, False])
def test_where_the_decree_asks_for_a_pen_both_pages_say_so(cast: Cast, *, is_asked: bool) -> None:
    cast.here.is_under_welfare_decree = is_asked
    cast.here.save()
    copy = one(cast, kind=DocumentKind.AGREEMENT)
    for who, path in (("bea", "mine/papers"), ("amal", "prepare/signing/papers")):
        page = cast.client(who).get(cast.url(f"{path}/{copy.pk}/"))
        assert page.context["paper"].asks_paper is is_asked
        assert (b"notice--calm" in page.content) == is_asked
        assert (b"button--quiet" in page.content) >= is_asked


def test_a_paper_of_somebody_else_is_not_there(cast: Cast) -> None:
    copy = one(cast)
    for who in ("amal", "nele", "piet"):
        address = cast.url(f"mine/papers/{copy.pk}/")
        assert cast.client(who).get(address).status_code == 404
        assert cast.client(who).post(f"{address}sign/").status_code == 404


def test_what_changed_stands_clause_by_clause_beside_the_new_text(cast: Cast) -> None:
    version, engagement = in_force(cast.here), takes_part(cast)
    signed(cast, *made(cast, engagement))
    newer(version, "We komen stipt op tijd.")
    (again,) = made(cast, engagement)
    answer = cast.client("bea").get(cast.url(f"mine/papers/{again.pk}/"))
    (change,) = answer.context["paper"].changes
    assert change.change == "worded"
    assert "<ins>" in answer.content.decode()


@pytest.mark.covers("S2-33")
def test_limits_are_kept_as_a_draft_and_stand_in_the_text(cast: Cast) -> None:
    copy = one(cast, kind=DocumentKind.AGREEMENT, text=[LIMITS])
    key = f"limits:{copy.pk}"
    keep(cast.bea.user_id, key, {"words": "Niet til"})
    address = cast.url(f"mine/papers/{copy.pk}/limits/")
    assert cast.client("bea").get(address).context["saved"] == {"words": "Niet til"}
    form = {"words": "Niet tillen", "checksum": copy.checksum}
    other = cast.client("bea").post(address, form | {"checksum": "0" * 64})
    assert (other.status_code, other.context["checksum"]) == (422, "0" * 64)
    assert cast.client("bea").post(address, form).status_code == 303
    assert kept(cast.bea.user_id, key) == {}
    page = cast.client("bea").get(cast.url(f"mine/papers/{copy.pk}/"))
    assert "Niet tillen" in page.content.decode()


def test_a_question_about_a_clause_has_an_answer_beside_it(
    cast: Cast, volunteer: Actor, coordinator: Actor
) -> None:
    copy = one(cast)
    ask = cast.url(f"mine/papers/{copy.pk}/ask/?clause=own-1")
    assert cast.client("bea").post(ask, {"words": " "}).status_code == 422
    assert cast.client("bea").post(ask, {"words": "Hoe laat?"}).status_code == 303
    question = Question.objects.get()
    assert (question.clause, question.words) == ("own-1", "Hoe laat?")
    assert Message.objects.get(kind="paper.question").user_id == cast.amal.user_id

    address = cast.url(f"prepare/signing/questions/{question.pk}/")
    assert cast.client("amal").get(address).context["clause"].code == "own-1"
    assert cast.client("amal").post(address, {"words": ""}).status_code == 422
    assert cast.client("amal").post(address, {"words": "Om tien uur."}).status_code == 303
    again = cast.client("amal").post(address, {"words": "Om elf uur."})
    assert again.status_code == 422
    page = cast.client("bea").get(cast.url(f"mine/papers/{copy.pk}/")).content.decode()
    assert "Om tien uur." in page
    assert Message.objects.filter(kind="paper.answered", user_id=cast.bea.user_id).count() == 1


def test_only_who_it_is_about_asks_and_only_a_coordinator_answers(
    cast: Cast, volunteer: Actor, coordinator: Actor
) -> None:
    copy = one(cast)
    with pytest.raises(NotAllowed):
        questions.ask(actor=coordinator, copy_id=copy.pk, clause="", words="Mag dat?")
    question = questions.ask(actor=volunteer, copy_id=copy.pk, clause="", words="Mag dat?")
    with pytest.raises(NotAllowed):
        questions.answer(actor=volunteer, question_id=question.pk, words="Ja.")
    with pytest.raises(Question.DoesNotExist):
        questions.answer(actor=cast.actor("chris"), question_id=question.pk, words="Ja.")
    Copy.objects.filter(pk=copy.pk).update(state=CopyState.REPLACED)
    with pytest.raises(NotAllowed):
        questions.ask(actor=volunteer, copy_id=copy.pk, clause="", words="Nog iets?")


@pytest.mark.covers("S0-51")
def test_the_refresher_explains_and_then_asks_for_a_yes(cast: Cast) -> None:
    copy = signed(cast, one(cast, kind=DocumentKind.SECRECY, renew_months=12))
    Copy.objects.filter(pk=copy.pk).update(holds_until=clock.today())
    address, client = cast.url(f"mine/papers/{copy.pk}/again/"), cast.client("bea")
    drawn = refresher.drawn(copy.pk, clock.today().year, "nl")
    assert [*client.get(address).context["form"].fields] == [each.code for each in drawn]
    some = {drawn[0].code: "a"}
    assert client.get(address, some).context["answered"] == []
    answers = {each.code: "a" for each in drawn}
    assert len(client.get(address, answers).context["answered"]) == 5
    assert client.post(address).status_code == 303
    assert client.post(address).status_code == 422
    assert not client.get(address).context["is_due"]


def test_staff_make_print_and_write_down_a_paper(cast: Cast) -> None:
    in_force(cast.here)
    engagement, client = takes_part(cast), cast.client("amal")
    of_person = cast.url(f"prepare/signing/{engagement.person_id}/")
    assert client.get(of_person).context["papers"] == []
    assert client.post(f"{of_person}make/{engagement.pk}/").status_code == 303
    copy = Copy.objects.get()
    address = cast.url(f"prepare/signing/papers/{copy.pk}/")
    sheet = client.get(f"{address}print/").content.decode()
    assert copy.checksum[:8] in sheet

    form: dict[str, Any] = {"how": "on_paper", "checksum": copy.checksum, "we_too": "on"}
    assert client.post(f"{address}signed/", form).status_code == 422
    form |= {"signed_on": clock.today().isoformat(), "kept_at": "Blauwe map"}
    assert client.post(f"{address}signed/", form).status_code == 422
    form |= {"printed": copy.checksum[:12]}
    other = client.post(f"{address}signed/", form | {"checksum": "0" * 64})
    assert (other.status_code, other.context["checksum"]) == (422, "0" * 64)
    assert client.post(f"{address}signed/", form).status_code == 303
    copy.refresh_from_db()
    assert copy.state == CopyState.SIGNED
    assert "Blauwe map" in client.get(address).content.decode()
    assert client.post(f"{address}take-back/").status_code == 422


def test_who_has_no_account_gets_a_copy_on_paper_with_what_changed(cast: Cast) -> None:
    version = in_force(cast.here)
    person = PersonFactory(organisation=cast.here, user=None)
    engagement, client = takes_part(cast, person), cast.client("amal")
    (copy,) = made(cast, engagement)
    address = cast.url(f"prepare/signing/papers/{copy.pk}/")
    assert b"notice--calm" not in client.get(address).content
    signing.write_down(
        actor=cast.actor("amal"),
        copy_id=copy.pk,
        checksum=copy.checksum,
        witnessed=on_paper(copy, we_too=True),
    )
    page = client.get(address).content
    assert b"notice--calm" in page
    assert page.count(f"{address}print/".encode()) == 2
    newer(version, "We komen stipt op tijd.")
    (again,) = made(cast, engagement)
    sheet = client.get(cast.url(f"prepare/signing/papers/{again.pk}/print/")).content.decode()
    assert "<ins>" in sheet


def test_staff_sign_for_the_organisation_from_the_page(cast: Cast, volunteer: Actor) -> None:
    copy = one(cast)
    signing.sign_own(actor=volunteer, copy_id=copy.pk, checksum=copy.checksum)
    address, client = cast.url(f"prepare/signing/papers/{copy.pk}/"), cast.client("amal")
    assert client.get(address).context["may"].sign_for_us
    assert client.post(f"{address}sign/", {"checksum": "0" * 64}).status_code == 422
    assert client.post(f"{address}sign/", {"checksum": copy.checksum}).status_code == 303
    assert client.post(f"{address}sign/", {"checksum": copy.checksum}).status_code == 422


def test_staff_write_limits_and_a_renewal_down_together(cast: Cast) -> None:
    copy = one(cast, renew_months=12, text=[LIMITS])
    address, client = cast.url(f"prepare/signing/papers/{copy.pk}/"), cast.client("amal")
    form = {"words": "Niet tillen", "checksum": copy.checksum}
    assert client.post(f"{address}limits/", form).status_code == 303
    copy = signed(cast, Copy.objects.get())
    assert client.post(f"{address}limits/", {"words": "Anders"}).status_code == 422
    again = {"done_on": clock.today().isoformat()}
    assert client.post(f"{address}again/", again).status_code == 422
    Copy.objects.filter(pk=copy.pk).update(holds_until=clock.today())
    assert client.post(f"{address}again/", again).status_code == 303


def test_papers_for_everybody_in_a_programme_are_made_after_a_yes(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    engagement = takes_part(cast)
    in_force(cast.here)
    address = cast.url(f"prepare/signing/everybody/{engagement.programme_id}/")
    assert address in cast.client("amal").get(cast.url("prepare/signing/")).content.decode()
    assert cast.client("amal").get(address).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        assert cast.client("amal").post(address).status_code == 303
    assert Copy.objects.count() == 1


def ready_list(cast: Cast) -> dict[str, Copy]:
    """One paper for each tab."""
    document = DocumentFactory(organisation=cast.here, kind="other", asks=Asks.SIGNATURE)
    version = VersionFactory(document=document)
    today = clock.today()
    held = {"state": CopyState.SIGNED, "signed_on": today, "frozen_at": clock.now()}
    found: dict[str, Copy] = {}
    wanted: dict[str, dict[str, Any]] = {
        "person": {},
        "us": {},
        "questions": {"state": CopyState.REPLACED},
        "renew": {**held, "holds_until": today},
        "overdue": {**held, "holds_until": today - timedelta(days=9)},
    }
    for name, fields in wanted.items():
        found[name] = CopyFactory(organisation=cast.here, version=version, **fields)
    us = found["us"]
    signature = Signature.objects.create(
        organisation=cast.here, copy=us, party="person", how="together", name="X",
        signed_on=today, checksum=us.checksum,
    )  # fmt: skip
    Copy.objects.filter(pk=us.pk).update(own_signature=signature, frozen_at=clock.now())
    Question.objects.create(organisation=cast.here, copy=found["questions"], words="Mag dat?")
    return found


@pytest.mark.parametrize("waiting", Waiting.values)
def test_each_tab_holds_what_waits_there(cast: Cast, coordinator: Actor, waiting: str) -> None:
    papers = ready_list(cast)
    rows, _order = listed(coordinator, waiting, today=clock.today())
    assert list(rows) == [papers[waiting]]
    page = cast.client("amal").get(cast.url("prepare/signing/"), {"waiting": waiting})
    assert [row[0] for row in page.context["rows"]] == [papers[waiting]]


def test_who_stopped_waits_for_nothing(cast: Cast, coordinator: Actor) -> None:
    (copy,) = [one(cast, kind=DocumentKind.AGREEMENT)]
    assert copy.engagement is not None
    copy.engagement.ended_on = clock.today()
    copy.engagement.save()
    assert not listed(coordinator, Waiting.PERSON, today=clock.today())[0].exists()


@pytest.mark.parametrize(
    ("path", "most"), [("prepare/signing/", 14), ("mine/papers/", 14), ("prepare/signing/{person}/", 16)]
)  # fmt: skip
def test_lists_cost_the_same_for_one_and_three(cast: Cast, path: str, most: int) -> None:
    version, person_id = in_force(cast.here, DocumentKind.OTHER), cast.person_id("bea")
    is_list = path == "prepare/signing/"
    client, cost = cast.client("bea" if "mine" in path else "amal"), {}
    address = cast.url(path.format(person=person_id))
    client.get(address)
    signed_today = {
        "state": CopyState.SIGNED,
        "signed_on": clock.today(),
        "frozen_at": clock.now(),
    }
    for number in (1, 3):
        for _each in range(number):
            others: dict[str, Any] = {"person": PersonFactory(organisation=cast.here)}
            own: dict[str, Any] = {"person_id": person_id, "person": None, **signed_today}
            fields = others if is_list else own
            CopyFactory(organisation=cast.here, version=version, **fields)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        cost[number] = len(queries)
    assert cost[1] == cost[3] <= most


def test_the_desk_tells_what_waits_for_us_with_the_promise(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    papers = ready_list(cast)
    found = attention_papers.items(coordinator, now=clock.now())
    assert {(item.kind, item.subject_id) for item in found} == {
        ("paper-asked", papers["questions"].pk),
        ("paper-to-sign", papers["us"].pk),
        ("paper-overdue", papers["overdue"].pk),
    }
    question = Question.objects.get()
    assert answer_by(question, "BE") == add_working_days(clock.today(), 2, "BE")
    assert all(item.urgency == Urgency.THIS_WEEK for item in found)
    signs = attention_papers.signs(coordinator, now=clock.now())
    assert all(rows.exists() for rows in signs.values())
    assert attention_papers.items(coordinator, now=clock.now(), there=()) == []
    assert attention_papers.items(volunteer, now=clock.now()) == []
    assert attention_papers.signs(volunteer, now=clock.now()) == {}


def test_the_card_shows_the_papers_to_who_makes_them(cast: Cast) -> None:
    copy = one(cast)
    address = cast.url(f"people/volunteers/{copy.person_id}/")
    page = cast.client("amal").get(address)
    assert f"prepare/signing/{copy.person_id}/" in page.content.decode()
    own = cast.client("bea").get(address)
    assert f"prepare/signing/{copy.person_id}/" not in own.content.decode()


def test_what_waits_stands_on_the_home_of_the_volunteer(cast: Cast) -> None:
    home = cast.client("bea").get(cast.url("volunteer/"))
    assert home.context["home"].papers == 0
    one(cast)
    home = cast.client("bea").get(cast.url("volunteer/"))
    assert home.context["home"].papers == 1
    assert cast.url("mine/papers/") in home.content.decode()


def test_a_question_answered_twice_is_a_conflict(
    cast: Cast, volunteer: Actor, coordinator: Actor
) -> None:
    question = questions.ask(actor=volunteer, copy_id=one(cast).pk, clause="", words="Mag dat?")
    questions.answer(actor=coordinator, question_id=question.pk, words="Ja.")
    with pytest.raises(StateConflict):
        questions.answer(actor=coordinator, question_id=question.pk, words="Neen.")
    with pytest.raises(DomainError):
        questions.ask(actor=volunteer, copy_id=question.copy_id, clause="", words="")
