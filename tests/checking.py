"""Rows of checks, reports and insurance for tests. Names are invented."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import factory
from factory.django import DjangoModelFactory

from naast.checks.models import Activity, CheckKind, CheckRecord, Policy, Report, Statement
from naast.checks.states import CheckState
from naast.core import clock
from naast.people.models import Person
from naast.programmes.models import Engagement, EntryCondition, Programme
from tests.conftest import Cast
from tests.factories import (
    EngagementFactory,
    OrganisationFactory,
    PersonFactory,
    ProgrammeFactory,
)

EVERYTHING = ["liability", "liability_volunteers", "bodily_damage", "material_damage", "disease"]


class CheckFactory(DjangoModelFactory[CheckRecord]):
    """A check that is still to ask; `seen=True` makes one that was seen today and is in order."""

    class Meta:
        model = CheckRecord

    class Params:
        seen = factory.Trait(
            state=CheckState.SEEN,
            outcome=CheckRecord.Outcome.OK,
            seen_on=factory.LazyFunction(clock.today),
        )

    organisation = factory.SubFactory(OrganisationFactory)
    person = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    kind = CheckKind.EXTRACT
    state = CheckState.NEEDED
    since_on = factory.LazyFunction(clock.today)


class ReportFactory(DjangoModelFactory[Report]):
    class Meta:
        model = Report

    organisation = factory.SubFactory(OrganisationFactory)
    person = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    answer = "ocmw"
    state = Report.State.TO_DO
    answered_on = factory.LazyFunction(clock.today)


class StatementFactory(DjangoModelFactory[Statement]):
    class Meta:
        model = Statement

    organisation = factory.SubFactory(OrganisationFactory)
    form = "C45F"
    work = "Gezelschap"
    filed_on = factory.LazyFunction(clock.today)


class PolicyFactory(DjangoModelFactory[Policy]):
    """A policy that covers everything, from a year ago until a year from now."""

    class Meta:
        model = Policy

    organisation = factory.SubFactory(OrganisationFactory)
    insurer = "De Paraplu"
    number = "P-1"
    risks = factory.LazyFunction(lambda: list(EVERYTHING))
    from_on = factory.LazyFunction(lambda: clock.today() - timedelta(days=365))
    until_on = factory.LazyFunction(lambda: clock.today() + timedelta(days=365))


class ActivityFactory(DjangoModelFactory[Activity]):
    class Meta:
        model = Activity

    organisation = factory.SubFactory(OrganisationFactory)
    name = "Burenfeest"
    starts_at = factory.LazyFunction(lambda: clock.now() + timedelta(days=10))
    hours = 10


def bea(cast: Cast) -> Person:
    """Bea, as a person."""
    return Person.objects.get(pk=cast.person_id("bea"))


def condition(programme: Programme, kind: str) -> EntryCondition:
    """A condition of a programme."""
    return EntryCondition.objects.create(
        organisation=programme.organisation, programme=programme, kind=kind, name=kind
    )


def takes_part(
    cast: Cast, *, since: date | None = None, person_id: UUID | None = None, **programme: Any
) -> Engagement:
    """Bea (or somebody else) takes part in a programme with these fields."""
    engagement: Engagement = EngagementFactory(
        organisation=cast.here,
        person_id=person_id or cast.person_id("bea"),
        person=None,
        programme=ProgrammeFactory(organisation=cast.here, **programme),
        started_on=since or clock.today(),
    )
    return engagement
