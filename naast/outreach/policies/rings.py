"""Who sees and notes in which ring people stand."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.outreach.models import RingMove, RingPlace
from naast.people.models import Person


def visible_to(actor: Actor) -> QuerySet[RingPlace]:
    """Coordinators see all of their organisation, nobody else any: it is no list to compare people by."""
    places = RingPlace.objects.filter(organisation_id=actor.organisation_id)
    return places if actor.is_coordinator else places.none()


def moves_visible_to(actor: Actor) -> QuerySet[RingMove]:
    """The moves of people, as `visible_to`."""
    moves = RingMove.objects.filter(organisation_id=actor.organisation_id)
    return moves if actor.is_coordinator else moves.none()


def can_move(actor: Actor, person: Person) -> Decision:
    """Coordinators write down a move, in whatever direction, and what the person wishes."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can note this."))
    return ALLOW
