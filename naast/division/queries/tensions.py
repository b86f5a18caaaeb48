"""Reads about tensions. Every function starts from what the actor may see."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from naast.companionship.models import Match
from naast.companionship.states import OPEN_STATES
from naast.division.models import Tension
from naast.division.policies import matches
from naast.division.policies import tensions as policies
from naast.division.states import TensionState
from naast.organisations.actors import Actor

# After so long somebody asks the one who did not say anything yet.
VIEW_AWAITED_FOR = timedelta(days=7)
# So long after looking back somebody asks whether it can be closed: only what is closed is erased.
LOOKED_BACK_FOR = timedelta(days=14)
WITH_PEOPLE = (
    "programme",
    "match__participant",
    "volunteer__user",
    "professional__user",
    "told_by__user",
)
AWAITED = Tension.View.AWAITED
MISSING_VIEW = Q(volunteer_how=AWAITED) | Q(professional_how=AWAITED)


def listed(actor: Actor, *, is_closed: bool) -> QuerySet[Tension]:
    """The open ones, or those that are closed and not erased yet; without what was written."""
    rows = policies.visible_to(actor).filter(closed_on__isnull=not is_closed)
    return rows.select_related("programme", "volunteer", "professional__user").defer(
        "happened", "volunteer_view", "professional_view", "agreed", "looked_back"
    )


def mine(actor: Actor) -> QuerySet[Tension]:
    """What concerns this actor as one of the two, whatever else they are."""
    rows = Tension.objects.filter(policies.concerning(actor), organisation_id=actor.organisation_id)
    return rows.select_related("programme", "volunteer", "professional__user").order_by("-id")


def get_tension(actor: Actor, tension_id: UUID) -> Tension | None:
    """One, or None when this actor may not know it exists."""
    rows = policies.visible_to(actor).select_related(*WITH_PEOPLE)
    return rows.filter(pk=tension_id).first()


def get_mine(actor: Actor, tension_id: UUID) -> Tension | None:
    """One that concerns the actor as one of the two, or None."""
    return mine(actor).select_related(*WITH_PEOPLE).filter(pk=tension_id).first()


def lock_tension(actor: Actor, tension_id: UUID) -> Tension:
    """One, locked until the transaction ends. Raises Tension.DoesNotExist."""
    rows = policies.visible_to(actor).select_for_update(of=("self",), no_key=True)
    return rows.select_related(*WITH_PEOPLE).get(pk=tension_id)


def view_missing(actor: Actor, *, now: datetime) -> QuerySet[Tension]:
    """One side has not said how they see it for a week."""
    return policies.led_by(actor).filter(
        MISSING_VIEW,
        closed_on__isnull=True,
        state=TensionState.OPEN,
        created_at__lte=now - VIEW_AWAITED_FOR,
    )


def to_lead(actor: Actor) -> QuerySet[Tension]:
    """Both said how they see it, and nothing is agreed yet."""
    return policies.led_by(actor).filter(
        ~MISSING_VIEW, closed_on__isnull=True, state=TensionState.OPEN
    )


def to_look_back(actor: Actor, *, day: date) -> QuerySet[Tension]:
    """The day to look back has come; or they looked back, and it is neither closed nor agreed anew."""
    left_open = Q(state=TensionState.LOOKED_BACK, state_since__date__lte=day - LOOKED_BACK_FOR)
    return policies.led_by(actor).filter(
        Q(state=TensionState.AGREED, review_on__lte=day) | left_open, closed_on__isnull=True
    )


def waits_for_my_view(actor: Actor, side: str) -> QuerySet[Tension]:
    """Those about which this actor did not say yet how they see it, on this side."""
    rows = Tension.objects.filter(organisation_id=actor.organisation_id, closed_on__isnull=True)
    if side == matches.VOLUNTEER and actor.person_id is not None:
        return rows.filter(volunteer_id=actor.person_id, volunteer_how=AWAITED)
    if side == matches.PROFESSIONAL and actor.membership_id is not None:
        return rows.filter(professional_id=actor.membership_id, professional_how=AWAITED)
    return rows.none()


def matches_to_tell_of(actor: Actor) -> QuerySet[Match]:
    """The matches about which this actor may put something on the table: with a professional."""
    rows = matches.visible_to(actor).filter(state__in=OPEN_STATES, professional__isnull=False)
    return rows.select_related("programme", "volunteer", "participant", "professional__user")
