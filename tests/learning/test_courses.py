"""Courses, versions of their material, and the learning path of a programme."""

from datetime import timedelta
from functools import partial

import pytest

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.learning.errors import ConditionUnfit, CourseUnfit, TitleMissing
from naast.learning.inputs import CoursePlan
from naast.learning.models import Course, PathLine
from naast.learning.policies import courses as policies
from naast.learning.queries import courses as queries
from naast.learning.services import courses as services
from naast.learning.services import paths
from naast.organisations.actors import Actor
from naast.programmes.models import PathStage, StageKind
from tests.at_once import at_once
from tests.conftest import Cast
from tests.factories import EngagementFactory, ProgrammeFactory
from tests.learning_rows import (
    CourseFactory,
    PathLineFactory,
    SeatFactory,
    SessionFactory,
    TrainingFactory,
)

LEAFLET = [{"name": "Blad", "url": ""}]


@pytest.mark.parametrize("name", ["volunteer", "professional", "participant", "stranger"])
def test_only_a_coordinator_of_here_arranges_courses(
    request: pytest.FixtureRequest, cast: Cast, name: str
) -> None:
    actor, course = request.getfixturevalue(name), CourseFactory(organisation=cast.here)
    programme = ProgrammeFactory(organisation=cast.here)
    refused = (NotAllowed, Course.DoesNotExist, type(programme).DoesNotExist)
    with pytest.raises(refused):
        services.change_course(actor=actor, course_id=course.pk, plan=CoursePlan(title="Anders"))
    with pytest.raises(refused):
        services.new_package(actor=actor, course_id=course.pk, materials=LEAFLET)
    with pytest.raises(refused):
        services.set_in_use(actor=actor, course_id=course.pk, is_used=False)
    with pytest.raises(refused):
        paths.add_to_path(actor=actor, programme_id=programme.pk, course_id=course.pk)
    course.refresh_from_db()
    assert course.is_used


