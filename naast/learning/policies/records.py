"""Who reads and writes what somebody completed."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.learning.models import Completion
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person


def visible_to(actor: Actor) -> QuerySet[Completion]:
    """Coordinators and coaches: all. Everybody: their own."""
    completions = Completion.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator or actor.has(Function.COACH):
        return completions
    return completions.filter(Q(person_id=actor.person_id))


def can_note(actor: Actor, person: Person) -> Decision:
    """Coordinators write down what somebody did elsewhere, and that they saw the certificate: of others, never
    of themselves."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can write this down."))
    if person.pk == actor.person_id:
        return deny(_("This is about yourself: a colleague does it."))
    return ALLOW
