"""Who knows about checks of conduct: outcomes are read by coordinators and by the person alone (GDPR art. 10)."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.checks.models import CheckRecord
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.people.api import is_own
from naast.people.models import Person


def visible_to(actor: Actor) -> QuerySet[CheckRecord]:
    """Coordinators: all of their organisation. Everybody: their own. Coaches and others: none."""
    records = CheckRecord.objects.filter(organisation_id=actor.organisation_id)
    return records if actor.is_coordinator else records.filter(Q(person_id=actor.person_id))


def can_keep(actor: Actor, person: Person) -> Decision:
    """Coordinators ask for checks and note what they saw; never about themselves."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator notes checks of conduct."))
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if is_own(actor, person):
        return deny(_("Ask a colleague to write down what is about yourself."))
    return ALLOW
