"""Circles for tests. Names are invented; nothing tells of an offence."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import factory
from factory.django import DjangoModelFactory

from naast.circles.models import (
    Circle,
    Covenant,
    CovenantYes,
    InnerMember,
    Meeting,
    OuterMember,
    Passage,
    PassageTo,
    Signal,
)
from naast.circles.states import CircleState, Kind, Level
from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.people.models import Person
from naast.programmes.models import FIVE_QUESTIONS, EngagementTest, OnCallLine
from tests.conftest import Cast
from tests.factories import (
    EngagementFactory,
    ProgrammeFactory,
    VolunteerFactory,
    actor_of,
    member,
)


class CircleFactory(DjangoModelFactory[Circle]):
    """A circle: `CircleFactory(organisation=…, core=…)`."""

    class Meta:
        model = Circle

    programme = factory.SubFactory(
        ProgrammeFactory, organisation=factory.SelfAttribute("..organisation"), form="circle"
    )
    kind = Kind.COSA
    name = "Kring Noord"
    state_since = factory.LazyFunction(clock.now)


def circle_of(cast: Cast, **fields: Any) -> Circle:
    """A COSA circle around Piet that Amal coordinates, without volunteers, announced."""
    given: dict[str, Any] = {
        "organisation": cast.here,
        "core_id": cast.person_id("piet"),
        "core": None,
        "coordinator": cast.amal,
        **fields,
    }
    circle: Circle = CircleFactory(**given)
    return Circle.objects.get(pk=circle.pk)


def deputy_of(cast: Cast) -> Membership:
    """Another coordinator of the house."""
    return member(cast.here, Function.COORDINATOR, name="Dora Deputeert")


def colleague(cast: Cast) -> Actor:
    """A coordinator of the house who does not lead any circle."""
    return actor_of(member(cast.here, Function.COORDINATOR, name="Otto Overkant"))


def engage(circle: Circle, person: Person) -> None:
    """Somebody takes part in the programme of the circle, with everything that it asks."""
    owned = {"organisation": circle.organisation}
    engagement = EngagementFactory(**owned, person=person, programme=circle.programme)
    EngagementTest.objects.create(
        **owned,
        engagement=engagement,
        tested_on=clock.today(),
        **dict.fromkeys(FIVE_QUESTIONS, True),
    )
    OnCallLine.objects.get_or_create(
        organisation=circle.organisation,
        programme=circle.programme,
        when="altijd",
        who="Wachtdienst",
        phone="011",
    )


def place_for(circle: Circle, person_id: UUID | None = None, **fields: Any) -> InnerMember:
    """A place for this volunteer, or for a new one, who takes part in the programme."""
    if person_id is None:
        person_id = VolunteerFactory(organisation=circle.organisation).person.pk
    person = Person.objects.get(pk=person_id)
    engage(circle, person)
    return InnerMember.objects.create(
        organisation_id=circle.organisation_id,
        circle=circle,
        person=person,
        joined_on=clock.today(),
        **fields,
    )


def outer_for(circle: Circle, member: Membership | None = None, **fields: Any) -> OuterMember:
    """Somebody of the outer circle, who may hear what goes well."""
    given: dict[str, Any] = {
        "name": "Nele Beroeps",
        "role": "begeleider wonen",
        "may_hear": ["going_well"],
        "consented_on": clock.today(),
        "consent_how": "in_person",
        **fields,
    }
    return OuterMember.objects.create(
        organisation_id=circle.organisation_id, circle=circle, membership=member, **given
    )


def agreed_by_all(circle: Circle) -> Covenant:
    """Agreements to which everybody said yes."""
    owned = {"organisation_id": circle.organisation_id}
    covenant = Covenant.objects.create(
        **owned, circle=circle, number=1, text="We komen op tijd.", limits="Gevaar zeggen we."
    )
    people = [circle.core_id, *circle.inner.values_list("person_id", flat=True)]
    rows: list[dict[str, Any]] = [{"person_id": each} for each in people]
    rows.append({"membership_id": circle.coordinator_id})
    for row in rows:
        CovenantYes.objects.create(**owned, covenant=covenant, agreed_on=clock.today(), **row)
    return covenant


def weekly_circle(cast: Cast, **fields: Any) -> Circle:
    """A COSA circle that meets every week: Bea and two others, Piet in the middle, Nele outside, a deputy, the
    yes of Piet and agreements of all."""
    given = {
        "state": CircleState.WEEKLY,
        "deputy": deputy_of(cast),
        "consented_on": clock.today(),
        "consent_how": "in_person",
        "briefed_on": clock.today(),
        **fields,
    }
    circle = circle_of(cast, **given)
    place_for(circle, cast.person_id("bea"))
    place_for(circle)
    place_for(circle)
    outer_for(circle, cast.nele)
    agreed_by_all(circle)
    return circle


def meeting_of(circle: Circle, *, at: datetime | None = None, **fields: Any) -> Meeting:
    """A meeting that was held two hours ago, for which anybody may write the minutes."""
    starts_at = at or clock.now() - timedelta(hours=2)
    return Meeting.objects.create(
        organisation_id=circle.organisation_id,
        circle=circle,
        starts_at=starts_at,
        minutes_due_at=starts_at + timedelta(hours=49, minutes=30),
        **fields,
    )


def passage_of(circle: Circle, **fields: Any) -> Passage:
    """A draft of something that goes well, for everybody of the outer circle."""
    given: dict[str, Any] = {
        "direction": Passage.Direction.OUT,
        "words": "Het gaat rustig.",
        "subject": "going_well",
        "basis": "consent",
        **fields,
    }
    passage = Passage.objects.create(organisation_id=circle.organisation_id, circle=circle, **given)
    if passage.direction == Passage.Direction.OUT:
        for outer in circle.outer.filter(left_on__isnull=True):
            PassageTo.objects.create(
                organisation_id=circle.organisation_id, passage=passage, outer=outer
            )
    return passage


def signal_of(circle: Circle, person_id: UUID, level: str = Level.CONCERN) -> Signal:
    """Something a volunteer noticed a moment ago."""
    hours = {Level.CONCERN.value: 4, Level.DANGER.value: 0}.get(level)
    return Signal.objects.create(
        organisation_id=circle.organisation_id,
        circle=circle,
        person_id=person_id,
        level=level,
        words="Ik maak me zorgen over de afspraak van morgen.",
        due_at=None if hours is None else clock.now() + timedelta(hours=hours),
    )
