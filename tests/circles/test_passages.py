"""The only passage between inside and outside, and signals in hours."""

from datetime import timedelta
from typing import Any

import pytest

from naast.audit.models import Event
from naast.circles.errors import AlreadyReleased, NotConsented, NotOfHere, WordsMissing
from naast.circles.inputs import Handling, PassageNote
from naast.circles.models import Circle, CovenantYes, OuterMember, Passage, Signal
from naast.circles.policies import passages as policies
from naast.circles.queries import passages as queries
from naast.circles.services import passages as services
from naast.circles.services import signals as signal_services
from naast.circles.services.telling import who_leads
from naast.circles.states import Level
from naast.core import clock
from naast.core.errors import StateConflict
from naast.messaging.models import Message
from naast.organisations.models import Absence
from tests.circling import circle_of, outer_for, passage_of, signal_of, weekly_circle
from tests.conftest import Cast


def note(circle: Circle, **fields: object) -> PassageNote:
    """Something that goes well, for everybody outside."""
    given: dict[str, object] = {
        "words": "Het gaat rustig.",
        "subject": "going_well",
        "basis": "consent",
        "to": tuple(circle.outer.values_list("pk", flat=True)),
        **fields,
    }
    return PassageNote(**given)  # type: ignore[arg-type]  # given as keywords


