"""Reads about circles and who belongs to them. Each starts at what the actor may see."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from naast.circles.gates import Facts
from naast.circles.models import (
    Circle,
    CircleStep,
    Covenant,
    HardEvent,
    InnerMember,
    OuterMember,
)
from naast.circles.policies import circles as policies
from naast.circles.states import (
    FINAL_STATES,
    LEAST_VOLUNTEERS,
    LOOKING_STATES,
    OPEN_STATES,
    STILL_FOR,
)
from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Membership
from naast.people.models import Person, VolunteerProfile
from naast.programmes.models import Engagement, Programme
from naast.programmes.queries import for_readiness, readiness_of
from naast.programmes.readiness import in_the_way

MOST_OWN = 30
OPEN_PLACES = Q(inner__ended_on__isnull=True)


def listed(actor: Actor, *, are_over: bool) -> QuerySet[Circle]:
    """The circles this actor leads or may look after, with how many volunteers each has; those that are over
    apart."""
    circles = policies.visible_to(actor).select_related("programme")
    chosen = (
        circles.filter(state__in=FINAL_STATES)
        if are_over
        else circles.exclude(state__in=FINAL_STATES)
    )
    return chosen.annotate(volunteer_count=Count("inner", filter=OPEN_PLACES))


def looking_for_somebody(actor: Actor) -> QuerySet[Circle]:
    """Circles with fewer than three volunteers where there should be three (S1-159)."""
    circles = policies.visible_to(actor).filter(state__in=LOOKING_STATES)
    counted = circles.annotate(volunteer_count=Count("inner", filter=OPEN_PLACES))
    return counted.filter(volunteer_count__lt=LEAST_VOLUNTEERS)


def standing_still(actor: Actor, *, now: datetime) -> QuerySet[Circle]:
    """Circles of which nothing moved for longer than a phase takes, so that none is forgotten; not those that wait
    for a volunteer or for a decision, which ask for that."""
    undecided = HardEvent.objects.filter(circle=OuterRef("pk"), decided_on__isnull=True)
    still = Q()
    for state, most in STILL_FOR.items():
        still |= Q(state=state, state_since__lte=now - most)
    return (
        policies.visible_to(actor)
        .filter(still, ~Exists(undecided))
        .exclude(pk__in=looking_for_somebody(actor).order_by().values("pk"))
    )


def undecided_events(actor: Actor) -> QuerySet[HardEvent]:
    """What happened in circles of this actor, for as long as it is not decided how they go on."""
    leads = policies.visible_to(actor).filter(state__in=OPEN_STATES)
    return HardEvent.objects.filter(
        organisation_id=actor.organisation_id, decided_on__isnull=True, circle__in=leads
    )


def with_people(rows: QuerySet[Circle]) -> QuerySet[Circle]:
    """With everything that a page or a step reads of a circle itself."""
    return rows.select_related("programme", "core__user", "coordinator__user", "deputy__user")


def get_circle(actor: Actor, circle_id: UUID) -> Circle | None:
    """A circle whose coordinator's pages this actor may open, or None."""
    return with_people(policies.visible_to(actor)).filter(pk=circle_id).first()


def get_inside(actor: Actor, circle_id: UUID) -> Circle | None:
    """A circle the actor is a part of, or None."""
    return with_people(policies.inside(actor)).filter(pk=circle_id).first()


def get_as_volunteer(actor: Actor, circle_id: UUID) -> Circle | None:
    """A circle in which the actor is a volunteer, or None."""
    return with_people(policies.as_volunteer(actor)).filter(pk=circle_id).first()


def get_as_core(actor: Actor, circle_id: UUID) -> Circle | None:
    """A circle around the actor, or None."""
    return with_people(policies.as_core(actor)).filter(pk=circle_id).first()


def own(actor: Actor) -> list[Circle]:
    """The circles the actor is a part of."""
    return list(policies.inside(actor).order_by("name", "id")[:MOST_OWN])


