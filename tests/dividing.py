"""Rows of division for tests. Names are invented."""

from datetime import date, timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory

from naast.companionship.models import Match, MatchState, MatchStep
from naast.core import clock
from naast.division.models import (
    Division,
    DivisionVersion,
    HandOver,
    Idea,
    PassedOn,
    StaffingLine,
    Tension,
)
from naast.people.models import Person
from naast.programmes.models import Pattern
from tests.conftest import Cast
from tests.factories import EngagementFactory, MatchFactory, ProgrammeFactory, RequestFactory

ROW = {
    "task": "Samen wandelen",
    "does": "Bea",
    "decides": "Piet",
    "knows": "Nele",
    "steps_in": "Nele",
    "phase": "beside",
}


def match_of(cast: Cast, pattern: str = Pattern.PEER, **fields: Any) -> Match:
    """A running match of Bea and Piet in this pattern, with Nele as professional and Amal as coach."""
    programme = fields.pop("programme", None) or ProgrammeFactory(
        organisation=cast.here, pattern=pattern, coordinator=cast.amal
    )
    request = RequestFactory(
        organisation=cast.here,
        programme=programme,
        participant=Person.objects.get(pk=cast.person_id("piet")),
    )
    values = {
        "organisation": cast.here,
        "programme": programme,
        "request": request,
        "participant": request.participant,
        "volunteer": Person.objects.get(pk=cast.person_id("bea")),
        "professional": cast.nele,
        "coach": cast.amal,
        "state": MatchState.RUNNING,
    }
    match: Match = MatchFactory(**(values | fields))
    EngagementFactory(organisation=cast.here, person=match.volunteer, programme=programme)
    return match


def cannot_come(match: Match) -> MatchStep:
    """The volunteer of this match can't come once."""
    return MatchStep.objects.create(
        organisation_id=match.organisation_id,
        match=match,
        name="cannot_come",
        from_state=match.state,
        to_state=match.state,
        note="Kan niet op dinsdag.",
    )


class DivisionFactory(DjangoModelFactory[Division]):
    """A table with one row in its first version; without a match: the example of its programme."""

    class Meta:
        model = Division
        skip_postgeneration_save = True

    match = factory.SubFactory(MatchFactory)
    programme = factory.SelfAttribute("match.programme")
    organisation = factory.SelfAttribute("programme.organisation")
    waits_since = factory.LazyFunction(clock.now)

    @factory.post_generation
    def version(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Its first version."""
        if create:
            DivisionVersion.objects.create(
                organisation_id=self.organisation_id,
                division=self,
                number=1,
                content={"rows": extracted or [ROW]},
            )


class TensionFactory(DjangoModelFactory[Tension]):
    """Something on the table about a match that has a professional."""

    class Meta:
        model = Tension

    match = factory.SubFactory(MatchFactory)
    programme = factory.SelfAttribute("match.programme")
    organisation = factory.SelfAttribute("match.organisation")
    volunteer = factory.SelfAttribute("match.volunteer")
    professional = factory.SelfAttribute("match.professional")
    state_since = factory.LazyFunction(clock.now)
    happened = "De planning werd drie keer veranderd zonder bellen."


class PassedOnFactory(DjangoModelFactory[PassedOn]):
    """One sentence for the professional."""

    class Meta:
        model = PassedOn

    match = factory.SubFactory(MatchFactory)
    organisation = factory.SelfAttribute("match.organisation")
    about = "Geld"
    text = "Er ligt een stapel brieven op tafel."


class HandOverFactory(DjangoModelFactory[HandOver]):
    """A note for who takes over."""

    class Meta:
        model = HandOver

    match = factory.SubFactory(MatchFactory)
    organisation = factory.SelfAttribute("match.organisation")
    until_on = factory.LazyFunction(lambda: clock.today() + timedelta(days=3))
    note = "We drinken koffie, en wandelen naar het park."


class StaffingLineFactory(DjangoModelFactory[StaffingLine]):
    """A moment that needs two paid people."""

    class Meta:
        model = StaffingLine

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SelfAttribute("programme.organisation")
    weekday = factory.LazyFunction(lambda: clock.today().weekday())
    part = StaffingLine.Part.MORNING
    needed = 2


class IdeaFactory(DjangoModelFactory[Idea]):
    """An idea for a programme."""

    class Meta:
        model = Idea

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SelfAttribute("programme.organisation")
    text = "Samen de krant lezen."


def in_days(days: int) -> date:
    """The day so many days on."""
    return clock.today() + timedelta(days=days)
