"""Whose path, growth and attendance: what the other tests of learning do not say, line by line."""

from dataclasses import replace

from naast.core import clock
from naast.learning.models import Growth
from naast.learning.policies import courses, log, sessions
from naast.organisations.models import Function
from naast.programmes.models import Programme
from tests.companionship.pair import person_of
from tests.conftest import Cast
from tests.eyes import night, only
from tests.factories import ProgrammeFactory
from tests.learning_rows import CourseFactory, EntryFactory, PathLineFactory, SessionFactory
from tests.recruiting import CompetenceFactory


def test_a_path_is_read_by_everybody_while_its_programme_runs_and_its_course_is_used(
    cast: Cast,
) -> None:
    line = PathLineFactory(programme=ProgrammeFactory(organisation=cast.here))
    course = line.course
    for name in ("amal", "bea"):
        assert courses.path_visible_to(cast.actor(name)).get() == line
    assert not courses.path_visible_to(cast.actor("chris")).exists()
    Programme.objects.update(status=Programme.Status.CLOSED)
    assert not courses.path_visible_to(cast.actor("bea")).exists()
    assert courses.path_visible_to(cast.actor("amal")).get() == line
    Programme.objects.update(status=Programme.Status.ACTIVE)
    course.is_used = False
    course.save()
    assert not courses.path_visible_to(cast.actor("bea")).exists()
    assert not courses.visible_to(cast.actor("bea")).exists()
    assert courses.visible_to(cast.actor("amal")).get() == course


def test_growth_is_for_nobody_else(cast: Cast) -> None:
    growth = Growth.objects.create(
        organisation=cast.here,
        person=person_of(cast.bea),
        noted_on=clock.today(),
        competence=CompetenceFactory(
            organisation=cast.here, programme=ProgrammeFactory(organisation=cast.here)
        ),
    )
    assert log.own_growth(cast.actor("bea")).get() == growth
    for reader in (cast.actor("amal"), cast.actor("nele"), night(cast)):
        assert not log.own_growth(reader).exists()


def test_a_line_is_private_until_it_is_shared(cast: Cast) -> None:
    entry = EntryFactory(organisation=cast.here, person=person_of(cast.bea), is_shared=False)
    assert log.visible_to(cast.actor("bea")).get() == log.own(cast.actor("bea")).get() == entry
    for reader in (cast.actor("amal"), cast.actor("nele"), night(cast)):
        assert not log.own(reader).exists()
        assert not log.visible_to(reader).exists()
    entry.is_shared = True
    entry.save()
    for reader in (cast.actor("amal"), only(cast.actor("nele"), Function.COACH)):
        assert log.visible_to(reader).get() == entry
    for name in ("nele", "piet", "chris"):
        assert not log.visible_to(cast.actor(name)).exists()


def test_attendance_is_taken_by_who_hosts_it_or_a_coordinator(cast: Cast) -> None:
    session = SessionFactory(course=CourseFactory(organisation=cast.here), host=cast.nele)
    for reader in (cast.actor("amal"), cast.actor("nele"), night(cast)):
        assert sessions.can_take_attendance(reader, session)
    for name in ("bea", "chris"):
        assert not sessions.can_take_attendance(cast.actor(name), session)
    session.host = None
    assert not sessions.can_take_attendance(replace(cast.actor("bea"), membership_id=None), session)
