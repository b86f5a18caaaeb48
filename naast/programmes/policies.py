"""Who may read and change programmes, and who may know who takes part."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from naast.programmes.models import Engagement, EngagementQuerySet, Programme

SEES_WHO_TAKES_PART = (Function.COACH, Function.PROFESSIONAL)


def visible_to(actor: Actor) -> QuerySet[Programme]:
    """Coordinators see every programme of their organisation, other members the running ones."""
    programmes = Programme.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return programmes
    return programmes.filter(status=Programme.Status.ACTIVE)


def can_create(actor: Actor) -> Decision:
    """Coordinators set up programmes."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can set up a programme."))
    return ALLOW


def can_change(actor: Actor, programme: Programme) -> Decision:
    """Coordinators change the programmes of their organisation."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can change a programme."))
    if programme.organisation_id != actor.organisation_id:
        return deny(_("This programme belongs to another organisation."))
    return ALLOW


def engagements_visible_to(actor: Actor) -> EngagementQuerySet:
    """Coordinators: all. Coaches and professionals: of running programmes, so that they know who the
    volunteers are. Everybody: their own."""
    engagements = Engagement.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return engagements
    known = Q(person_id=actor.person_id)
    if sees_who_takes_part(actor):
        known |= Q(programme__status=Programme.Status.ACTIVE)
    return engagements.filter(known)


def sees_who_takes_part(actor: Actor) -> bool:
    """Whether the page of a programme shows the people in it to this actor."""
    return actor.is_coordinator or actor.has(*SEES_WHO_TAKES_PART)


def can_engage(actor: Actor, person: Person, programme: Programme) -> Decision:
    """Coordinators let people take part in a programme that isn't closed."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can let somebody take part in a programme."))
    if {person.organisation_id, programme.organisation_id} != {actor.organisation_id}:
        return deny(_("This belongs to another organisation."))
    if programme.status == Programme.Status.CLOSED:
        return deny(_("This programme is closed."))
    return ALLOW


def can_decide(actor: Actor, engagement: Engagement) -> Decision:
    """Coordinators let something wait and write down that it is in place, never about themselves: who
    volunteers too asks a colleague."""
    if actor.person_id is not None and actor.person_id == engagement.person_id:
        return deny(_("This is about yourself: ask a colleague."))
    return can_change_engagement(actor, engagement)


def can_change_engagement(actor: Actor, engagement: Engagement) -> Decision:
    """Coordinators write down kinds, tests and conditions."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can change how somebody takes part."))
    if engagement.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    return ALLOW
