"""Who knows of a match, and who may do what with it."""

from typing import Literal
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match, MatchState
from naast.companionship.states import (
    COORDINATOR,
    LIVING_STATES,
    MATCH,
    OPEN_STATES,
    PARTICIPANT,
    VOLUNTEER,
)
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function

Side = Literal["coordinator", "volunteer", "participant", "staff"]
# A participant does not read of people who were never proposed to them, or who said no.
NOT_FOR_PARTICIPANTS = (MatchState.PROPOSED, MatchState.NOT_STARTED)


def as_volunteer(actor: Actor) -> Q | None:
    """The matches in which the actor is the volunteer; None when they are nobody's volunteer."""
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return None
    return Q(volunteer_id=actor.person_id, state__in=OPEN_STATES)


def as_participant(actor: Actor) -> Q | None:
    """The matches in which the actor is the participant, once they were asked themselves."""
    if actor.person_id is None or not actor.has(Function.PARTICIPANT):
        return None
    return Q(participant_id=actor.person_id) & ~Q(state__in=NOT_FOR_PARTICIPANTS)


def as_staff(actor: Actor) -> Q | None:
    """The matches of a professional's participants, and those a coach coaches, to read."""
    if actor.membership_id is None:
        return None
    own = Q()
    if actor.has(Function.PROFESSIONAL):
        own |= Q(professional_id=actor.membership_id)
        own |= Q(participant__participant__professional_id=actor.membership_id)
    if actor.has(Function.COACH):
        own |= Q(coach_id=actor.membership_id)
    return own & ~Q(state=MatchState.NOT_STARTED) if own else None


def visible_to(actor: Actor) -> QuerySet[Match]:
    """The matches this actor may know exist: everything else is a 404.

    Coordinators: all of their organisation. A volunteer: their own while they are asked or it lives,
    nothing after the end. A participant: their own, once asked. A professional: of their participants.
    """
    matches = Match.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return matches
    own = [
        part
        for part in (as_volunteer(actor), as_participant(actor), as_staff(actor))
        if part is not None
    ]
    if not own:
        return matches.none()
    together = Q()
    for part in own:
        together |= part
    # Ids in a subquery, so that the way to the professional never doubles or locks other rows.
    return matches.filter(pk__in=Match.objects.filter(together).values("pk"))


def own_as_volunteer(actor: Actor) -> QuerySet[Match]:
    """The living matches in which the actor is the volunteer."""
    matches = Match.objects.filter(organisation_id=actor.organisation_id)
    own = as_volunteer(actor)
    return matches.filter(own, state__in=LIVING_STATES) if own is not None else matches.none()


def side_of(actor: Actor, match: Match) -> Side:
    """As whom the actor looks at this match they may see. One's own match comes before one's job."""
    if _is_volunteer(actor, match.volunteer_id):
        return "volunteer"
    if actor.has(Function.PARTICIPANT) and match.participant_id == actor.person_id:
        return "participant"
    return "coordinator" if actor.is_coordinator else "staff"


def hats_on(actor: Actor, match: Match) -> frozenset[str]:
    """As whom the actor may take steps in this match."""
    hats = {COORDINATOR} if actor.is_coordinator else set()
    side = side_of(actor, match)
    if side in (VOLUNTEER, PARTICIPANT):
        hats.add(side)
    return frozenset(hats)


def can_take(actor: Actor, match: Match, step: str) -> Decision:
    """Whether the actor may take this step of the state table (whatever the state is now)."""
    if match.organisation_id != actor.organisation_id:
        return deny(_("This match belongs to another organisation."))
    if MATCH.steps[step].by.isdisjoint(hats_on(actor, match)):
        return deny(_("This step is for somebody else in this match."))
    return ALLOW


def can_arrange(actor: Actor, match: Match) -> Decision:
    """Coordinators name people, write down agreements and note milestones."""
    if match.organisation_id != actor.organisation_id:
        return deny(_("This match belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can change this match."))
    return ALLOW


def can_ask_for_change(actor: Actor, match: Match) -> Decision:
    """The participant may always say that they want to stop or would like somebody else (S1-31)."""
    if side_of(actor, match) != PARTICIPANT:
        return deny(_("Only the participant can ask this."))
    if match.state not in LIVING_STATES:
        return deny(_("This match is not running."))
    return ALLOW


def can_cancel_visit(actor: Actor, match: Match) -> Decision:
    """The volunteer says «I can't come», or the coordinator on their behalf."""
    if not (actor.is_coordinator or _is_volunteer(actor, match.volunteer_id)):
        return deny(_("Only the volunteer of this match can say this."))
    if match.state not in (*LIVING_STATES, MatchState.MEETING_PLANNED):
        return deny(_("This match is not running."))
    return ALLOW


def _is_volunteer(actor: Actor, volunteer_id: UUID) -> bool:
    return actor.has(Function.VOLUNTEER) and actor.person_id == volunteer_id
