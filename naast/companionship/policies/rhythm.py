"""Who agrees with the rhythm of a match, and who may set the whole house at a distance."""

from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.companionship.policies import matches
from naast.companionship.states import LIVING_STATES
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor


def can_agree(actor: Actor, match: Match, side: str) -> Decision:
    """Each for themselves; a coordinator writes down what somebody told or put on paper."""
    if match.organisation_id != actor.organisation_id:
        return deny(_("This match belongs to another organisation."))
    if match.state not in LIVING_STATES:
        return deny(_("This match is not running."))
    own = matches.side_of(actor, match)
    if own != side and (own in ("volunteer", "participant") or not actor.is_coordinator):
        return deny(_("Each of the two says this for themselves."))
    return ALLOW


def can_keep_distance(actor: Actor) -> Decision:
    """Coordinators decide for the house."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can change this for everybody."))
    return ALLOW
