"""Rows about load: a volunteer with visits, a self-check, a question, a step back. Invented, valid rows."""

from datetime import date, timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory

from naast.capacity.inputs import Answer
from naast.capacity.models import SelfCheck, StepBack, StepBackMatch, WorthAsking
from naast.companionship.models import Match, Visit
from naast.core import clock
from tests.factories import VisitFactory, VolunteerFactory


class CheckFactory(DjangoModelFactory[SelfCheck]):
    """An open self-check of a volunteer."""

    class Meta:
        model = SelfCheck

    person = factory.LazyAttribute(lambda it: VolunteerFactory(organisation=it.organisation).person)
    organisation = factory.SelfAttribute("person.organisation")
    asked_on = factory.LazyFunction(clock.today)


class AskingFactory(DjangoModelFactory[WorthAsking]):
    """Somebody it is worth asking how it goes."""

    class Meta:
        model = WorthAsking

    person = factory.LazyAttribute(lambda it: VolunteerFactory(organisation=it.organisation).person)
    organisation = factory.SelfAttribute("person.organisation")
    end = "much"
    reasons = factory.LazyFunction(lambda: ["evenings"])
    since_on = factory.LazyFunction(clock.today)
    is_for_staff = True


class StepBackFactory(DjangoModelFactory[StepBack]):
    """A volunteer who would like to do less and waits for the call."""

    class Meta:
        model = StepBack

    person = factory.LazyAttribute(lambda it: VolunteerFactory(organisation=it.organisation).person)
    organisation = factory.SelfAttribute("person.organisation")
    kind = StepBack.Kind.LESS
    from_on = factory.LazyFunction(clock.today)
    promised_on = factory.LazyFunction(lambda: clock.today() + timedelta(days=2))


class WishFactory(DjangoModelFactory[StepBackMatch]):
    """What would help in one match."""

    class Meta:
        model = StepBackMatch

    step_back = factory.SubFactory(StepBackFactory)
    organisation = factory.SelfAttribute("step_back.organisation")
    wish = StepBackMatch.Wish.WIND_DOWN


def ago(days: int) -> date:
    """The day so many days back."""
    return clock.today() - timedelta(days=days)


def visited(match: Match, *days_ago: int, **fields: Any) -> list[Visit]:
    """Visits of this match on these days."""
    return [VisitFactory(match=match, visited_on=ago(days), **fields) for days in days_ago]


def usual_weeks(match: Match) -> None:
    """Twelve weeks of a visit of an hour each week, before the four that are looked at."""
    visited(match, *range(30, 112, 7), minutes=60, part_of_day="afternoon")


def said(amount: str = "", **fields: Any) -> Answer:
    """What somebody says."""
    return Answer(amount=amount, **fields)
