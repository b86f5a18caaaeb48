"""Who may arrange the organisation itself."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, StaffSession


def _arranges(actor: Actor) -> bool:
    return actor.is_coordinator or actor.has(Function.ADMINISTRATOR)


def can_manage_members(actor: Actor) -> Decision:
    """Coordinators and administrators invite people and give functions."""
    if not _arranges(actor):
        return deny(_("Only a coordinator or administrator can give people functions."))
    return ALLOW


def can_give_functions(actor: Actor, user_id: UUID) -> Decision:
    """The same; an administrator gives none to themselves, or the staff session would be a door beside the
    door (ADR 0021)."""
    if not _arranges(actor):
        return deny(_("Only a coordinator or administrator can give people functions."))
    if user_id == actor.user_id and not actor.is_coordinator:
        return deny(_("Ask a coordinator to give you another function."))
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
    """One's own absence, or that of any colleague for whoever arranges the organisation. An administrator does not
    make themselves a deputy: who stands in for a contact person reads signals (ADR 0021)."""
    if not (_arranges(actor) or actor.membership_id == membership.pk):
        return deny(_("Only a coordinator can plan the absence of somebody else."))
    if membership.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if deputy.organisation_id != actor.organisation_id:
        return deny(_("This deputy belongs to another organisation."))
    if membership.pk == deputy.pk:
        return deny(_("Choose somebody else to stand in."))
    if deputy.pk == actor.membership_id and not actor.is_coordinator:
        return deny(_("Ask a coordinator to let you stand in for somebody."))
    return ALLOW


def sessions_visible_to(actor: Actor) -> QuerySet[StaffSession]:
    """Who read along: coordinators and the board all of it, an administrator their own."""
    rows = StaffSession.objects.filter(organisation_id=actor.organisation_id)
    if actor.session_id is None and (actor.is_coordinator or actor.has(Function.BOARD)):
        return rows
    if actor.membership_id is None or not actor.has(Function.ADMINISTRATOR):
        return rows.none()
    return rows.filter(membership_id=actor.membership_id)


def can_read_along(actor: Actor) -> Decision:
    """An administrator who is no coordinator: a coordinator reads already."""
    if not actor.has(Function.ADMINISTRATOR):
        return deny(_("Only an administrator reads along."))
    if actor.is_coordinator:
        return deny(_("You are a coordinator: you read this already."))
    return ALLOW


def can_end_session(actor: Actor, session: StaffSession) -> Decision:
    """Who opened it, or a coordinator of the same organisation."""
    if session.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if not (actor.is_coordinator or session.membership_id == actor.membership_id):
        return deny(_("Only who opened it or a coordinator can end this."))
    return ALLOW
