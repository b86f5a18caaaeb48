"""Who asks to be called, and who reads why."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import CallBack
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor


def visible_to(actor: Actor) -> QuerySet[CallBack]:
    """Coordinators see all of their organisation, everybody else what they asked themselves."""
    asked = CallBack.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return asked
    return asked.filter(person_id=actor.person_id) if actor.person_id else asked.none()


def can_answer(actor: Actor) -> Decision:
    """Coordinators call back."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can note down what was agreed."))
    return ALLOW
