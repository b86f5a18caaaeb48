"""Who keeps the short list of partners."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.recruitment.models import Partner


def visible_to(actor: Actor) -> QuerySet[Partner]:
    """Coordinators: those of their organisation."""
    if not actor.is_coordinator:
        return Partner.objects.none()
    return Partner.objects.filter(organisation_id=actor.organisation_id)


def can_keep(actor: Actor) -> Decision:
    """Writing a partner down, or changing one: coordinators."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can change the list of partners."))
    return ALLOW
