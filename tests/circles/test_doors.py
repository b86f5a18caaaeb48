"""Doors that a stale screen, a second tap or a second hat could have opened. One test for each."""

from dataclasses import replace
from datetime import timedelta

import pytest

from naast.circles import home
from naast.circles.errors import AlreadyInside, NotConsented, NotOfHere
from naast.circles.inputs import CirclePlan, MeetingPlan, OuterNote, PassageNote
from naast.circles.models import OuterMember, Passage, Signal
from naast.circles.policies import circles as policies
from naast.circles.policies import passages as passage_policies
from naast.circles.queries import passages as passage_queries
from naast.circles.services import circles as services
from naast.circles.services import meetings, nightly, passages, people, reports, signals
from naast.circles.states import Basis, CircleState, Kind, Level
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.messaging.models import Message
from naast.messaging.policies import outbox_visible_to
from naast.organisations.models import Function, Membership
from tests.circling import circle_of, colleague, meeting_of, outer_for, passage_of, weekly_circle
from tests.conftest import Cast
from tests.factories import ParticipantFactory, actor_of, member


def note_of(outer: OuterMember) -> OuterNote:
    """The form of somebody of the outer circle as it stands on a screen."""
    return OuterNote(
        name=outer.name,
        role=outer.role,
        membership_id=outer.membership_id,
        may_hear=("going_well",),
        consented_on=outer.consented_on,
        consent_how="in_person",
    )


def in_the_middle(cast: Cast) -> Membership:
    """A coordinator of the house who is a participant too."""
    own: Membership = member(cast.here, Function.COORDINATOR, name="Mia Midden")
    person = ParticipantFactory(organisation=cast.here).person
    own.person_id = person.pk
    own.save()
    return own


@pytest.mark.parametrize("kind", [Kind.COSA, Kind.NETWORK])
def test_a_coordinator_in_the_middle_does_not_lead_their_own_circle(cast: Cast, kind: str) -> None:
    own = in_the_middle(cast)
    circle = circle_of(cast, kind=kind, core_id=own.person_id, deputy=own)
    assert not policies.visible_to(actor_of(own)).exists()
    assert not policies.can_lead(actor_of(own), circle)


def test_nobody_is_named_to_lead_the_circle_around_themselves(cast: Cast) -> None:
    own = in_the_middle(cast)
    circle = circle_of(cast, core_id=own.person_id)
    plan = CirclePlan(name="Kring", coordinator_id=cast.amal.pk, deputy_id=own.pk)
    with pytest.raises(NotOfHere):
        services.change_circle(actor=cast.actor("amal"), circle_id=circle.pk, plan=plan)


def test_a_colleague_is_not_told_that_somebody_is_in_a_cosa_circle(cast: Cast) -> None:
    circle = circle_of(cast)
    other = colleague(cast)
    assert other.membership_id is not None
    plan = CirclePlan(name="Nieuw", coordinator_id=other.membership_id)
    with pytest.raises(NotOfHere) as found:
        services.start_circle(
            actor=other,
            programme_id=circle.programme_id,
            kind=Kind.NETWORK,
            core_id=circle.core_id,
            plan=plan,
        )
    assert not isinstance(found.value, AlreadyInside)
    assert circle.name not in str(found.value)


def test_agreements_do_not_open_what_the_core_member_closed(cast: Cast) -> None:
    circle = weekly_circle(cast)
    outer = circle.outer.get()
    passage = passage_of(circle, basis=Basis.AGREEMENT)
    assert passage_policies.can_hear(
        outer, basis=Basis.AGREEMENT, subject="agreements", has_covenant=True
    )
    people.take_back_sharing(actor=cast.actor("piet"), circle_id=circle.pk, outer_id=outer.pk)
    with pytest.raises(NotConsented):
        passages.release_passage(actor=cast.actor("amal"), passage_id=passage.pk)