def get_place(circle: Circle, place_id: UUID) -> InnerMember | None:
    """The open place of one volunteer in this circle, or None."""
    rows = circle.inner.filter(pk=place_id, ended_on__isnull=True)
    return rows.select_related("person").first()


def history_of(circle: Circle) -> list[CircleStep]:
    """The steps of a circle, newest first."""
    return list(circle.steps.order_by("-id")[:MOST_OWN])


def get_outer_place(actor: Actor, circle_id: UUID) -> OuterMember | None:
    """The actor's place in this outer circle, or None."""
    places = policies.places_in_outer(actor).filter(circle_id=circle_id)
    return places.select_related("circle__coordinator__user", "circle__deputy__user").first()


def locked(rows: QuerySet[Circle], circle_id: UUID) -> Circle:
    """The circle, locked until the transaction ends. Raises Circle.DoesNotExist."""
    return with_people(rows).select_for_update(of=("self",), no_key=True).get(pk=circle_id)


def lock_circle(actor: Actor, circle_id: UUID) -> Circle:
    """A circle that this actor leads, locked. Raises Circle.DoesNotExist."""
    return locked(policies.visible_to(actor), circle_id)


def inner_of(circle: Circle) -> list[InnerMember]:
    """The volunteers of now, in the order in which they came."""
    rows = circle.inner.filter(ended_on__isnull=True).select_related("person__user")
    return list(rows.order_by("joined_on", "id"))


def former_inner_of(circle: Circle) -> list[InnerMember]:
    """Who had a place earlier."""
    rows = circle.inner.filter(ended_on__isnull=False).select_related("person")
    return list(rows.order_by("-ended_on", "id"))


def outer_of(circle: Circle) -> QuerySet[OuterMember]:
    """The professionals around the circle now."""
    rows = circle.outer.filter(left_on__isnull=True)
    return rows.select_related("membership__user").order_by("name", "id")


def get_outer(actor: Actor, circle: Circle, outer_id: UUID) -> OuterMember | None:
    """One professional around a circle that the actor leads, or None."""
    rows = OuterMember.objects.filter(
        organisation_id=actor.organisation_id, circle=circle, left_on__isnull=True
    )
    return rows.filter(pk=outer_id).first()


def _carried() -> Combinable:
    """How many living matches and places in circles a person has."""
    own = {"person": OuterRef("pk"), "ended_on__isnull": True, "circle__state__in": OPEN_STATES}
    places = InnerMember.objects.filter(**own)
    matches = Match.objects.filter(volunteer=OuterRef("pk"), state__in=LIVING_STATES)
    return _number(matches, "volunteer_id") + _number(places, "person_id")


def _number(rows: QuerySet[Any, Any], of: str) -> Coalesce:
    counted = rows.order_by().values(of).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


def may_join(circle: Circle) -> QuerySet[Person]:
    """Volunteers who take part in the programme of this circle and have no place in it yet; not whose data are
    kept and not used for now, nor who rests, takes a break or has as much as they want (S0-60)."""
    engaged = Engagement.objects.filter(programme_id=circle.programme_id, ended_on__isnull=True)
    people = Person.objects.filter(
        organisation_id=circle.organisation_id,
        pk__in=engaged.values("person"),
        volunteer__status=VolunteerProfile.Status.ACTIVE,
        restricted_on__isnull=True,
    )
    people = people.exclude(volunteer__rests_until_on__gte=clock.today())
    people = people.exclude(volunteer__max_matches__lte=_carried())
    inside = circle.inner.filter(ended_on__isnull=True).values("person")
    return people.exclude(pk__in=inside).exclude(pk=circle.core_id).order_by("sort_name", "id")


# The circle coordinator is who coaches the volunteers of a circle, whoever coaches the programme.
def arranged(circle: Circle) -> frozenset[str]:
    """What this circle has of its own, so that the programme need not have it."""
    return frozenset({"coach"}) if is_present(circle.coordinator) else frozenset()


