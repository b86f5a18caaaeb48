"""Who keeps the list of people who help now and then."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.outreach.models import Helper


def visible_to(actor: Actor) -> QuerySet[Helper]:
    """Coordinators see all of their organisation, nobody else any."""
    helpers = Helper.objects.filter(organisation_id=actor.organisation_id)
    return helpers if actor.is_coordinator else helpers.none()


def can_keep(actor: Actor) -> Decision:
    """Coordinators write down who helps now and then."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator keeps this list."))
    return ALLOW
