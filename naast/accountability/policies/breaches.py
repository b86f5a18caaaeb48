"""Who may say that something leaked, and who handles it."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.accountability.models import Breach
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import STAFF, Function


def visible_to(actor: Actor) -> QuerySet[Breach]:
    """The register: coordinators, administrators and the board of the organisation."""
    rows = Breach.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator or actor.has(Function.ADMINISTRATOR, Function.BOARD):
        return rows
    return rows.none()


def can_notice(actor: Actor) -> Decision:
    """Everybody on the staff says so, in a minute."""
    if not actor.has(*(Function(each) for each in sorted(STAFF))):
        return deny(_("Tell your coordinator."))
    return ALLOW


def can_handle(actor: Actor, breach: Breach) -> Decision:
    """Coordinators and administrators of the same organisation."""
    if breach.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if not (actor.is_coordinator or actor.has(Function.ADMINISTRATOR)):
        return deny(_("Only a coordinator or administrator handles this."))
    return ALLOW
