"""Who reads and answers requests of groups."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.outreach.models import GroupRequest


def visible_to(actor: Actor) -> QuerySet[GroupRequest]:
    """Coordinators see all of their organisation, nobody else any."""
    groups = GroupRequest.objects.filter(organisation_id=actor.organisation_id)
    return groups if actor.is_coordinator else groups.none()


def can_answer(actor: Actor, group: GroupRequest) -> Decision:
    """Coordinators answer groups of their organisation."""
    if group.organisation_id != actor.organisation_id:
        return deny(_("This group belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can answer a group."))
    return ALLOW
