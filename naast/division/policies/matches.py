"""Whose match it is, for everything in this room that hangs on one."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match, MatchState
from naast.companionship.policies import matches
from naast.companionship.states import FINAL_STATES, LIVING_STATES
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor

# Before both said yes there is nothing to divide, and they don't know of each other.
NOT_YET = (MatchState.PROPOSED, MatchState.VOLUNTEER_YES, MatchState.NOT_STARTED)
VOLUNTEER, PROFESSIONAL = "volunteer", "professional"


def visible_to(actor: Actor) -> QuerySet[Match]:
    """The matches whose division of tasks this actor may read: coordinators all, the two themselves and staff
    theirs, once both said yes."""
    found = matches.visible_to(actor)
    return found if actor.is_coordinator else found.exclude(state__in=NOT_YET)


def of_pattern(*patterns: str, prefix: str = "") -> Q:
    """The matches with one of these patterns: their own, or that of their programme."""
    return Q(**{f"{prefix}pattern__in": patterns}) | Q(
        **{f"{prefix}pattern": "", f"{prefix}programme__pattern__in": patterns}
    )


def living(prefix: str = "") -> Q:
    """The matches in which two people see each other."""
    return Q(**{f"{prefix}state__in": LIVING_STATES})


def side_of(actor: Actor, match: Match) -> str:
    """As whom the actor works in this match: its volunteer, its professional, or neither («»)."""
    if matches.side_of(actor, match) == VOLUNTEER:
        return VOLUNTEER
    if actor.membership_id is not None and match.professional_id == actor.membership_id:
        return PROFESSIONAL
    return ""


def can_arrange(actor: Actor, match: Match) -> Decision:
    """Coordinators move the pattern, name stand-ins and write down what was said on paper; while it is open."""
    matches.can_arrange(actor, match).require()
    return _while_open(match)


def can_write_yes(actor: Actor, match: Match) -> Decision:
    """A coordinator writes down what was said on paper: never as one of the two, who would agree alone."""
    can_arrange(actor, match).require()
    if side_of(actor, match):
        return deny(_("This concerns yourself: ask another coordinator to write it down."))
    return ALLOW


def can_work_on(actor: Actor, match: Match) -> Decision:
    """The volunteer, the professional and coordinators write the table together; while it is open."""
    if match.organisation_id != actor.organisation_id:
        return deny(_("This match belongs to another organisation."))
    if not (actor.is_coordinator or side_of(actor, match)):
        return deny(_("Only the volunteer, the professional and coordinators can change this."))
    return _while_open(match)


def can_say_as(actor: Actor, match: Match, side: str) -> Decision:
    """Each says yes for themselves."""
    if not side or side_of(actor, match) != side:
        return deny(_("Only the two who agree can say this."))
    return _while_open(match)


def _while_open(match: Match) -> Decision:
    if match.state in FINAL_STATES:
        return deny(_("This match has ended: it stays as it was."))
    return ALLOW
