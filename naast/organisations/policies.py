"""Who may arrange the organisation itself."""

from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership


def _arranges(actor: Actor) -> bool:
    return actor.is_coordinator or actor.has(Function.ADMINISTRATOR)


def can_manage_members(actor: Actor) -> Decision:
    """Coordinators and administrators invite people and give functions."""
    if not _arranges(actor):
        return deny(_("Only a coordinator or administrator can give people functions."))
    return ALLOW


def can_end_membership(actor: Actor, membership: Membership) -> Decision:
    """Who arranges things ends a membership, but not their own: somebody must keep the key."""
    if not _arranges(actor):
        return deny(_("Only a coordinator or administrator can end this."))
    if membership.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if membership.pk == actor.membership_id:
        return deny(_("Ask a colleague to end your own membership."))
    return ALLOW


def can_take_function(actor: Actor, membership: Membership) -> Decision:
    """Who arranges things takes a function away, of a member of their own organisation."""
    if not _arranges(actor):
        return deny(_("Only a coordinator or administrator can end this."))
    if membership.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    return ALLOW


def can_change_settings(actor: Actor) -> Decision:
    """Coordinators and administrators change the organisation's settings."""
    if not _arranges(actor):
        return deny(_("Only a coordinator or administrator can change these settings."))
    return ALLOW


def can_plan_absence(actor: Actor, membership: Membership, deputy: Membership) -> Decision:
    """One's own absence, or that of any colleague for whoever arranges the organisation."""
    if not (_arranges(actor) or actor.membership_id == membership.pk):
        return deny(_("Only a coordinator can plan the absence of somebody else."))
    if membership.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if deputy.organisation_id != actor.organisation_id:
        return deny(_("This deputy belongs to another organisation."))
    if membership.pk == deputy.pk:
        return deny(_("Choose somebody else to stand in."))
    return ALLOW
