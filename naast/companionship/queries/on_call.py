"""Whom a volunteer or participant can ring, per part of the day."""

from django.db.models import Q

from naast.companionship.models.match import OPEN_STATES
from naast.organisations.actors import Actor
from naast.programmes.models import OnCallLine


def on_call_for(actor: Actor) -> list[OnCallLine]:
    """The on-call lines of the programmes in which this person has a match or takes part (S2-27)."""
    if actor.person_id is None:
        return []
    mine = Q(
        programme__matches__volunteer_id=actor.person_id, programme__matches__state__in=OPEN_STATES
    )
    mine |= Q(
        programme__matches__participant_id=actor.person_id,
        programme__matches__state__in=OPEN_STATES,
    )
    mine |= Q(
        programme__engagements__person_id=actor.person_id,
        programme__engagements__ended_on__isnull=True,
    )
    lines = (
        OnCallLine.objects.filter(mine, organisation_id=actor.organisation_id)
        .exclude(phone="")
        .order_by("programme__name", "position", "id")
        .distinct()
    )
    return list(lines[:12])