def not_ready(circle: Circle, people: Collection[UUID]) -> dict[UUID, list[str]]:
    """Which of these volunteers can't start in the programme of the circle yet, and what each still needs; a
    constant number of queries. Who takes no part in the programme is not ready either."""
    if not people:
        return {}
    own = arranged(circle)
    engagements = list(
        for_readiness(
            Engagement.objects.filter(
                organisation_id=circle.organisation_id,
                person__in=people,
                programme_id=circle.programme_id,
            ).open()
        )
    )
    items = readiness_of(engagements)
    missing: dict[UUID, list[str]] = {person_id: [] for person_id in people}
    for engagement in engagements:
        labels = [str(i.label) for i in in_the_way(items[engagement.pk]) if i.code not in own]
        if labels:
            missing[engagement.person_id] = labels
        else:
            missing.pop(engagement.person_id, None)
    return missing


def is_present(member: Membership | None) -> bool:
    """Somebody is named, and still here."""
    return member is not None and member.ended_on is None


def newest_covenant(circle: Circle) -> Covenant | None:
    """The agreements that count now."""
    return circle.covenants.order_by("-number").first()


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody of the inner circle and whether they agreed. `person_id` or `membership_id` says who."""

    name: str
    role: str
    person_id: UUID | None
    membership_id: UUID | None
    agreed_on: date | None
    how: str


def voices(
    circle: Circle,
    covenant: Covenant | None,
    inner: Collection[InnerMember],
    *,
    for_inside: bool = False,
) -> list[Voice]:
    """Everybody who has to agree: the core member, the volunteers and the circle coordinator. `for_inside`: with the
    names that people call each other, since a family name is not for the others in the circle. One query."""
    rows = covenant.agreed.all() if covenant is not None else ()
    said = {row.person_id or row.membership_id: row for row in rows}

    def voice(name: str, role: str, person: UUID | None, member: UUID | None) -> Voice:
        yes = said.get(person or member)
        return Voice(
            name,
            role,
            person,
            member,
            yes.agreed_on if yes else None,
            yes.get_how_display() if yes else "",
        )

    def called(person: Person) -> str:
        return person.first_name if for_inside else person.name

    found = [voice(called(circle.core), "core", circle.core_id, None)]
    found += [voice(called(row.person), "volunteer", row.person_id, None) for row in inner]
    if circle.coordinator is not None:
        user = circle.coordinator.user
        found.append(voice(user.name or user.email, "coordinator", None, circle.coordinator_id))
    return found


def facts_of(circle: Circle, inner: Collection[InnerMember]) -> Facts:
    """What the gates look at; a constant number of queries."""
    covenant = newest_covenant(circle)
    missing = not_ready(circle, [row.person_id for row in inner])
    return Facts(
        rules=circle.rules,
        state=circle.state,
        volunteers=len(inner),
        ready=len(inner) - len(missing),
        has_coordinator=is_present(circle.coordinator),
        has_deputy=is_present(circle.deputy),
        is_consented=circle.is_consented,
        is_briefed=circle.briefed_on is not None,
        has_covenant=covenant is not None,
        still_to_agree=sum(1 for each in voices(circle, covenant, inner) if not each.agreed_on),
        has_open_event=open_event(circle) is not None,
        has_closing_meeting=circle.closing_met_on is not None,
        has_aftercare=bool(circle.aftercare),
    )


def open_event(circle: Circle) -> HardEvent | None:
    """What happened, for as long as it is not decided how the circle goes on."""
    return circle.hard_events.filter(decided_on__isnull=True).first()


def circle_programmes(actor: Actor) -> QuerySet[Programme]:
    """Programmes in which circles stand around somebody."""
    rows = Programme.objects.filter(organisation_id=actor.organisation_id, form="circle")
    return rows.exclude(status=Programme.Status.CLOSED).order_by("name")
