"""Who looks after the end of a match and the calls after it: coordinators."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match, MatchState
from naast.companionship.policies import matches
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.parting.models import Care, Closing

CLOSING_STATES = (MatchState.WINDING_DOWN, MatchState.ENDED)


def matches_visible_to(actor: Actor) -> QuerySet[Match]:
    """The matches that wind down or have ended, for coordinators; not one in which they are themselves."""
    if not actor.is_coordinator:
        return Match.objects.none()
    rows = matches.visible_to(actor).filter(state__in=CLOSING_STATES)
    if actor.person_id is None:
        return rows
    return rows.exclude(volunteer_id=actor.person_id).exclude(participant_id=actor.person_id)


def visible_to(actor: Actor) -> QuerySet[Closing]:
    """What was written at the end of these matches."""
    return Closing.objects.filter(
        organisation_id=actor.organisation_id, match__in=matches_visible_to(actor)
    )


def care_visible_to(actor: Actor) -> QuerySet[Care]:
    """The calls after an end: coordinators."""
    return Care.objects.filter(
        organisation_id=actor.organisation_id, match__in=matches_visible_to(actor)
    )


def can_close(actor: Actor, match: Match) -> Decision:
    """Coordinators lead the end of a match; not of one in which they are themselves."""
    if match.organisation_id != actor.organisation_id:
        return deny(_("This match belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can do this."))
    if actor.person_id in (match.volunteer_id, match.participant_id):
        return deny(_("Ask a colleague: this match is your own."))
    return ALLOW
