"""Sessions: planning, signing up, the waiting list that moves up by itself, who leads."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
import time_machine

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.learning.inputs import SessionPlan
from naast.learning.models import Course, Session
from naast.learning.policies import sessions as policies
from naast.learning.queries import sessions as queries
from naast.learning.services import courses as course_services
from naast.learning.services import seats, sessions
from naast.learning.states import SEAT, SEATED, SeatState
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from tests.at_once import at_once
from tests.conftest import Cast
from tests.factories import ParticipantFactory, VolunteerFactory, actor_of, member
from tests.learning_rows import SeatFactory, SessionFactory

NOON = "2026-03-10 12:00:00+01:00"


@pytest.fixture
def session(cast: Cast) -> Iterator[Session]:
    """Two places, in ten days; today it is 10 March."""
    with time_machine.travel(NOON, tick=False):
        made: Session = SessionFactory(course__organisation=cast.here, places=2)
        yield made


def learner(cast: Cast, name: str) -> Actor:
    return actor_of(member(cast.here, Function.VOLUNTEER, name=name))


def states(session: Session) -> list[str]:
    return list(session.seats.order_by("id").values_list("state", flat=True))


def plan_of(session: Session) -> SessionPlan:
    return SessionPlan(
        starts_at=session.starts_at,
        minutes=session.minutes,
        place=session.place,
        online_url=session.online_url,
        places=session.places,
        host_id=session.host_id,
    )


def kinds() -> list[str]:
    return list(Message.objects.order_by("id").values_list("kind", flat=True))


@pytest.mark.parametrize("name", ["volunteer", "professional", "participant", "stranger"])
def test_only_a_coordinator_of_here_plans_changes_and_cancels(
    request: pytest.FixtureRequest, cast: Cast, name: str, session: Session
) -> None:
    actor, refused = request.getfixturevalue(name), (NotAllowed, Session.DoesNotExist)
    with pytest.raises((*refused, Course.DoesNotExist)):
        sessions.plan_session(actor=actor, course_id=session.course_id, plan=plan_of(session))
    with pytest.raises(refused):
        sessions.change_session(actor=actor, session_id=session.pk, plan=plan_of(session))
    with pytest.raises(refused):
        sessions.cancel_session(actor=actor, session_id=session.pk)
    bea = cast.person_id("bea")
    with pytest.raises(refused):
        sessions.name_host(actor=actor, session_id=session.pk, person_id=bea)
    for step in (seats.sign_somebody_up, seats.take_somebody_off, seats.give_place):
        with pytest.raises(refused):
            step(actor=actor, session_id=session.pk, person_id=bea)


def test_a_session_takes_the_newest_material_along(
    cast: Cast, coordinator: Actor, session: Session
) -> None:
    package = course_services.new_package(
        actor=coordinator, course_id=session.course_id, materials=[{"name": "Blad", "url": ""}]
    )
    made = sessions.plan_session(
        actor=coordinator, course_id=session.course_id, plan=plan_of(session)
    )
    assert made.package_id == package.pk


def test_one_tap_to_come_tells_when_and_where_with_a_calendar_file(
    volunteer: Actor, session: Session
) -> None:
    first = seats.sign_up(actor=volunteer, session_id=session.pk)
    again = seats.sign_up(actor=volunteer, session_id=session.pk)
    assert first.pk == again.pk
    message = Message.objects.get(kind="learning.place")
    assert f"UID:{session.pk}@naast" in message.calendar
    assert message.url.endswith(f"mine/learning/sessions/{session.pk}/")
    assert Event.objects.filter(kind="session.signed-up", target_id=first.pk).count() == 1


def test_who_leaves_gives_the_place_to_who_waits_longest(cast: Cast, session: Session) -> None:
    people = [learner(cast, name) for name in ("An", "Bo", "Cem", "Dana")]
    for person in people:
        seats.sign_up(actor=person, session_id=session.pk)
    assert states(session) == ["coming", "coming", "waiting", "waiting"]
    seats.leave(actor=people[0], session_id=session.pk)
    seats.leave(actor=people[0], session_id=session.pk)
    assert states(session) == ["cancelled", "coming", "coming", "waiting"]
    moved = Message.objects.get(kind="learning.moved_up")
    assert moved.user_id == people[2].user_id
    assert "BEGIN:VEVENT" in moved.calendar


def test_who_comes_back_stands_at_the_end_of_the_line(cast: Cast, session: Session) -> None:
    people = [learner(cast, name) for name in ("An", "Bo", "Cem")]
    with time_machine.travel(NOON, tick=False) as time:
        for person in people:
            time.shift(60)
            seats.sign_up(actor=person, session_id=session.pk)
        seats.leave(actor=people[0], session_id=session.pk)
        time.shift(60)
        seats.sign_up(actor=people[0], session_id=session.pk)
    assert states(session) == ["waiting", "coming", "coming"]


def test_on_the_last_day_nobody_moves_up_unknowing_and_the_coordinator_gives_the_place(
    cast: Cast, coordinator: Actor, session: Session
) -> None:
    people = [learner(cast, name) for name in ("An", "Bo", "Cem")]
    for person in people:
        seats.sign_up(actor=person, session_id=session.pk)
    with time_machine.travel(session.starts_at - timedelta(hours=23), tick=False):
        seats.leave(actor=people[0], session_id=session.pk)
        assert states(session) == ["cancelled", "coming", "waiting"]
        # Nobody passes who waits.
        late = seats.sign_up(actor=learner(cast, "Dana"), session_id=session.pk)
        assert late.state == SeatState.WAITING
        waiting = people[2].person_id
        assert waiting is not None
        seats.give_place(actor=coordinator, session_id=session.pk, person_id=waiting)
        with pytest.raises(StateConflict):
            seats.give_place(actor=coordinator, session_id=session.pk, person_id=late.person_id)
    assert states(session) == ["cancelled", "coming", "coming", "waiting"]


def test_more_places_go_to_who_waits(cast: Cast, coordinator: Actor, session: Session) -> None:
    for name in ("An", "Bo", "Cem"):
        seats.sign_up(actor=learner(cast, name), session_id=session.pk)
    plan = replace(plan_of(session), places=None)
    sessions.change_session(actor=coordinator, session_id=session.pk, plan=plan)
    assert states(session) == ["coming"] * 3
    assert "learning.changed" not in kinds()


def test_another_moment_is_told_and_replaces_the_calendar_file(
    coordinator: Actor, volunteer: Actor, session: Session
) -> None:
    seats.sign_up(actor=volunteer, session_id=session.pk)
    plan = replace(plan_of(session), starts_at=session.starts_at + timedelta(days=1))
    changed = sessions.change_session(actor=coordinator, session_id=session.pk, plan=plan)
    message = Message.objects.get(kind="learning.changed")
    assert f"SEQUENCE:{changed.revision}" in message.calendar
    assert changed.revision == 1


def test_who_waits_hears_of_a_change_without_the_link_to_take_part(
    cast: Cast, coordinator: Actor, session: Session
) -> None:
    quiet = VolunteerFactory(organisation=cast.here).person
    quiet.email = "stil@test.example"
    quiet.save()
    SeatFactory(session=session, person=quiet, state="waiting")
    link = "https://kamer.test.example/x"
    plan = replace(plan_of(session), online_url=link, places=0)
    sessions.change_session(actor=coordinator, session_id=session.pk, plan=plan)
    letter = Message.objects.get(kind="learning.changed", to_address=quiet.email)
    assert link not in letter.body + letter.calendar


def test_a_cancelled_session_is_told_once_and_takes_nobody_any_more(
    coordinator: Actor, volunteer: Actor, session: Session
) -> None:
    seats.sign_up(actor=volunteer, session_id=session.pk)
    for _twice in range(2):
        sessions.cancel_session(actor=coordinator, session_id=session.pk)
    assert kinds().count("learning.cancelled") == 1
    with pytest.raises(NotAllowed):
        seats.leave(actor=volunteer, session_id=session.pk)
    with pytest.raises(StateConflict):
        sessions.change_session(actor=coordinator, session_id=session.pk, plan=plan_of(session))


def test_nobody_signs_up_or_cancels_once_it_has_begun(
    coordinator: Actor, volunteer: Actor, session: Session
) -> None:
    SeatFactory(session=session, person=None, person_id=volunteer.person_id)
    with time_machine.travel(session.starts_at, tick=False):
        with pytest.raises(NotAllowed):
            seats.leave(actor=volunteer, session_id=session.pk)
        with pytest.raises(StateConflict):
            sessions.cancel_session(actor=coordinator, session_id=session.pk)


@pytest.mark.covers("S1-178")
def test_colleagues_come_to_sessions_for_both_and_their_share_is_counted_in_sessions(
    cast: Cast, coordinator: Actor, professional: Actor, session: Session
) -> None:
    with pytest.raises(Session.DoesNotExist):
        seats.sign_up(actor=professional, session_id=session.pk)
    mixed = SessionFactory(course=session.course, is_mixed=True)
    assert seats.sign_up(actor=professional, session_id=mixed.pk).state == SeatState.COMING
    past = clock.now() - timedelta(days=1)
    for is_mixed in (True, False, False):
        SessionFactory(course=session.course, is_mixed=is_mixed, starts_at=past)
    found = queries.mixed_in(coordinator, year=2026, now=clock.now())
    assert (found.together, found.all) == (1, 3)


def test_a_participant_has_no_seat_among_volunteers(
    cast: Cast, coordinator: Actor, session: Session
) -> None:
    person = ParticipantFactory(organisation=cast.here).person
    with pytest.raises(NotAllowed):
        seats.sign_somebody_up(actor=coordinator, session_id=session.pk, person_id=person.pk)


def test_a_volunteer_sees_sessions_to_come_and_those_of_their_own(
    cast: Cast, volunteer: Actor, session: Session
) -> None:
    now = clock.now()
    past = SessionFactory(course=session.course, starts_at=now - timedelta(days=3))
    own = SessionFactory(course=session.course, starts_at=now - timedelta(days=3))
    SeatFactory(session=own, person=None, person_id=volunteer.person_id)
    hosted = SessionFactory(course=session.course, starts_at=now - timedelta(days=3), host=cast.bea)
    SessionFactory(course__organisation=cast.elsewhere)
    found = set(policies.visible_to(volunteer, now=now))
    assert found == {session, own, hosted}
    assert past not in found


def test_a_host_needs_an_account_and_hears_that_they_lead(
    cast: Cast, coordinator: Actor, session: Session
) -> None:
    without = VolunteerFactory(organisation=cast.here).person
    with pytest.raises(StateConflict):
        sessions.name_host(actor=coordinator, session_id=session.pk, person_id=without.pk)
    for _twice in range(2):
        sessions.name_host(
            actor=coordinator, session_id=session.pk, person_id=cast.person_id("bea")
        )
    session.refresh_from_db()
    assert session.host_id == cast.bea.pk
    assert kinds() == ["learning.host"]


def test_a_host_of_elsewhere_is_left_out(cast: Cast, coordinator: Actor, session: Session) -> None:
    plan = replace(plan_of(session), host_id=cast.chris.pk)
    changed = sessions.change_session(actor=coordinator, session_id=session.pk, plan=plan)
    assert changed.host_id is None


def test_who_prefers_paper_is_on_the_list_to_call(
    cast: Cast, coordinator: Actor, session: Session
) -> None:
    person = VolunteerFactory(organisation=cast.here).person
    person.prefers_paper = True
    person.save()
    seats.sign_somebody_up(actor=coordinator, session_id=session.pk, person_id=person.pk)
    who = queries.who_comes(coordinator, session)
    assert [seat.person_id for seat in who.to_call] == [person.pk]
    assert kinds() == []


def test_every_state_of_a_seat_can_be_left_or_is_an_end() -> None:
    assert {step.target for step in SEAT.steps.values()} <= set(SeatState)
    assert SEAT.target("attend", source=SeatState.CANCELLED) == SeatState.PRESENT
    with pytest.raises(StateConflict):
        SEAT.target("miss", source=SeatState.WAITING)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_the_last_place_is_taken_once(cast: Cast) -> None:
    session = SessionFactory(course__organisation=cast.here, places=1)
    others = [learner(cast, name) for name in ("An", "Bo")]
    take = partial(seats.sign_up, session_id=session.pk)
    at_once(*(partial(take, actor=each) for each in others))
    assert session.seats.filter(state__in=SEATED).count() == 1
    assert session.seats.filter(state=SeatState.WAITING).count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_who_leave_at_once_give_each_place_away_once(cast: Cast) -> None:
    session = SessionFactory(course__organisation=cast.here, places=2)
    people = [learner(cast, name) for name in ("An", "Bo", "Cem", "Dana", "Eva")]
    for person in people:
        seats.sign_up(actor=person, session_id=session.pk)
    leave = partial(seats.leave, session_id=session.pk)
    at_once(*(partial(leave, actor=person) for person in people[:2]))
    assert states(session) == ["cancelled", "cancelled", "coming", "coming", "waiting"]
    assert kinds().count("learning.moved_up") == 2
