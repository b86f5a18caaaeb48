"""Reads of goodbyes to volunteers. Every function starts from what the actor may see."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from naast.agreements.models import NotKept
from naast.agreements.policies import steps as ladder_policies
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.parting.models import OnwardGoal, Parting, PartingReason
from naast.parting.policies import partings as policies
from naast.parting.queries.ties import Ties, ties_of
from naast.parting.states import (
    GROWN_ON,
    OPEN_STATES,
    Better,
    GroundKind,
    PartingKind,
    PartingState,
    Reason,
)
from naast.people.models import VolunteerProfile

GROWN = frozenset(GROWN_ON)


def with_everything(rows: QuerySet[Parting]) -> QuerySet[Parting]:
    """Adds what a page reads."""
    return rows.select_related(
        "person__user", "opened_by__user", "second__user", "not_kept", "keepsake", "invitation"
    ).prefetch_related("reasons", "earlier", "seen")


def get_parting(actor: Actor, parting_id: UUID) -> Parting | None:
    """One for staff, or None."""
    return with_everything(policies.visible_to(actor)).filter(pk=parting_id).first()


def mine(actor: Actor) -> Parting | None:
    """The volunteer's own open goodbye, as far as it is put before them; or None."""
    return with_everything(policies.own_of(actor)).first()


def listed(actor: Actor, *, is_closed: bool) -> QuerySet[Parting]:
    """Goodbyes that are being prepared, or those that were said (order it by page)."""
    rows = policies.visible_to(actor).select_related("person")
    return rows.exclude(state__in=OPEN_STATES) if is_closed else rows.filter(state__in=OPEN_STATES)


def ladder_of(actor: Actor, parting: Parting) -> QuerySet[NotKept]:
    """Agreements that were not kept by this person, whose steps can be taken over."""
    rows = ladder_policies.visible_to(actor).filter(engagement__person_id=parting.person_id)
    return rows.select_related("engagement__programme").order_by("-id")


@dataclass(frozen=True, slots=True)
class PartingPage:
    """Everything on the page of one goodbye."""

    parting: Parting
    reasons: list[tuple[Text, bool]]
    grounds: list[Text]
    better: list[Text]
    ties: Ties | None
    may_look_along: bool
    may_say_goodbye: bool
    only_heard: bool
    onward: OnwardGoal | None

    @property
    def asks_why(self) -> bool:
        """Whether why and what next belongs here: not yet while a talk on our initiative is prepared."""
        before = (PartingState.OPEN, PartingState.SHARED)
        return not (self.parting.is_ours and self.parting.state in before)


def parting_page(actor: Actor, parting: Parting) -> PartingPage:
    """Read the page; a constant number of queries."""
    says_goodbye = actor.is_coordinator and _is_ready(parting)
    seen = list(parting.seen.all())
    return PartingPage(
        parting=parting,
        reasons=[(Reason(each.code).label, each.code in GROWN) for each in parting.reasons.all()],
        grounds=[GroundKind(code).label for code in parting.grounds],
        better=[Better(code).label for code in parting.better],
        ties=ties_of(actor, parting.person) if says_goodbye else None,
        may_look_along=parting.state == PartingState.SHARED
        and bool(policies.can_look_along(actor, parting)),
        may_say_goodbye=says_goodbye,
        only_heard=bool(seen) and not any(each.is_first_hand for each in seen),
        onward=OnwardGoal.objects.filter(person_id=parting.person_id).first(),
    )


def _is_ready(parting: Parting) -> bool:
    if parting.kind == PartingKind.ORGANISATION:
        return parting.state == PartingState.AGREED
    return parting.state == PartingState.OPEN


def waits_for_talk(actor: Actor) -> QuerySet[Parting]:
    """A volunteer would like to stop, or was away for a year: the talk is still to be planned."""
    rows = policies.visible_to(actor) if actor.is_coordinator else Parting.objects.none()
    return rows.filter(
        state=PartingState.OPEN, talk_planned_on__isnull=True, talk_on__isnull=True
    ).exclude(kind=PartingKind.ORGANISATION)


def waits_for_second(actor: Actor) -> QuerySet[Parting]:
    """A parting on our initiative that was talked about: a second colleague looks along."""
    rows = policies.visible_to(actor).filter(state=PartingState.SHARED, talk_on__isnull=False)
    return rows.exclude(opened_by_id=actor.membership_id) if actor.membership_id else rows


def talks_to_hold(actor: Actor, *, day: date) -> QuerySet[Parting]:
    """The day of the talk has come."""
    rows = policies.visible_to(actor) if actor.is_coordinator else Parting.objects.none()
    return rows.filter(state__in=OPEN_STATES, talk_on__isnull=True, talk_planned_on__lte=day)


def decided(actor: Actor) -> QuerySet[Parting]:
    """Decided by two colleagues: the goodbye itself is still to come, and access is still open."""
    rows = policies.visible_to(actor) if actor.is_coordinator else Parting.objects.none()
    return rows.filter(state=PartingState.AGREED)


def left_without_talk(actor: Actor, *, year: int) -> QuerySet[VolunteerProfile]:
    """Volunteers who left that year and with whom nobody talked; who died is not rung (order it by page)."""
    if not actor.is_coordinator:
        return VolunteerProfile.objects.none()
    talked = Parting.objects.filter(
        person=OuterRef("person"), state=PartingState.PARTED, talk_on__isnull=False
    )
    died = PartingReason.objects.filter(parting__person=OuterRef("person"), code=Reason.DIED)
    return (
        VolunteerProfile.objects.filter(
            organisation_id=actor.organisation_id,
            status=VolunteerProfile.Status.FORMER,
            left_on__year=year,
        )
        .exclude(Exists(talked))
        .exclude(Exists(died))
        .select_related("person")
    )


def of_person(actor: Actor, person_id: UUID) -> QuerySet[Parting]:
    """The goodbyes of one person, newest first."""
    return policies.visible_to(actor).filter(person_id=person_id).order_by("-id")


def open_of(actor: Actor, person_id: UUID) -> Parting | None:
    """The goodbye to this person that is being prepared, or None."""
    return of_person(actor, person_id).filter(state__in=OPEN_STATES).first()


def my_goal(actor: Actor) -> OnwardGoal | None:
    """Where the actor is heading, in their own words; or None."""
    if actor.person_id is None:
        return None
    rows = OnwardGoal.objects.filter(organisation_id=actor.organisation_id, reached_on__isnull=True)
    return rows.filter(person_id=actor.person_id).first()
