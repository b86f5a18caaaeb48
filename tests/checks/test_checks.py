"""Asking for a check of conduct and noting what came of it: outcomes, never a paper."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.apps import apps
from django.db.models import BinaryField, FileField

from naast.audit.models import Event
from naast.checks.errors import NoLegalBasis, PaperTooOld, ReasonMissing
from naast.checks.models import CheckKind, CheckRecord
from naast.checks.policies import checks as policies
from naast.checks.policies import reports as report_policies
from naast.checks.services.checks import (
    Seen,
    ask_check,
    drop_check,
    see_check,
    settle_check,
    usual_words,
)
from naast.checks.states import CheckState
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.models import Person
from tests.checking import CheckFactory, bea, takes_part
from tests.conftest import Cast
from tests.factories import PersonFactory

EXTRACT, VOG, OTHER = CheckKind.EXTRACT, CheckKind.VOG, CheckKind.OTHER
OK, TALK, NOT_OK = CheckRecord.Outcome.OK, CheckRecord.Outcome.TALK, CheckRecord.Outcome.NOT_OK


def seen(**changes: object) -> Seen:
    today = clock.today()
    fields = {"kind": EXTRACT, "seen_on": today, "issued_on": today, "outcome": OK}
    return Seen(**{**fields, **changes})  # type: ignore[arg-type]  # mixed on purpose


@pytest.fixture
def with_minors(cast: Cast) -> Person:
    """Bea starts work with children."""
    takes_part(cast, contact_with_minors=True)
    return bea(cast)


@pytest.fixture
def netherlands(cast: Cast) -> Person:
    """The same house, in the Netherlands: Bea visits people at home."""
    Organisation.objects.filter(pk=cast.here.pk).update(country="NL")
    takes_part(cast)
    return bea(cast)


def test_no_model_of_this_room_can_hold_a_paper_or_what_stands_in_it() -> None:
    fields = [
        field
        for model in apps.get_app_config("checks").get_models()
        for field in model._meta.fields
    ]
    assert not [each for each in fields if isinstance(each, FileField | BinaryField)]
    named = {field.name for field in CheckRecord._meta.fields}
    assert named == {
        "id",
        "created_at",
        "organisation",
        "person",
        "kind",
        "state",
        "since_on",
        "is_automatic",
        "asked_on",
        "reason",
        "profile",
        "issued_on",
        "seen_on",
        "seen_by",
        "outcome",
        "review_on",
    }


@pytest.mark.covers("S2-39")
def test_a_check_is_needed_then_asked_then_seen_with_its_day_and_who_saw_it(
    cast: Cast, coordinator: Actor, netherlands: Person
) -> None:
    words = usual_words(coordinator, Organisation.objects.get(pk=cast.here.pk), netherlands, VOG)
    asked = ask_check(actor=coordinator, person_id=netherlands.pk, kind=VOG, words=words)
    assert (asked.state, asked.asked_on) == (CheckState.ASKED, clock.today())
    letter = Message.objects.get()
    assert letter.to_address == netherlands.email
    assert "DigiD" in letter.body

    found = see_check(
        actor=coordinator,
        person_id=netherlands.pk,
        seen=seen(kind=VOG, profile="Zorg voor mensen"),
    )
    assert found.pk == asked.pk
    assert (found.state, found.outcome, found.seen_by_id) == (CheckState.SEEN, OK, cast.amal.pk)
    assert found.review_on == clock.today() + relativedelta(months=36)


def test_the_organisation_says_after_how_long_a_vog_is_asked_again(
    cast: Cast, coordinator: Actor, netherlands: Person
) -> None:
    Organisation.objects.filter(pk=cast.here.pk).update(check_renewal_months=24)
    found = see_check(actor=coordinator, person_id=netherlands.pk, seen=seen(kind=VOG))
    assert found.review_on == clock.today() + relativedelta(months=24)


def test_an_extract_holds_without_end_for_the_same_tasks(
    coordinator: Actor, with_minors: Person
) -> None:
    found = see_check(actor=coordinator, person_id=with_minors.pk, seen=seen())
    assert found.review_on is None


def test_an_extract_older_than_a_month_on_the_day_it_is_seen_does_not_count(
    coordinator: Actor, with_minors: Person
) -> None:
    today = clock.today()
    oldest = today - relativedelta(months=1)
    with pytest.raises(PaperTooOld):
        see_check(
            actor=coordinator,
            person_id=with_minors.pk,
            seen=seen(issued_on=oldest - timedelta(days=1)),
        )
    assert not CheckRecord.objects.exists()
    found = see_check(actor=coordinator, person_id=with_minors.pk, seen=seen(issued_on=oldest))
    assert found.issued_on == oldest


@pytest.mark.parametrize(
    "changes",
    [
        {"issued_on": None},
        {"issued_on": date(2999, 1, 1)},
        {"seen_on": date(2999, 1, 1), "issued_on": date(2999, 1, 1)},
    ],
)
def test_days_that_can_not_be_are_turned_down(
    coordinator: Actor, with_minors: Person, changes: dict[str, date | None]
) -> None:
    with pytest.raises(DomainError):
        see_check(actor=coordinator, person_id=with_minors.pk, seen=seen(**changes))


def test_youth_work_asks_nobody(cast: Cast, coordinator: Actor, with_minors: Person) -> None:
    Organisation.objects.filter(pk=cast.here.pk).update(is_youth_work=True)
    for kind in (EXTRACT, OTHER):
        with pytest.raises(NoLegalBasis):
            ask_check(actor=coordinator, person_id=with_minors.pk, kind=kind, reason="Toch.")
        with pytest.raises(NoLegalBasis):
            see_check(
                actor=coordinator, person_id=with_minors.pk, seen=seen(kind=kind, reason="Toch.")
            )


@pytest.mark.parametrize("kind", [EXTRACT, OTHER])
def test_without_a_legal_ground_who_asks_writes_down_why(
    cast: Cast, coordinator: Actor, kind: CheckKind
) -> None:
    takes_part(cast)
    person_id = cast.person_id("bea")
    with pytest.raises(ReasonMissing):
        ask_check(actor=coordinator, person_id=person_id, kind=kind, reason="  ")
    asked = ask_check(
        actor=coordinator, person_id=person_id, kind=kind, reason="Vraag van de zorg."
    )
    assert CheckRecord.objects.get().reason == "Vraag van de zorg."
    # What was said when asking is enough for seeing it too.
    assert see_check(actor=coordinator, person_id=person_id, seen=seen(kind=kind)).pk == asked.pk


def test_another_check_needs_a_reason_even_where_the_usual_one_may_be_asked(
    coordinator: Actor, netherlands: Person
) -> None:
    with pytest.raises(ReasonMissing):
        ask_check(actor=coordinator, person_id=netherlands.pk, kind=OTHER)
    assert ask_check(actor=coordinator, person_id=netherlands.pk, kind=VOG).reason == ""


def test_what_is_seen_anew_replaces_what_was_seen_before(
    cast: Cast, coordinator: Actor, netherlands: Person
) -> None:
    CheckFactory(organisation=cast.here, person=netherlands, kind=VOG, seen=True)
    CheckFactory(organisation=cast.here, person=netherlands, kind=VOG, state=CheckState.ASKED)
    see_check(actor=coordinator, person_id=netherlands.pk, seen=seen(kind=VOG, outcome=TALK))
    assert [(each.state, each.outcome) for each in CheckRecord.objects.all()] == [
        (CheckState.SEEN, TALK)
    ]


def test_after_the_talk_it_is_in_order_or_not_and_only_once(
    cast: Cast, coordinator: Actor, netherlands: Person
) -> None:
    record = see_check(
        actor=coordinator, person_id=netherlands.pk, seen=seen(kind=VOG, outcome=TALK)
    )
    assert record.review_on is None
    settled = settle_check(actor=coordinator, check_id=record.pk, outcome=OK)
    assert settled.review_on == clock.today() + relativedelta(months=36)
    with pytest.raises(StateConflict):
        settle_check(actor=coordinator, check_id=record.pk, outcome=NOT_OK)


def test_history_tells_that_it_was_seen_and_not_what_came_of_it(
    coordinator: Actor, netherlands: Person
) -> None:
    see_check(actor=coordinator, person_id=netherlands.pk, seen=seen(kind=VOG, outcome=NOT_OK))
    event = Event.objects.get(kind="check.seen")
    assert event.changes == {"kind": "vog"}


def test_what_was_not_needed_after_all_goes(cast: Cast, coordinator: Actor) -> None:
    record = CheckFactory(organisation=cast.here, person=bea(cast))
    drop_check(actor=coordinator, check_id=record.pk)
    assert not CheckRecord.objects.exists()


@pytest.mark.parametrize("outcome", [OK, TALK, NOT_OK])
def test_what_was_seen_is_never_taken_away(
    cast: Cast, coordinator: Actor, outcome: CheckRecord.Outcome
) -> None:
    record = CheckFactory(organisation=cast.here, person=bea(cast), seen=True, outcome=outcome)
    with pytest.raises(StateConflict):
        drop_check(actor=coordinator, check_id=record.pk)
    assert CheckRecord.objects.get() == record


def test_a_coordinator_notes_nothing_about_themselves(cast: Cast, coordinator: Actor) -> None:
    assert coordinator.person_id is not None
    takes_part(cast, person_id=coordinator.person_id, contact_with_minors=True)
    myself = Person.objects.get(pk=coordinator.person_id)
    assert not policies.can_keep(coordinator, myself)
    assert not report_policies.can_note_residence(coordinator, myself)
    with pytest.raises(NotAllowed):
        see_check(actor=coordinator, person_id=myself.pk, seen=seen())


def test_coordinators_read_all_everybody_their_own_and_others_nothing(cast: Cast) -> None:
    own = CheckFactory(organisation=cast.here, person=bea(cast), seen=True)
    other = CheckFactory(organisation=cast.here)
    CheckFactory(organisation=cast.elsewhere)
    seen_by = {
        name: set(policies.visible_to(cast.actor(name)).values_list("pk", flat=True))
        for name in ("amal", "bea", "nele", "piet")
    }
    assert seen_by == {"amal": {own.pk, other.pk}, "bea": {own.pk}, "nele": set(), "piet": set()}


def test_who_may_keep_checks(cast: Cast, coordinator: Actor, volunteer: Actor) -> None:
    person = bea(cast)
    assert policies.can_keep(coordinator, person)
    assert not policies.can_keep(volunteer, person)
    assert not policies.can_keep(coordinator, PersonFactory(organisation=cast.elsewhere))
    with pytest.raises(NotAllowed):
        ask_check(actor=volunteer, person_id=person.pk, kind=EXTRACT, reason="Zomaar.")
