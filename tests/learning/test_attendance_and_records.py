"""Being there, what counts as done, certificates seen, and what ends."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import pytest
import time_machine

from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.learning.inputs import Done
from naast.learning.models import Completion, Course, Seat, Session
from naast.learning.policies import records as policies
from naast.learning.policies import sessions as session_policies
from naast.learning.queries import records as queries
from naast.learning.queries import sessions as session_queries
from naast.learning.services import courses as course_services
from naast.learning.services import nightly, records, seats
from naast.learning.services import sessions as session_services
from naast.learning.states import SeatState
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.models import Person
from tests.at_once import at_once
from tests.conftest import Cast
from tests.factories import EngagementFactory, PersonFactory, ProgrammeFactory, VolunteerFactory
from tests.learning_rows import (
    CompletionFactory,
    CourseFactory,
    PathLineFactory,
    SeatFactory,
    SessionFactory,
)

TODAY = "2026-03-10 20:00:00+01:00"


@pytest.fixture
def session(cast: Cast) -> Iterator[Session]:
    """It began an hour ago; Bea leads it."""
    with time_machine.travel(TODAY, tick=False):
        course = CourseFactory(organisation=cast.here, valid_months=12)
        made: Session = SessionFactory(
            course=course, starts_at=clock.now() - timedelta(hours=1), host=cast.bea
        )
        yield made


@pytest.fixture
def seat(cast: Cast, session: Session) -> Seat:
    """Somebody on the list."""
    made: Seat = SeatFactory(
        session=session, person=VolunteerFactory(organisation=cast.here).person
    )
    return made


@pytest.mark.covers("S2-41")
def test_the_host_ticks_off_who_is_there_and_that_counts_as_done(
    volunteer: Actor, coordinator: Actor, session: Session, seat: Seat
) -> None:
    package = course_services.new_package(
        actor=coordinator, course_id=session.course_id, materials=[{"name": "Blad", "url": ""}]
    )
    Session.objects.filter(pk=session.pk).update(package=package)
    tick = partial(seats.tick, actor=volunteer, session_id=session.pk, person_id=seat.person_id)
    tick(step="attend")
    tick(step="attend")
    done = Completion.objects.get()
    assert (done.person_id, done.done_on, done.valid_until, done.package_id) == (
        seat.person_id,
        date(2026, 3, 10),
        date(2027, 3, 10),
        package.pk,
    )
    tick(step="miss")
    assert not Completion.objects.exists()
    assert Seat.objects.get(pk=seat.pk).state == SeatState.ABSENT


@pytest.mark.parametrize("name", ["professional", "participant", "stranger"])
def test_who_does_not_lead_it_takes_no_attendance_and_sees_no_names(
    request: pytest.FixtureRequest, name: str, session: Session, seat: Seat
) -> None:
    actor = request.getfixturevalue(name)
    assert not session_policies.can_take_attendance(actor, session)
    assert not session_policies.seats_visible_to(actor).exists()
    with pytest.raises(Session.DoesNotExist):
        seats.tick(actor=actor, session_id=session.pk, person_id=seat.person_id, step="attend")
    with pytest.raises(Session.DoesNotExist):
        seats.close_session(actor=actor, session_id=session.pk)


def test_a_host_sees_the_names_of_their_own_session_only(
    volunteer: Actor, session: Session, seat: Seat
) -> None:
    SeatFactory(session=SessionFactory(course=session.course))
    assert list(session_policies.seats_visible_to(volunteer)) == [seat]


def test_nobody_is_ticked_off_before_the_day(cast: Cast, coordinator: Actor) -> None:
    later = SessionFactory(course__organisation=cast.here)
    seat = SeatFactory(session=later)
    with pytest.raises(StateConflict):
        seats.tick(actor=coordinator, session_id=later.pk, person_id=seat.person_id, step="attend")
    with pytest.raises(StateConflict):
        seats.close_session(actor=coordinator, session_id=later.pk)


def test_closing_leaves_who_was_not_ticked_off_absent_and_names_go_to_the_coordinator(
    cast: Cast, volunteer: Actor, coordinator: Actor, session: Session, seat: Seat
) -> None:
    closed = seats.close_session(
        actor=volunteer, session_id=session.pk, also_came=" Mo, en nog iemand "
    )
    assert closed.also_came == "Mo, en nog iemand"
    assert Seat.objects.get(pk=seat.pk).state == SeatState.ABSENT
    mo = VolunteerFactory(organisation=cast.here).person
    came = seats.sign_somebody_up(actor=coordinator, session_id=session.pk, person_id=mo.pk)
    assert (came.state, came.came_unannounced) == (SeatState.PRESENT, True)
    assert Completion.objects.get().person_id == mo.pk


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_taps_at_once_are_one_completion(cast: Cast) -> None:
    session = SessionFactory(course__organisation=cast.here, starts_at=clock.now())
    seat = SeatFactory(session=session)
    tick = partial(
        seats.tick,
        actor=cast.actor("amal"),
        session_id=session.pk,
        person_id=seat.person_id,
        step="attend",
    )
    at_once(tick, tick)
    assert Completion.objects.count() == 1


@pytest.mark.covers("S0-20")
def test_a_course_elsewhere_keeps_who_saw_the_certificate_and_not_the_paper(
    cast: Cast, coordinator: Actor
) -> None:
    course = CourseFactory(organisation=cast.here, valid_months=24, minutes=90)
    done = Done(
        course_id=course.pk,
        done_on=date(2026, 1, 31),
        provider="Hulpschool (verzonnen)",
        cost=Decimal("45.50"),
    )
    with time_machine.travel(TODAY, tick=False):
        made = records.note_done(actor=coordinator, person_id=cast.person_id("bea"), done=done)
        assert not Completion.objects.filter(certificate_seen_on__isnull=False).exists()
        records.note_certificate_seen(actor=coordinator, completion_id=made.pk)
    made.refresh_from_db()
    assert (made.provider, made.cost, made.minutes) == (
        "Hulpschool (verzonnen)",
        Decimal("45.50"),
        90,
    )
    assert (made.valid_until, made.certificate_seen_on, made.certificate_seen_by_id) == (
        date(2028, 1, 31),
        date(2026, 3, 10),
        cast.amal.pk,
    )


@pytest.mark.parametrize("name", ["volunteer", "professional", "stranger"])
def test_only_a_coordinator_of_here_writes_down_what_was_done(
    request: pytest.FixtureRequest, cast: Cast, name: str
) -> None:
    actor, course = request.getfixturevalue(name), CourseFactory(organisation=cast.here)
    bea = Person.objects.get(pk=cast.person_id("bea"))
    done = Done(course_id=course.pk, done_on=date(2026, 1, 1))
    made = CompletionFactory(course=course, person=bea)
    assert not policies.can_note(actor, bea)
    with pytest.raises((NotAllowed, Person.DoesNotExist)):
        records.note_done(actor=actor, person_id=bea.pk, done=done)
    for write in (records.note_certificate_seen, records.remove_completion):
        with pytest.raises((NotAllowed, Completion.DoesNotExist)):
            write(actor=actor, completion_id=made.pk)


def test_what_comes_from_a_session_is_put_right_on_its_list(
    coordinator: Actor, session: Session, seat: Seat
) -> None:
    seats.tick(actor=coordinator, session_id=session.pk, person_id=seat.person_id, step="attend")
    with pytest.raises(StateConflict):
        records.remove_completion(actor=coordinator, completion_id=Completion.objects.get().pk)


def test_nobody_did_a_course_tomorrow(cast: Cast, coordinator: Actor) -> None:
    course = CourseFactory(organisation=cast.here)
    done = Done(course_id=course.pk, done_on=clock.today() + timedelta(days=1))
    with pytest.raises(StateConflict):
        records.note_done(actor=coordinator, person_id=cast.person_id("bea"), done=done)


def test_everybody_reads_their_own_records_and_staff_all_of_here(
    cast: Cast, coordinator: Actor, volunteer: Actor, stranger: Actor
) -> None:
    course = CourseFactory(organisation=cast.here)
    own = CompletionFactory(course=course, person=None, person_id=cast.person_id("bea"))
    other = CompletionFactory(course=course)
    assert set(policies.visible_to(volunteer)) == {own}
    assert set(policies.visible_to(coordinator)) == {own, other}
    assert not policies.visible_to(stranger).exists()


def asked_of(person: Person, course: Course) -> None:
    """The person takes part in a programme that needs this course."""
    programme = ProgrammeFactory(organisation=course.organisation)
    PathLineFactory(programme=programme, course=course)
    EngagementFactory(organisation=course.organisation, person=person, programme=programme)


def completed(course: Course, days_left: int, *, is_asked: bool = True) -> Completion:
    """A course that somebody did, and that ends in so many days."""
    person = VolunteerFactory(organisation=course.organisation).person
    if is_asked:
        asked_of(person, course)
    made: Completion = CompletionFactory(
        course=course,
        person=person,
        done_on=clock.today() - timedelta(days=300),
        valid_until=clock.today() + timedelta(days=days_left),
    )
    return made


def test_what_ends_is_listed_when_somebody_still_needs_it_and_did_not_renew_it(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    course = CourseFactory(organisation=cast.here, valid_months=12)
    soon, over = completed(course, 30), completed(course, -3)
    completed(course, 61)
    completed(course, -400)
    completed(course, 30, is_asked=False)
    renewed = completed(course, 30)
    refresher = CourseFactory(organisation=cast.here, refresher_of=course)
    CompletionFactory(course=refresher, person=renewed.person)
    completed(CourseFactory(organisation=cast.elsewhere), 30)
    today = clock.today()
    listed = partial(queries.ending_listed, today=today)
    assert list(listed(coordinator, is_over=False)) == [soon]
    assert list(listed(coordinator, is_over=True)) == [over]
    assert not listed(volunteer, is_over=False).exists()


def test_a_refresher_that_ends_stands_for_what_it_refreshes(cast: Cast, coordinator: Actor) -> None:
    course = CourseFactory(organisation=cast.here, valid_months=12)
    refresher = CourseFactory(organisation=cast.here, refresher_of=course)
    first = completed(course, -100)
    again = CompletionFactory(
        course=refresher,
        person=first.person,
        valid_until=clock.today() + timedelta(days=5),
    )
    found = queries.ending(cast.here.pk, today=clock.today())
    assert list(found.values_list("pk", "stands_for")) == [(again.pk, course.pk)]


def test_reminders_of_an_end_come_once_each_two_months_and_two_weeks_before_and_at_the_end(
    cast: Cast,
) -> None:
    course = CourseFactory(organisation=cast.here)
    bea = Person.objects.get(pk=cast.person_id("bea"))
    asked_of(bea, course)
    end = date(2026, 6, 30)
    CompletionFactory(course=course, person=bea, done_on=date(2025, 6, 30), valid_until=end)
    counted = []
    for days_left in (61, 60, 40, 14, 2, 0, -3, -20):
        with time_machine.travel(f"{end - timedelta(days=days_left)} 03:00:00+02:00", tick=False):
            for _twice in range(2):
                nightly.run(clock.now())
        counted.append(Message.objects.filter(kind="learning.ends", user=bea.user).count())
    assert counted == [0, 1, 1, 2, 2, 3, 3, 3]


def test_the_day_before_everybody_who_comes_is_reminded_once(cast: Cast) -> None:
    with time_machine.travel(TODAY, tick=False):
        session = SessionFactory(
            course__organisation=cast.here, starts_at=clock.now() + timedelta(days=1)
        )
        SeatFactory(session=session, person=None, person_id=cast.person_id("bea"))
        SeatFactory(session=session, state="waiting")
        SessionFactory(course=session.course, starts_at=clock.now() + timedelta(days=2))
        done = [nightly.run(clock.now()) for _twice in range(2)]
    assert [each["courses of tomorrow reminded"] for each in done] == [1, 0]
    assert Message.objects.get(kind="learning.tomorrow").user_id == cast.bea.user_id


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_nights_at_once_remind_once(cast: Cast) -> None:
    session = SessionFactory(
        course__organisation=cast.here, starts_at=clock.now() + timedelta(days=1)
    )
    SeatFactory(session=session, person=None, person_id=cast.person_id("bea"))
    night = partial(nightly.run, clock.now())
    at_once(night, night)
    assert Message.objects.filter(kind="learning.tomorrow").count() == 1


def test_a_path_says_in_codes_where_somebody_is_with_each_course(
    cast: Cast, volunteer: Actor
) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    bea = Person.objects.get(pk=cast.person_id("bea"))
    EngagementFactory(organisation=cast.here, person=bea, programme=programme)
    today = clock.today()
    lefts: dict[str, int | None] = {
        "done": 100,
        "ends_soon": 20,
        "ended": -1,
        "planned": None,
        "to_do": None,
    }
    for position, (where, left) in enumerate(lefts.items()):
        course = CourseFactory(organisation=cast.here, title=where)
        PathLineFactory(programme=programme, course=course, position=position)
        if left is not None:
            CompletionFactory(
                course=course,
                person=bea,
                done_on=today - timedelta(days=200),
                valid_until=today + timedelta(days=left),
            )
        if where == "planned":
            SeatFactory(session=SessionFactory(course=course), person=bea)
    (own,) = queries.paths_of(volunteer, bea.pk, now=clock.now(), today=today)
    assert [(step.course.title, step.where) for step in own.steps] == [
        (where, where) for where in lefts
    ]
    assert [step.course.title for step in own.missing] == ["ended", "planned", "to_do"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_what_ends_costs_one_query(
    cast: Cast,
    coordinator: Actor,
    number: int,
    django_assert_num_queries: "pytest.FixtureRequest",
) -> None:
    course = CourseFactory(organisation=cast.here)
    for _each in range(number):
        completed(course, 30)
    with django_assert_num_queries(1):  # type: ignore[operator]  # a context manager of pytest-django
        rows = queries.ending_listed(coordinator, today=clock.today(), is_over=False)
        assert len([(row.person.name, row.course.title) for row in rows]) == number


def test_a_person_of_elsewhere_is_not_found_for_a_seat(
    cast: Cast, coordinator: Actor, session: Session
) -> None:
    other = PersonFactory(organisation=cast.elsewhere)
    with pytest.raises(Person.DoesNotExist):
        seats.sign_somebody_up(actor=coordinator, session_id=session.pk, person_id=other.pk)
    with pytest.raises(StateConflict):
        session_services.name_host(actor=coordinator, session_id=session.pk, person_id=other.pk)
    assert session_queries.who_may_come(coordinator, session, "") == []