def test_an_old_form_does_not_undo_that_sharing_was_taken_back(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal, outer = cast.actor("amal"), circle.outer.get()
    outer.consented_on = clock.today() - timedelta(days=9)
    outer.save()
    stale = note_of(outer)
    own = {"circle_id": circle.pk, "outer_id": outer.pk}
    people.take_back_sharing(actor=cast.actor("piet"), **own)
    with pytest.raises(NotOfHere):
        people.change_outer(actor=amal, **own, note=stale)
    outer.refresh_from_db()
    assert (outer.is_consented, outer.may_hear) == (False, [])
    anew = replace(stale, consented_on=clock.today())
    assert people.change_outer(actor=amal, **own, note=anew).is_consented


def test_an_old_form_does_not_undo_that_a_yes_of_the_same_day_was_taken_back(cast: Cast) -> None:
    circle = weekly_circle(cast)
    outer = circle.outer.get()
    own = {"circle_id": circle.pk, "outer_id": outer.pk}
    people.take_back_sharing(actor=cast.actor("piet"), **own)
    with pytest.raises(NotOfHere):
        people.change_outer(actor=cast.actor("amal"), **own, note=note_of(outer))


def test_a_yes_from_before_does_not_undo_that_it_was_taken_back(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal = cast.actor("amal")
    people.take_back_yes(actor=cast.actor("piet"), circle_id=circle.pk)
    before = clock.today() - timedelta(days=1)
    with pytest.raises(NotOfHere):
        people.say_yes(actor=amal, circle_id=circle.pk, day=before, how="on_paper")
    made = people.say_yes(actor=amal, circle_id=circle.pk, day=clock.today(), how="on_paper")
    assert made.is_consented


def test_a_yes_taken_back_twice_is_told_once(cast: Cast) -> None:
    circle = weekly_circle(cast)
    for _tap in range(2):
        people.take_back_yes(actor=cast.actor("piet"), circle_id=circle.pk)
    assert Message.objects.filter(user=cast.amal.user).count() == 1


def test_nobody_reads_what_was_passed_on_by_taking_over_a_line(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal, outer = cast.actor("amal"), circle.outer.get()
    other = member(cast.here, Function.PROFESSIONAL, name="Joris Ander")
    passages.release_passage(actor=amal, passage_id=passage_of(circle).pk)
    for membership_id in (other.pk, None):
        with pytest.raises(NotOfHere):
            people.change_outer(
                actor=amal,
                circle_id=circle.pk,
                outer_id=outer.pk,
                note=replace(note_of(outer), membership_id=membership_id),
            )
    assert not passage_policies.received_by(actor_of(other)).exists()


def test_an_account_that_comes_later_reads_what_was_for_the_same_person(cast: Cast) -> None:
    circle = weekly_circle(cast)
    circle.outer.all().delete()
    amal, outer = cast.actor("amal"), outer_for(circle)
    passages.release_passage(actor=amal, passage_id=passage_of(circle).pk)
    note = replace(note_of(outer), membership_id=cast.nele.pk)
    people.change_outer(actor=amal, circle_id=circle.pk, outer_id=outer.pk, note=note)
    assert passage_policies.received_by(cast.actor("nele")).count() == 1


def test_nothing_is_released_once_the_circle_is_over(cast: Cast) -> None:
    circle = weekly_circle(cast)
    passage = passage_of(circle)
    circle.state = CircleState.STOPPED
    circle.save()
    with pytest.raises(DomainError):
        passages.release_passage(actor=cast.actor("amal"), passage_id=passage.pk)
    passage.refresh_from_db()
    assert passage.released_at is None


def test_other_words_than_those_on_the_screen_are_not_released(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal, passage = cast.actor("amal"), passage_of(circle)
    url = amal.url("circles:passage", circle_id=circle.pk, passage_id=passage.pk)
    client = cast.client("amal")
    seen = client.get(url).context["mark"]
    note = PassageNote(
        words="Andere woorden.",
        to=tuple(circle.outer.values_list("pk", flat=True)),
        subject=passage.subject,
        basis=passage.basis,
    )
    passages.change_passage(actor=amal, passage_id=passage.pk, note=note)
    client.post(f"{url}release/", {"seen": seen})
    passage.refresh_from_db()
    assert passage.released_at is None
    client.post(f"{url}release/", {"seen": passage_queries.mark_of(passage)})
    passage.refresh_from_db()
    assert passage.released_at is not None


def test_a_second_tap_raises_no_second_alarm(cast: Cast) -> None:
    circle = weekly_circle(cast)
    for words in ("Ik zag iets.", "Ik zag iets. ", "Iets anders."):
        signals.raise_signal(
            actor=cast.actor("bea"), circle_id=circle.pk, level=Level.DANGER, words=words
        )
    assert Signal.objects.count() == 2


def test_a_second_tap_tells_the_coordinator_nothing_twice(cast: Cast) -> None:
    circle = weekly_circle(cast)
    for _tap in range(2):
        passages.tell_coordinator(actor=cast.actor("nele"), circle_id=circle.pk, words="Verhuist.")
    assert Passage.objects.count() == 1


def test_a_second_tap_plans_no_second_row_of_meetings(cast: Cast) -> None:
    circle = weekly_circle(cast)
    plan = MeetingPlan(starts_at=clock.now() + timedelta(days=2), times=2)
    amal = cast.actor("amal")
    meetings.plan_meetings(actor=amal, circle_id=circle.pk, plan=plan)
    with pytest.raises(StateConflict):
        meetings.plan_meetings(actor=amal, circle_id=circle.pk, plan=plan)
    assert circle.meetings.count() == 2


def test_somebody_is_noted_as_heard_only_under_their_own_circle(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal = cast.actor("amal")
    event = reports.note_event(
        actor=amal, circle_id=circle.pk, happened_on=clock.today(), words="Iets ergs."
    )
    debrief = event.debriefs.first()
    assert debrief is not None
    other = circle_of(cast, core_id=ParticipantFactory(organisation=cast.here).person.pk)
    client = cast.client("amal")
    for wrong, status in ((other, 404), (circle, 303)):
        url = amal.url("circles:heard", circle_id=wrong.pk, debrief_id=debrief.pk)
        assert client.post(url).status_code == status


def test_before_the_core_member_said_yes_nobody_outside_hears_of_the_circle(cast: Cast) -> None:
    circle = circle_of(cast)
    outer_for(circle, cast.nele)
    nele = cast.actor("nele")
    assert not policies.places_in_outer(nele).exists()
    assert home.asks(nele, home.PROFESSIONAL, now=clock.now()) == []
    danger = passage_of(circle, basis=Basis.DANGER, why="Nu.")
    passages.release_passage(actor=cast.actor("amal"), passage_id=danger.pk)
    assert policies.places_in_outer(nele).exists()


def test_no_letter_that_all_coordinators_may_open_tells_who_is_in_a_circle(cast: Cast) -> None:
    circle = weekly_circle(cast)
    without = circle.inner.filter(person__user__isnull=True).first()
    assert without is not None
    meeting_of(circle, writer_id=without.person_id)
    meeting_of(circle, writer_id=cast.person_id("bea"))
    nightly.run(clock.now())
    assert [row.user for row in Message.objects.all()] == [cast.bea.user]
    assert not outbox_visible_to(colleague(cast)).exists()


@pytest.mark.parametrize("name", ["piet", "bea"])
def test_inside_the_circle_the_agreements_show_no_family_names(cast: Cast, name: str) -> None:
    circle = weekly_circle(cast)
    url = cast.actor(name).url("circles:my_covenant", circle_id=circle.pk)
    shown = {each.name for each in cast.client(name).get(url).context["voices"] if each.person_id}
    people_inside = [circle.core, *(row.person for row in circle.inner.select_related("person"))]
    assert shown == {person.first_name for person in people_inside}
    assert all(person.name != person.first_name for person in people_inside)
