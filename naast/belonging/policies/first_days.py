"""Who knows of a first day, who prepares it, and who says that somebody was received."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.belonging.models import FirstDay
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function


def visible_to(actor: Actor) -> QuerySet[FirstDay]:
    """Coordinators: all of their organisation. A host: those they welcome. A volunteer: their own."""
    days = FirstDay.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return days
    known = Q()
    if actor.membership_id is not None:
        known |= Q(host_id=actor.membership_id)
    if actor.person_id is not None and actor.has(Function.VOLUNTEER):
        known |= Q(engagement__person_id=actor.person_id)
    return days.filter(known) if known else days.none()


def hosted_by(actor: Actor) -> QuerySet[FirstDay]:
    """The people this actor welcomes, whatever else they are."""
    days = FirstDay.objects.filter(
        organisation_id=actor.organisation_id, engagement__ended_on__isnull=True
    )
    return days.filter(host_id=actor.membership_id) if actor.membership_id else days.none()


def own_of(actor: Actor) -> QuerySet[FirstDay]:
    """The volunteer's own first days."""
    days = FirstDay.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return days.none()
    return days.filter(engagement__person_id=actor.person_id, engagement__ended_on__isnull=True)


def can_plan(actor: Actor) -> Decision:
    """Coordinators name hosts, days and lines."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can change this."))
    return ALLOW


def can_receive(actor: Actor, first_day: FirstDay) -> Decision:
    """The host ticks and confirms, or a coordinator; nobody says of themselves that they were received."""
    if first_day.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if first_day.engagement.person_id == actor.person_id:
        return deny(_("Somebody else says that you were received."))
    is_host = actor.membership_id is not None and first_day.host_id == actor.membership_id
    if not (is_host or actor.is_coordinator):
        return deny(_("Only who welcomes somebody can tick this."))
    return ALLOW
