"""Rows of belonging for tests. Names are invented."""

from datetime import date, timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory

from naast.belonging.models import (
    CloserContact,
    FirstDay,
    Idea,
    IdeaMember,
    Mentoring,
    MentorMoment,
    OutsideGuide,
    Question,
    Wish,
)
from naast.belonging.states import QuestionKind
from naast.companionship.models import Visit
from naast.core import clock
from naast.people.models import Person
from naast.programmes.models import Engagement, Programme
from tests.conftest import Cast
from tests.factories import (
    EngagementFactory,
    MatchFactory,
    OrganisationFactory,
    ProgrammeFactory,
    VisitFactory,
    VolunteerFactory,
)


class NewEngagementFactory(EngagementFactory):
    """Somebody with a volunteer's card who starts today."""

    person = factory.LazyAttribute(lambda it: VolunteerFactory(organisation=it.organisation).person)
    started_on = factory.LazyFunction(clock.today)


class FirstDayFactory(DjangoModelFactory[FirstDay]):
    """A first day of tomorrow, without a host."""

    class Meta:
        model = FirstDay

    organisation = factory.SubFactory(OrganisationFactory)
    engagement = factory.LazyAttribute(
        lambda it: NewEngagementFactory(organisation=it.organisation)
    )
    day = factory.LazyFunction(lambda: clock.today() + timedelta(days=1))
    lines = factory.LazyFunction(
        lambda: [{"what": "Koffie samen", "done": False}, {"what": "De sleutel", "done": False}]
    )


class MentoringFactory(DjangoModelFactory[Mentoring]):
    """Both were asked today."""

    class Meta:
        model = Mentoring

    organisation = factory.SubFactory(OrganisationFactory)
    engagement = factory.LazyAttribute(
        lambda it: NewEngagementFactory(organisation=it.organisation)
    )
    newcomer = factory.LazyAttribute(lambda it: it.engagement.person)
    mentor = factory.LazyAttribute(lambda it: VolunteerFactory(organisation=it.organisation).person)
    from_on = factory.LazyFunction(clock.today)
    until_on = factory.LazyFunction(lambda: clock.today() + timedelta(weeks=14))


class MomentFactory(DjangoModelFactory[MentorMoment]):
    """A moment of today: `MomentFactory(mentoring=…)`."""

    class Meta:
        model = MentorMoment

    mentoring = factory.SubFactory(MentoringFactory, state="running")
    organisation = factory.SelfAttribute("mentoring.organisation")
    week = 0
    due_on = factory.LazyFunction(clock.today)


class QuestionFactory(DjangoModelFactory[Question]):
    """A welcome check that waits since today."""

    class Meta:
        model = Question

    organisation = factory.SubFactory(OrganisationFactory)
    engagement = factory.LazyAttribute(
        lambda it: NewEngagementFactory(organisation=it.organisation)
    )
    person = factory.LazyAttribute(lambda it: it.engagement.person)
    kind = QuestionKind.CHECK
    asked_on = factory.LazyFunction(clock.today)


class WishFactory(DjangoModelFactory[Wish]):
    """A wish whose day is today."""

    class Meta:
        model = Wish

    organisation = factory.SubFactory(OrganisationFactory)
    person = factory.LazyAttribute(lambda it: VolunteerFactory(organisation=it.organisation).person)
    words = "Ik wil leren omgaan met stilte."
    follow_up_on = factory.LazyFunction(clock.today)


class ContactFactory(DjangoModelFactory[CloserContact]):
    """Every two weeks, and it is time."""

    class Meta:
        model = CloserContact

    organisation = factory.SubFactory(OrganisationFactory)
    person = factory.LazyAttribute(lambda it: VolunteerFactory(organisation=it.organisation).person)
    every_weeks = 2
    chosen_on = factory.LazyFunction(clock.today)
    next_on = factory.LazyFunction(clock.today)


class GuideFactory(DjangoModelFactory[OutsideGuide]):
    """Somebody outside, for a year."""

    class Meta:
        model = OutsideGuide

    organisation = factory.SubFactory(OrganisationFactory)
    person = factory.LazyAttribute(lambda it: VolunteerFactory(organisation=it.organisation).person)
    name = "Trajectbegeleider"
    may_share = "Dat ik kom, en hoe het gaat."
    until_on = factory.LazyFunction(lambda: clock.today() + timedelta(days=365))
    agreed_on = factory.LazyFunction(clock.today)


class IdeaFactory(DjangoModelFactory[Idea]):
    """An idea: `led_by(idea, person)` gives it somebody."""

    class Meta:
        model = Idea

    organisation = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence(lambda number: f"Soepavond {number}")
    for_whom = "wie graag samen eet"


def led_by(idea: Idea, person: Person, *, leads: bool = True) -> IdeaMember:
    """This person does the idea along."""
    return IdeaMember.objects.create(
        organisation_id=idea.organisation_id,
        idea=idea,
        person=person,
        leads=leads,
        joined_on=clock.today(),
    )


def person_of(cast: Cast, name: str) -> Person:
    """The person behind one of the cast."""
    return Person.objects.get(pk=cast.person_id(name))


def engaged(cast: Cast, started_on: date | None = None, **fields: Any) -> Engagement:
    """Bea takes part in a programme of this house since that day (today)."""
    programme: Programme = fields.pop("programme", None) or ProgrammeFactory(organisation=cast.here)
    return EngagementFactory(
        organisation=cast.here,
        person=person_of(cast, "bea"),
        programme=programme,
        started_on=started_on or clock.today(),
        **fields,
    )


def heavy_visit(cast: Cast, **fields: Any) -> Visit:
    """Bea told of a visit that was hard."""
    match = MatchFactory(organisation=cast.here, volunteer=person_of(cast, "bea"))
    return VisitFactory(match=match, mood=Visit.Mood.HARD, pass_on="Het was heel stil.", **fields)
