"""In which programmes a participant is: what their role cards and letters are about (agreements asks)."""

from uuid import UUID

from naast.companionship.models import Match, Request
from naast.companionship.policies.matches import NOT_FOR_PARTICIPANTS
from naast.companionship.policies.requests import OPEN_STATUSES
from naast.companionship.states import OPEN_STATES
from naast.organisations.actors import Actor


def of_participant(actor: Actor, person_id: UUID) -> set[UUID]:
    """Programmes of open wishes, and of matches of which the participant knows. Two queries."""
    here = {"organisation_id": actor.organisation_id, "participant_id": person_id}
    wishes = Request.objects.filter(**here, status__in=OPEN_STATUSES)
    matches = Match.objects.filter(**here, state__in=OPEN_STATES).exclude(
        state__in=NOT_FOR_PARTICIPANTS
    )
    return {
        row for rows in (wishes, matches) for row in rows.values_list("programme_id", flat=True)
    }
