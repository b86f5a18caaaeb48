"""Who keeps the register of insurance."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.checks.models import Activity, Policy
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor


def visible_to(actor: Actor) -> QuerySet[Policy]:
    """The policies of the organisation, for coordinators."""
    policies = Policy.objects.filter(organisation_id=actor.organisation_id)
    return policies if actor.is_coordinator else policies.none()


def activities_visible_to(actor: Actor) -> QuerySet[Activity]:
    """The activities under the free insurance, for coordinators."""
    activities = Activity.objects.filter(organisation_id=actor.organisation_id)
    return activities if actor.is_coordinator else activities.none()


def can_keep(actor: Actor) -> Decision:
    """Coordinators keep the register."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator keeps the register of insurance."))
    return ALLOW
