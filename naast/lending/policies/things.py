"""Who keeps the register of what is lent, and the rule on own devices."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.lending.models import Item, OwnDevices
from naast.organisations.actors import Actor
from naast.programmes import policies as programme_policies
from naast.programmes.models import Programme


def visible_to(actor: Actor) -> QuerySet[Item]:
    """The register, for coordinators. A volunteer sees what they have themselves: policies.loans."""
    rows = Item.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.is_coordinator else rows.none()


def can_keep(actor: Actor) -> Decision:
    """Coordinators add, change and retire things."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator keeps the register."))
    return ALLOW


def own_devices_visible_to(actor: Actor) -> QuerySet[OwnDevices]:
    """The rules on own devices, of programmes that the actor may know: a rule is there to be read."""
    return OwnDevices.objects.filter(
        organisation_id=actor.organisation_id,
        programme__in=programme_policies.visible_to(actor),
    )


def can_rule(actor: Actor, programme: Programme) -> Decision:
    """Who changes a programme says what holds for own devices in it."""
    return programme_policies.can_change(actor, programme)
