"""Who knows of a tension: the two it concerns, and coordinators."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.division.models import Tension
from naast.division.policies import matches
from naast.division.states import TensionState
from naast.organisations.actors import Actor
from naast.organisations.models import Function


def visible_to(actor: Actor) -> QuerySet[Tension]:
    """Coordinators all; the volunteer and the professional what concerns them. Nobody else knows of it, also not
    a colleague of the same team."""
    rows = Tension.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.is_coordinator else rows.filter(concerning(actor))


def concerning(actor: Actor) -> Q:
    """Those in which the actor is one of the two."""
    own = Q(pk__in=[])
    if actor.person_id is not None and actor.has(Function.VOLUNTEER):
        own |= Q(volunteer_id=actor.person_id)
    if actor.membership_id is not None:
        own |= Q(professional_id=actor.membership_id)
    return own


def led_by(actor: Actor) -> QuerySet[Tension]:
    """Those about which a coordinator leads the talk: never one that concerns themselves."""
    rows = visible_to(actor) if actor.is_coordinator else Tension.objects.none()
    return rows.exclude(concerning(actor))


def side_of(actor: Actor, tension: Tension) -> str:
    """Which of the two the actor is; «» for neither."""
    if actor.has(Function.VOLUNTEER) and tension.volunteer_id == actor.person_id:
        return matches.VOLUNTEER
    if actor.membership_id is not None and tension.professional_id == actor.membership_id:
        return matches.PROFESSIONAL
    return ""


def can_say(actor: Actor, tension: Tension) -> Decision:
    """Each of the two writes how they see it, until it was agreed."""
    if not side_of(actor, tension):
        return deny(_("Only the two it concerns can write how they see it."))
    return _while_it_is_talked_about(tension)


def can_write_down(actor: Actor, tension: Tension) -> Decision:
    """A coordinator writes down what somebody told them: never as one of the two."""
    can_lead(actor, tension).require()
    return _while_it_is_talked_about(tension)


def can_lead(actor: Actor, tension: Tension) -> Decision:
    """A coordinator who is not one of the two leads the talk and writes down what was agreed."""
    if tension.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can write this down."))
    if side_of(actor, tension):
        return deny(_("This concerns yourself: ask another coordinator to lead the talk."))
    return ALLOW


def _while_it_is_talked_about(tension: Tension) -> Decision:
    if tension.state == TensionState.CLOSED:
        return deny(_("This is closed."))
    return ALLOW