def test_members_know_the_courses_in_use_of_their_own_house(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    used = CourseFactory(organisation=cast.here)
    away = CourseFactory(organisation=cast.here, is_used=False)
    CourseFactory(organisation=cast.elsewhere)
    assert set(policies.visible_to(volunteer)) == {used}
    assert set(policies.visible_to(coordinator)) == {used, away}


def test_a_course_needs_a_name(coordinator: Actor) -> None:
    with pytest.raises(TitleMissing):
        services.add_course(actor=coordinator, plan=CoursePlan(title="  "))


def test_a_refresher_goes_with_a_course_of_here_that_is_no_refresher(
    cast: Cast, coordinator: Actor
) -> None:
    course = CourseFactory(organisation=cast.here)
    refresher = CourseFactory(organisation=cast.here, refresher_of=course)
    elsewhere = CourseFactory(organisation=cast.elsewhere)
    for refreshed in (refresher, elsewhere):
        with pytest.raises(CourseUnfit):
            services.add_course(
                actor=coordinator, plan=CoursePlan(title="Nog eens", refresher_of_id=refreshed.pk)
            )
    for refreshed in (course, elsewhere):
        # It is refreshed itself already, and never refreshes itself.
        with pytest.raises(CourseUnfit):
            services.change_course(
                actor=coordinator,
                course_id=course.pk,
                plan=CoursePlan(title="Rond", refresher_of_id=refreshed.pk),
            )


def test_changing_a_course_records_which_fields(cast: Cast, coordinator: Actor) -> None:
    course = CourseFactory(organisation=cast.here, title="Luisteren")
    plan = CoursePlan(title="Luisteren", languages=["nl"], minutes=60)
    services.change_course(actor=coordinator, course_id=course.pk, plan=plan)
    event = Event.objects.get(kind="course.changed", target_id=course.pk)
    assert event.changes == {"fields": ["minutes"]}


@pytest.mark.covers("S0-23")
def test_each_version_of_the_material_has_its_number_and_earlier_ones_stay(
    cast: Cast, coordinator: Actor
) -> None:
    course = CourseFactory(organisation=cast.here)
    for note in ("", "Een blad erbij"):
        services.new_package(actor=coordinator, course_id=course.pk, materials=LEAFLET, note=note)
    assert list(course.packages.values_list("number", "note")) == [(2, "Een blad erbij"), (1, "")]
    newest = queries.newest_package(course.pk)
    assert newest is not None
    assert newest.number == 2


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_versions_at_once_get_two_numbers(cast: Cast) -> None:
    course = CourseFactory(organisation=cast.here)
    make = partial(
        services.new_package,
        actor=cast.actor("amal"),
        course_id=course.pk,
        materials=LEAFLET,
    )
    at_once(make, make)
    assert list(course.packages.values_list("number", flat=True)) == [2, 1]


@pytest.mark.covers("S0-19")
def test_a_path_asks_courses_in_order_and_says_what_each_puts_in_place(
    cast: Cast, coordinator: Actor
) -> None:
    training = TrainingFactory(programme=ProgrammeFactory(organisation=cast.here))
    programme = training.programme
    first, second, third = (CourseFactory(organisation=cast.here) for _each in range(3))
    add = partial(paths.add_to_path, actor=coordinator, programme_id=programme.pk)
    add(course_id=first.pk, is_required=False)
    add(course_id=second.pk, is_required=False, condition_id=training.pk)
    add(course_id=third.pk)
    paths.move_up_on_path(actor=coordinator, programme_id=programme.pk, course_id=third.pk)
    rows = list(queries.path(coordinator, [programme.pk]))
    assert [(row.course_id, row.is_required, row.condition_id) for row in rows] == [
        (first.pk, False, None),
        (third.pk, True, None),
        # What puts a condition in place is needed, whatever was ticked.
        (second.pk, True, training.pk),
    ]


def test_asking_a_course_again_changes_its_terms_and_keeps_its_place(
    cast: Cast, coordinator: Actor
) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    course = CourseFactory(organisation=cast.here)
    for is_required in (True, False):
        paths.add_to_path(
            actor=coordinator,
            programme_id=programme.pk,
            course_id=course.pk,
            is_required=is_required,
        )
    assert not PathLine.objects.get().is_required
    paths.remove_from_path(actor=coordinator, programme_id=programme.pk, course_id=course.pk)
    paths.remove_from_path(actor=coordinator, programme_id=programme.pk, course_id=course.pk)
    assert not PathLine.objects.exists()


def test_a_condition_is_a_training_of_the_same_programme(cast: Cast, coordinator: Actor) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    course = CourseFactory(organisation=cast.here)
    others = TrainingFactory(programme__organisation=cast.here)
    check = TrainingFactory(programme=programme, kind="check")
    for condition in (others, check):
        with pytest.raises(ConditionUnfit):
            paths.add_to_path(
                actor=coordinator,
                programme_id=programme.pk,
                course_id=course.pk,
                condition_id=condition.pk,
            )


@pytest.mark.covers("S1-186")
@pytest.mark.parametrize(("training", "agreement", "before"), [(1, 2, True), (2, 1, False)])
def test_a_programme_may_put_the_training_before_the_agreement(
    cast: Cast, coordinator: Actor, training: int, agreement: int, before: bool
) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    part = {"organisation": cast.here, "programme": programme}
    PathStage.objects.create(**part, kind=StageKind.TRAINING, position=training)
    PathStage.objects.create(**part, kind=StageKind.AGREEMENT, position=agreement)
    found = queries.get_programme(coordinator, programme.pk)
    assert found is not None
    assert queries.order_of(found).is_before_agreement is before


@pytest.mark.covers("S1-203")
def test_a_team_that_came_to_nothing_lately_is_named_without_a_figure(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    came, quiet = (ProgrammeFactory(organisation=cast.here) for _each in range(2))
    ProgrammeFactory(organisation=cast.here)  # nobody takes part
    now = clock.now()
    for programme, days in ((came, 20), (quiet, 300)):
        engagement = EngagementFactory(organisation=cast.here, programme=programme)
        session = SessionFactory(
            course__organisation=cast.here, starts_at=now - timedelta(days=days)
        )
        SeatFactory(session=session, person=engagement.person, state="present")
    assert queries.without_sessions(coordinator, now=now) == [quiet.name]
    assert queries.without_sessions(volunteer, now=now) == []


def test_courses_that_help_are_found_by_the_words_of_the_role(cast: Cast, volunteer: Actor) -> None:
    course = CourseFactory(organisation=cast.here, helps_with=["Niet oordelen"])
    CourseFactory(organisation=cast.here, helps_with=["Niet oordelen"], is_used=False)
    CourseFactory(organisation=cast.elsewhere, helps_with=["Niet oordelen"])
    assert queries.helping(volunteer) == {"Niet oordelen": [course]}


def test_the_path_costs_one_query(
    cast: Cast, coordinator: Actor, django_assert_num_queries: "pytest.FixtureRequest"
) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    for _each in range(3):
        PathLineFactory(programme=programme)
    with django_assert_num_queries(1):  # type: ignore[operator]  # a context manager of pytest-django
        assert len([line.course.title for line in queries.path(coordinator, [programme.pk])]) == 3
