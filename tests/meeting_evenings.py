"""Rows of intervision for tests. Names are invented."""

from datetime import date, datetime, time, timedelta
from typing import Any

import factory
from django.utils.timezone import make_aware
from factory.django import DjangoModelFactory

from naast.core import clock
from naast.intervision.models import (
    AgreedAction,
    EthicsQuestion,
    Evening,
    FollowUp,
    GroupTalk,
    LearningQuestion,
    Presence,
    Promise,
    Series,
    SeriesMember,
    SeriesProgramme,
    Wish,
)
from tests.conftest import Cast
from tests.factories import EngagementFactory, OrganisationFactory, PersonFactory, ProgrammeFactory


class SeriesFactory(DjangoModelFactory[Series]):
    """A group that meets every second Tuesday of the month, since a year."""

    class Meta:
        model = Series

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda number: f"Groep {number}")
    label = "terugkomavond"
    weekday = 1
    week_of_month = 2
    starts_on = factory.LazyFunction(lambda: clock.today() - timedelta(days=200))
    hour = time(19, 30)
    place = "Dorpsstraat 1"


class MemberFactory(DjangoModelFactory[SeriesMember]):
    """Somebody of a group, since a year: `MemberFactory(series=…, person=…)`."""

    class Meta:
        model = SeriesMember

    series = factory.SubFactory(SeriesFactory)
    organisation = factory.SelfAttribute("series.organisation")
    person = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    joined_on = factory.LazyFunction(lambda: clock.today() - timedelta(days=365))


class EveningFactory(DjangoModelFactory[Evening]):
    """An evening of next week."""

    class Meta:
        model = Evening

    series = factory.SubFactory(SeriesFactory)
    organisation = factory.SelfAttribute("series.organisation")
    starts_at = factory.LazyFunction(lambda: clock.now() + timedelta(days=7))
    place = "Dorpsstraat 1"


class TalkFactory(DjangoModelFactory[GroupTalk]):
    """The yearly talk on an evening of next week: `TalkFactory(evening__series=…)`."""

    class Meta:
        model = GroupTalk

    evening = factory.SubFactory(EveningFactory, kind="group_talk")
    organisation = factory.SelfAttribute("evening.organisation")


class WishFactory(DjangoModelFactory[Wish]):
    """A wish without a name."""

    class Meta:
        model = Wish

    talk = factory.SubFactory(TalkFactory)
    organisation = factory.SelfAttribute("talk.organisation")
    text = factory.Sequence(lambda number: f"Betere stoelen {number}")


class PromiseFactory(DjangoModelFactory[Promise]):
    """Something promised after a talk."""

    class Meta:
        model = Promise

    talk = factory.SubFactory(TalkFactory)
    organisation = factory.SelfAttribute("talk.organisation")
    what = "Nieuwe stoelen"
    due_on = factory.LazyFunction(lambda: clock.today() + timedelta(days=30))


class QuestionFactory(DjangoModelFactory[LearningQuestion]):
    """A learning question."""

    class Meta:
        model = LearningQuestion

    evening = factory.SubFactory(EveningFactory)
    organisation = factory.SelfAttribute("evening.organisation")
    asker = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    text = "Hoe zeg ik dat ik niet elke dag kan bellen?"
    theme = "limits"


class PresenceFactory(DjangoModelFactory[Presence]):
    """Whether somebody was there."""

    class Meta:
        model = Presence

    evening = factory.SubFactory(EveningFactory)
    organisation = factory.SelfAttribute("evening.organisation")
    person = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    state = "came"


class ActionFactory(DjangoModelFactory[AgreedAction]):
    """Something agreed."""

    class Meta:
        model = AgreedAction

    evening = factory.SubFactory(EveningFactory)
    organisation = factory.SelfAttribute("evening.organisation")
    what = "Een lijst met uren maken"
    who = "Allemaal"


class FollowUpFactory(DjangoModelFactory[FollowUp]):
    """Somebody the group missed."""

    class Meta:
        model = FollowUp

    series = factory.SubFactory(SeriesFactory)
    organisation = factory.SelfAttribute("series.organisation")
    person = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    reason = "in_a_row"
    noticed_on = factory.LazyFunction(clock.today)


class EthicsFactory(DjangoModelFactory[EthicsQuestion]):
    """A question about what is right, for the whole organisation."""

    class Meta:
        model = EthicsQuestion

    organisation = factory.SubFactory(OrganisationFactory)
    text = "Mag ik een cadeau aannemen?"
    asked_on = factory.LazyFunction(clock.today)


def group_of(cast: Cast, *, leader: str = "bea", **fields: Any) -> Series:
    """A mixed group here: Bea leads it, Nele takes part, Amal does not."""
    series: Series = SeriesFactory(organisation=cast.here, takes_staff=True, **fields)
    for name in ("bea", "nele"):
        MemberFactory(
            series=series,
            person=None,
            person_id=cast.person_id(name),
            is_leader=name == leader,
        )
    return series


def duty_for(series: Series, *people: Any) -> SeriesProgramme:
    """A programme in which taking part belongs to the work, with these people in it."""
    programme = ProgrammeFactory(organisation=series.organisation)
    for person in people:
        EngagementFactory(organisation=series.organisation, person=person, programme=programme)
    return SeriesProgramme.objects.create(
        organisation=series.organisation, series=series, programme=programme, is_duty=True, a_year=8
    )


def at(day: int, hour: int = 19, month: int = 3) -> datetime:
    """A moment in spring 2026, where the people are."""
    return make_aware(datetime(2026, month, day, hour))


def on(day: int, month: int = 3) -> date:
    """A day in spring 2026."""
    return date(2026, month, day)
