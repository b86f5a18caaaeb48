"""Rows of learning for tests. Names are invented."""

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from naast.core import clock
from naast.learning.models import (
    Category,
    Completion,
    Course,
    LearningEntry,
    PathLine,
    Seat,
    Session,
)
from naast.programmes.models import EntryCondition
from tests.factories import OrganisationFactory, PersonFactory, ProgrammeFactory


class CourseFactory(DjangoModelFactory[Course]):
    """A course in use that counts for good."""

    class Meta:
        model = Course

    organisation = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence(lambda number: f"Luisteren {number}")
    languages = factory.LazyFunction(lambda: ["nl"])


class SessionFactory(DjangoModelFactory[Session]):
    """A session in ten days: `SessionFactory(course=…)`."""

    class Meta:
        model = Session

    course = factory.SubFactory(CourseFactory)
    organisation = factory.SelfAttribute("course.organisation")
    starts_at = factory.LazyFunction(lambda: clock.now() + timedelta(days=10))
    place = "De grote zaal"


class SeatFactory(DjangoModelFactory[Seat]):
    """Somebody who comes: `SeatFactory(session=…, person=…)`."""

    class Meta:
        model = Seat

    session = factory.SubFactory(SessionFactory)
    organisation = factory.SelfAttribute("session.organisation")
    person = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    asked_at = factory.LazyFunction(clock.now)


class CompletionFactory(DjangoModelFactory[Completion]):
    """A course that somebody did today: `CompletionFactory(course=…, person=…)`."""

    class Meta:
        model = Completion

    course = factory.SubFactory(CourseFactory)
    organisation = factory.SelfAttribute("course.organisation")
    person = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    done_on = factory.LazyFunction(clock.today)
    valid_until = factory.LazyAttribute(lambda it: it.course.valid_until(it.done_on))
    minutes = 150


class PathLineFactory(DjangoModelFactory[PathLine]):
    """A course on the path of a programme: `PathLineFactory(programme=…)`."""

    class Meta:
        model = PathLine

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SelfAttribute("programme.organisation")
    course = factory.SubFactory(CourseFactory, organisation=factory.SelfAttribute("..organisation"))


class TrainingFactory(DjangoModelFactory[EntryCondition]):
    """A training that a programme asks."""

    class Meta:
        model = EntryCondition

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SelfAttribute("programme.organisation")
    kind = EntryCondition.Kind.TRAINING
    name = "Startvorming"


class EntryFactory(DjangoModelFactory[LearningEntry]):
    """Something somebody learned, for themselves: `EntryFactory(person_id=…, organisation=…)`."""

    class Meta:
        model = LearningEntry

    organisation = factory.SubFactory(OrganisationFactory)
    person = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    learned_on = factory.LazyFunction(clock.today)
    category = Category.KNOWING
    words = "Ik weet nu wat stilte kan doen."
