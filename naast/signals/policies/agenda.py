"""Who reads what is put on the agenda of the team: there is nobody in it, and no way from it to the signal."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.signals.models import AgendaPoint

THE_TEAM = (
    Function.COORDINATOR,
    Function.PROFESSIONAL,
    Function.COACH,
    Function.SAFEGUARDING,
)


def visible_to(actor: Actor) -> QuerySet[AgendaPoint]:
    """The points of their own organisation, for who is in the team (S1-141); not the ones that came from a signal
    about themselves, since they alone would recognise it."""
    rows = AgendaPoint.objects.filter(organisation_id=actor.organisation_id)
    if not actor.has(*THE_TEAM):
        return rows.none()
    about_me = Q(signal__colleague_id=actor.membership_id) if actor.membership_id else Q()
    if actor.person_id is not None:
        about_me |= Q(signal__about_id=actor.person_id)
    return rows.exclude(about_me) if about_me else rows


def can_conclude(actor: Actor, point: AgendaPoint) -> Decision:
    """Whoever is in the team writes down what was agreed."""
    if point.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if actor.membership_id is None or not actor.has(*THE_TEAM):
        return deny(_("This is for the team."))
    return ALLOW