@pytest.mark.covers("S1-161")
def test_a_draft_is_read_by_nobody_and_a_release_stands_in_the_log(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal, nele, piet = cast.actor("amal"), cast.actor("nele"), cast.actor("piet")
    draft = services.draft_passage(actor=amal, circle_id=circle.pk, note=note(circle))
    assert not queries.received(nele, circle).exists()
    assert queries.about_core(piet, circle) == []
    services.release_passage(actor=amal, passage_id=draft.pk)
    assert [row.passage_id for row in queries.received(nele, circle)] == [draft.pk]
    assert queries.about_core(piet, circle) == [draft]
    event = Event.objects.get(kind="circle.passage-released")
    assert event.user_id == cast.amal.user_id
    assert event.changes["to"] == [str(circle.outer.get().pk)]
    assert Message.objects.filter(user=cast.nele.user).exists()


def test_what_was_released_does_not_change_any_more(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal = cast.actor("amal")
    passage = passage_of(circle)
    services.release_passage(actor=amal, passage_id=passage.pk)
    for act in (
        lambda: services.release_passage(actor=amal, passage_id=passage.pk),
        lambda: services.keep_passage(actor=amal, passage_id=passage.pk),
        lambda: services.change_passage(actor=amal, passage_id=passage.pk, note=note(circle)),
    ):
        with pytest.raises(AlreadyReleased):
            act()


@pytest.mark.covers("S1-160")
def test_without_the_yes_of_the_core_member_nothing_passes_on_that_basis(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal = cast.actor("amal")
    changes: tuple[dict[str, Any], ...] = ({"may_hear": []}, {"revoked_on": clock.today()})
    for change in changes:
        OuterMember.objects.update(**change)
        with pytest.raises(NotConsented):
            services.release_passage(actor=amal, passage_id=passage_of(circle).pk)
    OuterMember.objects.update(may_hear=["going_well"], revoked_on=None)
    Circle.objects.update(consent_withdrawn_on=clock.today())
    with pytest.raises(NotConsented):
        services.release_passage(actor=amal, passage_id=passage_of(circle).pk)
    assert not queries.received(cast.actor("nele"), circle).exists()


def test_the_agreements_are_a_basis_once_everybody_agreed(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal = cast.actor("amal")
    CovenantYes.objects.filter(person_id=cast.person_id("bea")).delete()
    passage = passage_of(circle, basis="agreement", subject="agreements")
    with pytest.raises(NotConsented):
        services.release_passage(actor=amal, passage_id=passage.pk)


def test_danger_passes_with_a_reason_and_may_stay_hidden_with_another(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal = cast.actor("amal")
    with pytest.raises(WordsMissing):
        services.draft_passage(
            actor=amal, circle_id=circle.pk, note=note(circle, basis="danger", subject="worries")
        )
    danger = note(circle, basis="danger", subject="worries", why="Gevaar", is_hidden=True)
    with pytest.raises(WordsMissing):
        services.draft_passage(actor=amal, circle_id=circle.pk, note=danger)
    told = note(
        circle,
        basis="danger",
        subject="worries",
        why="Gevaar",
        is_hidden=True,
        hidden_why="Te vroeg",
    )
    draft = services.draft_passage(actor=amal, circle_id=circle.pk, note=told)
    services.release_passage(actor=amal, passage_id=draft.pk)
    assert queries.about_core(cast.actor("piet"), circle) == []
    assert queries.received(cast.actor("nele"), circle).exists()


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"words": " "}, WordsMissing),
        ({"to": ()}, NotOfHere),
        ({"subject": "offence"}, NotOfHere),
        ({"basis": ""}, NotOfHere),
        ({"is_hidden": True, "hidden_why": "x"}, NotOfHere),
    ],
)
def test_a_passage_says_what_to_whom_and_why(
    cast: Cast, change: dict[str, object], error: type[Exception]
) -> None:
    circle = weekly_circle(cast)
    with pytest.raises(error):
        services.draft_passage(
            actor=cast.actor("amal"), circle_id=circle.pk, note=note(circle, **change)
        )


def test_nobody_of_another_circle_can_be_chosen(cast: Cast) -> None:
    circle, other = weekly_circle(cast), circle_of(cast, core_id=cast.person_id("bea"))
    outside = outer_for(other)
    with pytest.raises(NotOfHere):
        services.draft_passage(
            actor=cast.actor("amal"), circle_id=circle.pk, note=note(circle, to=(outside.pk,))
        )


def test_who_does_not_lead_the_circle_releases_nothing(cast: Cast) -> None:
    passage = passage_of(weekly_circle(cast))
    for name in ("bea", "piet", "nele"):
        with pytest.raises(Passage.DoesNotExist):
            services.release_passage(actor=cast.actor(name), passage_id=passage.pk)


@pytest.mark.covers("S1-161")
def test_what_comes_from_outside_waits_for_the_coordinator(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal, bea = cast.actor("amal"), cast.actor("bea")
    passage = services.tell_coordinator(
        actor=cast.actor("nele"), circle_id=circle.pk, words="Hij verhuist in mei."
    )
    assert list(queries.waiting(amal)) == [passage]
    assert queries.for_inner(bea, circle) == []
    with pytest.raises(WordsMissing):
        services.release_passage(actor=amal, passage_id=passage.pk)
    words = PassageNote(words="Er komt een verhuizing aan.")
    services.change_passage(actor=amal, passage_id=passage.pk, note=words)
    services.release_passage(actor=amal, passage_id=passage.pk)
    assert [row.words for row in queries.for_inner(bea, circle)] == [words.words]


def test_what_came_in_and_is_not_passed_on_stays_in_the_log(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal = cast.actor("amal")
    came = services.note_incoming(
        actor=amal, circle_id=circle.pk, outer_id=circle.outer.get().pk, words="Gebeld"
    )
    services.keep_passage(actor=amal, passage_id=came.pk)
    own = passage_of(circle)
    services.keep_passage(actor=amal, passage_id=own.pk)
    assert list(queries.log_of(amal, circle)) == [came]


def test_a_stranger_tells_the_coordinator_nothing(cast: Cast) -> None:
    circle = weekly_circle(cast)
    with pytest.raises(OuterMember.DoesNotExist):
        services.tell_coordinator(actor=cast.actor("bea"), circle_id=circle.pk, words="x")
    outer = circle.outer.get()
    assert not policies.can_hear(outer, basis="consent", subject="worries", has_covenant=True)


def test_reading_it_is_noted_once(cast: Cast) -> None:
    circle = weekly_circle(cast)
    services.release_passage(actor=cast.actor("amal"), passage_id=passage_of(circle).pk)
    nele = cast.actor("nele")
    assert services.mark_received(actor=nele, circle_id=circle.pk) == 1
    assert services.mark_received(actor=nele, circle_id=circle.pk) == 0


@pytest.mark.covers("S1-162")
@pytest.mark.parametrize(
    ("level", "hours"), [(Level.TALK, None), (Level.CONCERN, 4), (Level.DANGER, 0)]
)
def test_a_signal_has_its_deadline_in_hours(cast: Cast, level: str, hours: int | None) -> None:
    circle = weekly_circle(cast)
    signal = signal_services.raise_signal(
        actor=cast.actor("bea"), circle_id=circle.pk, level=level, words="Ik zag iets."
    )
    if hours is None:
        assert signal.due_at is None
        assert not queries.open_signals(cast.actor("amal")).exists()
    else:
        assert signal.due_at is not None
        assert queries.hours_left(signal, now=clock.now()) == hours
        assert list(queries.open_signals(cast.actor("amal"))) == [signal]
    told = Message.objects.filter(user=cast.amal.user).exists()
    assert told == (hours is not None)


def test_danger_is_told_to_the_deputy_too(cast: Cast) -> None:
    circle = weekly_circle(cast)
    assert circle.deputy is not None
    for level, is_told in ((Level.CONCERN, False), (Level.DANGER, True)):
        signal_services.raise_signal(
            actor=cast.actor("bea"), circle_id=circle.pk, level=level, words="x"
        )
        assert Message.objects.filter(user=circle.deputy.user).exists() == is_told


def test_while_the_coordinator_is_away_the_deputy_sees_to_it(cast: Cast) -> None:
    circle = weekly_circle(cast)
    assert circle.deputy is not None
    assert who_leads(circle) == [cast.amal]
    Absence.objects.create(
        organisation=cast.here,
        membership=cast.amal,
        deputy=cast.nele,
        from_on=clock.today(),
        until_on=clock.today() + timedelta(days=3),
    )
    assert who_leads(circle) == [circle.deputy]
    assert set(who_leads(circle, everybody=True)) == {cast.amal, circle.deputy}


def test_only_a_volunteer_of_the_circle_passes_something_on(cast: Cast) -> None:
    circle = weekly_circle(cast)
    with pytest.raises(Circle.DoesNotExist):
        signal_services.raise_signal(
            actor=cast.actor("piet"), circle_id=circle.pk, level=Level.TALK, words="x"
        )
    bea = cast.actor("bea")
    with pytest.raises(NotOfHere):
        signal_services.raise_signal(actor=bea, circle_id=circle.pk, level="later", words="x")
    with pytest.raises(WordsMissing):
        signal_services.raise_signal(actor=bea, circle_id=circle.pk, level=Level.TALK, words=" ")


@pytest.mark.covers("S1-162")
def test_a_signal_is_seen_decided_and_told_back(cast: Cast) -> None:
    circle = weekly_circle(cast)
    signal = signal_of(circle, cast.person_id("bea"))
    amal = cast.actor("amal")
    signal_services.see_signal(actor=amal, signal_id=signal.pk)
    signal.refresh_from_db()
    seen_at = signal.seen_at
    assert (signal.seen_by_id, seen_at is not None) == (cast.amal.pk, True)
    with pytest.raises(WordsMissing):
        signal_services.handle_signal(
            actor=amal, signal_id=signal.pk, handling=Handling(decision="x")
        )
    done = Handling(decision="Gebeld", consulted="Nele", feedback="We bellen morgen samen.")
    signal_services.handle_signal(actor=amal, signal_id=signal.pk, handling=done)
    signal.refresh_from_db()
    assert (signal.seen_at, signal.feedback) == (seen_at, done.feedback)
    assert queries.feedback_for(circle) == [signal]
    assert not queries.open_signals(amal).exists()
    with pytest.raises(StateConflict):
        signal_services.handle_signal(actor=amal, signal_id=signal.pk, handling=done)


def test_who_does_not_lead_the_circle_sees_no_signal(cast: Cast) -> None:
    signal = signal_of(weekly_circle(cast), cast.person_id("bea"))
    with pytest.raises(Signal.DoesNotExist):
        signal_services.see_signal(actor=cast.actor("bea"), signal_id=signal.pk)
