"""How long what somebody did counts, and which training conditions it puts in place."""

from datetime import date
from uuid import UUID

import pytest
import time_machine

from naast.core import clock
from naast.learning import proof
from naast.learning.models import Completion, Course, PathLine
from naast.learning.validity import standings
from naast.people.models import Person
from naast.programmes import evidence, queries
from naast.programmes.evidence import Asked, Found
from naast.programmes.models import EntryCondition
from tests.conftest import Cast
from tests.factories import EngagementFactory, PersonFactory, ProgrammeFactory
from tests.learning_rows import (
    CompletionFactory,
    CourseFactory,
    PathLineFactory,
    TrainingFactory,
)


@pytest.fixture
def bea(cast: Cast) -> Person:
    """Who learns."""
    return Person.objects.get(pk=cast.person_id("bea"))


@pytest.fixture
def training(cast: Cast) -> EntryCondition:
    """A training that a programme of here asks."""
    programme = ProgrammeFactory(organisation=cast.here)
    made: EntryCondition = TrainingFactory(programme=programme)
    return made


def link(training: EntryCondition, course: Course, *, is_required: bool = True) -> PathLine:
    line: PathLine = PathLineFactory(
        programme=training.programme, course=course, condition=training, is_required=is_required
    )
    return line


def found(training: EntryCondition, *people: Person, on: date | None = None) -> Found:
    ids = frozenset(person.pk for person in people)
    day = on or clock.today()
    return proof.trainings(Asked(training.organisation_id, ids, [training], day))


def only(answer: Found, person_id: UUID) -> tuple[date, date | None] | None:
    """(since, until) of the one piece of evidence; None when there is none."""
    rows = answer.evidence[person_id]
    return (rows[0].since, rows[0].until) if rows else None


def completed(course: Course, person: Person, day: date) -> Completion:
    made: Completion = CompletionFactory(course=course, person=person, done_on=day)
    return made


@pytest.mark.covers("S0-31")
def test_a_training_is_in_place_when_all_its_required_courses_count(
    cast: Cast, bea: Person, training: EntryCondition
) -> None:
    first = CourseFactory(organisation=cast.here, valid_months=24)
    second = CourseFactory(organisation=cast.here, valid_months=12)
    welcome = CourseFactory(organisation=cast.here)
    link(training, first)
    link(training, second)
    link(training, welcome, is_required=False)
    completed(first, bea, date(2026, 1, 10))
    with time_machine.travel("2026-11-26", tick=False):
        assert only(found(training, bea), bea.pk) is None
        completed(second, bea, date(2026, 3, 5))
        assert only(found(training, bea), bea.pk) == (date(2026, 3, 5), date(2027, 3, 5))


def test_what_ended_is_told_with_its_last_day(
    cast: Cast, bea: Person, training: EntryCondition
) -> None:
    course = CourseFactory(organisation=cast.here, valid_months=12)
    link(training, course)
    completed(course, bea, date(2024, 2, 29))
    assert only(found(training, bea), bea.pk) == (date(2024, 2, 29), date(2025, 2, 28))


def test_without_courses_a_training_stays_to_write_down_by_hand(
    bea: Person, training: EntryCondition
) -> None:
    assert found(training, bea) == Found()


def test_terms_say_how_long_a_day_by_hand_counts_and_where_the_next_step_is(
    cast: Cast, bea: Person, training: EntryCondition
) -> None:
    link(training, CourseFactory(organisation=cast.here, valid_months=36))
    link(training, CourseFactory(organisation=cast.here, valid_months=24))
    terms = found(training, bea).terms[training.pk]
    assert terms.valid_months == 24
    assert (terms.own_route, terms.staff_route) == ("learning:mine", "learning:of_person")


@pytest.mark.covers("S0-5")
def test_the_gate_asks_the_training_before_the_first_contact(
    cast: Cast, bea: Person, training: EntryCondition
) -> None:
    course = CourseFactory(organisation=cast.here)
    link(training, course)
    made = EngagementFactory(organisation=cast.here, person=bea, programme=training.programme)
    assert proof.trainings in evidence._sources

    def is_in_place() -> bool:
        engagement = queries.with_everything(type(made).objects.filter(pk=made.pk)).get()
        items = queries.readiness_of([engagement])[made.pk]
        return next(item.in_place for item in items if item.condition_id == training.pk)

    assert not is_in_place()
    completed(course, bea, clock.today())
    assert is_in_place()


def test_a_completion_of_somebody_else_or_elsewhere_shows_nothing(
    cast: Cast, bea: Person, training: EntryCondition
) -> None:
    course = CourseFactory(organisation=cast.here)
    link(training, course)
    completed(course, PersonFactory(organisation=cast.here), clock.today())
    completed(
        CourseFactory(organisation=cast.elsewhere),
        PersonFactory(organisation=cast.elsewhere),
        clock.today(),
    )
    assert only(found(training, bea), bea.pk) is None


def test_what_is_done_tomorrow_does_not_count_today(
    cast: Cast, bea: Person, training: EntryCondition
) -> None:
    course = CourseFactory(organisation=cast.here)
    link(training, course)
    completed(course, bea, date(2026, 5, 2))
    assert only(found(training, bea, on=date(2026, 5, 1)), bea.pk) is None


@pytest.mark.parametrize("number", [1, 3])
def test_the_proof_costs_two_queries_whatever_the_number_of_people(
    cast: Cast,
    training: EntryCondition,
    number: int,
    django_assert_num_queries: "pytest.FixtureRequest",
) -> None:
    course = CourseFactory(organisation=cast.here)
    link(training, course)
    people = [PersonFactory(organisation=cast.here) for _each in range(number)]
    for person in people:
        completed(course, person, clock.today())
    with django_assert_num_queries(2):  # type: ignore[operator]  # a context manager of pytest-django
        answer = found(training, *people)
    assert all(answer.evidence[person.pk] for person in people)


def test_no_query_when_nobody_asks_for_training(
    cast: Cast, bea: Person, django_assert_num_queries: "pytest.FixtureRequest"
) -> None:
    asked = Asked(cast.here.pk, frozenset({bea.pk}), [], clock.today())
    with django_assert_num_queries(0):  # type: ignore[operator]  # a context manager of pytest-django
        assert proof.trainings(asked) == Found()


def standing_of(bea: Person, course: Course) -> tuple[date, date | None]:
    rows = Completion.objects.filter(person=bea).select_related("course")
    standing = standings(rows)[bea.pk, course.pk]
    return standing.since, standing.until


def test_what_counts_longest_is_what_counts(cast: Cast, bea: Person) -> None:
    course = CourseFactory(organisation=cast.here, valid_months=12)
    completed(course, bea, date(2026, 1, 1))
    completed(course, bea, date(2026, 6, 1))
    completed(course, bea, date(2025, 6, 1))
    assert standing_of(bea, course) == (date(2026, 6, 1), date(2027, 6, 1))


def test_a_refresher_renews_what_was_done_before_and_replaces_nothing(
    cast: Cast, bea: Person
) -> None:
    course = CourseFactory(organisation=cast.here, valid_months=12)
    refresher = CourseFactory(organisation=cast.here, refresher_of=course)
    completed(refresher, bea, date(2026, 6, 1))
    rows = Completion.objects.filter(person=bea).select_related("course")
    assert (bea.pk, course.pk) not in standings(rows)
    completed(course, bea, date(2025, 7, 1))
    # It has no term of its own, and so counts as long as what it refreshes.
    assert standing_of(bea, course) == (date(2026, 6, 1), date(2027, 6, 1))
