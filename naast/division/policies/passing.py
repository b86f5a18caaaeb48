"""Who reads what a volunteer passed on to the professional."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.division.models import PassedOn
from naast.division.policies import matches
from naast.organisations.actors import Actor
from naast.organisations.models import Function


def visible_to(actor: Actor) -> QuerySet[PassedOn]:
    """The professional of the match and the volunteer who wrote it, as long as they may read the match;
    coordinators, who see to it that nothing is left lying."""
    rows = PassedOn.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return rows
    own = Q(pk__in=[])
    if actor.membership_id is not None:
        own |= Q(match__professional_id=actor.membership_id)
    if actor.person_id is not None and actor.has(Function.VOLUNTEER):
        own |= Q(match__volunteer_id=actor.person_id)
    return rows.filter(own, match__in=matches.visible_to(actor).values("pk"))


def can_answer(actor: Actor, passed: PassedOn) -> Decision:
    """The professional takes it up; a coordinator may on their behalf. Nobody answers themselves."""
    side = matches.side_of(actor, passed.match)
    if side == matches.VOLUNTEER:
        return deny(_("This waits for the professional."))
    if side != matches.PROFESSIONAL and not actor.is_coordinator:
        return deny(_("Only the professional of this match can take this up."))
    return ALLOW
