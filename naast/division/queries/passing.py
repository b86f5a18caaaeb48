"""Reads about what volunteers passed on to professionals."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from naast.companionship.models import Match
from naast.division.models import PassedOn
from naast.division.policies import passing as policies
from naast.organisations.actors import Actor

# After so long a coordinator hears that it still waits.
WAITS = timedelta(days=3)
ON_A_PAGE = 5


def get_passed(actor: Actor, passed_id: UUID) -> PassedOn | None:
    """One, or None when this actor may not know of it."""
    rows = policies.visible_to(actor).select_related(
        "match__programme",
        "match__participant",
        "match__volunteer",
        "match__professional__user",
        "taken_up_by__user",
    )
    return rows.filter(pk=passed_id).first()


def lock_passed(actor: Actor, passed_id: UUID) -> PassedOn:
    """One, locked until the transaction ends. Raises PassedOn.DoesNotExist."""
    rows = policies.visible_to(actor).select_for_update(of=("self",), no_key=True)
    return rows.select_related("match__volunteer__user").get(pk=passed_id)


def of_match(actor: Actor, match: Match) -> list[PassedOn]:
    """The last ones of a match, newest first; one query."""
    rows = policies.visible_to(actor).filter(match=match).select_related("taken_up_by__user")
    return list(rows.order_by("-id")[:ON_A_PAGE])


def waiting_for(actor: Actor) -> QuerySet[PassedOn]:
    """What waits for this professional."""
    rows = policies.visible_to(actor).filter(taken_up_on__isnull=True)
    if actor.membership_id is None:
        return rows.none()
    return rows.filter(match__professional_id=actor.membership_id)


def left_lying(actor: Actor, *, now: datetime) -> QuerySet[PassedOn]:
    """What waits too long, for coordinators; not what one passed on as a volunteer oneself."""
    rows = policies.visible_to(actor).filter(taken_up_on__isnull=True, created_at__lte=now - WAITS)
    return rows if actor.person_id is None else rows.exclude(match__volunteer_id=actor.person_id)
