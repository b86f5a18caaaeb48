"""Who reads the lines for who is on duty next."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import DutyLine
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function


def visible_to(actor: Actor) -> QuerySet[DutyLine]:
    """Coordinators all; a professional those to them and about their participants; a participant those about
    themselves, since they are about them."""
    lines = DutyLine.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return lines
    own = Q(pk__in=[])
    if actor.has(Function.PROFESSIONAL) and actor.membership_id is not None:
        own |= Q(to_id=actor.membership_id)
        own |= Q(match__participant__participant__professional_id=actor.membership_id)
    if actor.has(Function.PARTICIPANT) and actor.person_id is not None:
        own |= Q(match__participant_id=actor.person_id)
    return lines.filter(pk__in=DutyLine.objects.filter(own).values("pk"))


def can_read(actor: Actor, line: DutyLine) -> Decision:
    """A professional or coordinator marks it as read, for the whole team."""
    if line.organisation_id != actor.organisation_id:
        return deny(_("This line belongs to another organisation."))
    if not (actor.is_coordinator or actor.has(Function.PROFESSIONAL)):
        return deny(_("Only who is on duty marks this as read."))
    return ALLOW
