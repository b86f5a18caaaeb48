"""Who may read and write vacancies and channels."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Owned
from naast.programmes.models import Programme
from naast.vacancies.models import Channel, Vacancy


def visible_to(actor: Actor) -> QuerySet[Vacancy]:
    """Coordinators see every vacancy of their organisation, whatever its state; others see what everybody
    sees (`outside`)."""
    if not actor.is_coordinator:
        return Vacancy.objects.none()
    return Vacancy.objects.filter(organisation_id=actor.organisation_id)


def outside(organisation_id: UUID, day: date) -> QuerySet[Vacancy]:
    """What everybody may read on this day: on the site, holding (S1-235), in a programme that runs."""
    return Vacancy.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=day),
        organisation_id=organisation_id,
        status=Vacancy.Status.PUBLISHED,
        programme__status=Programme.Status.ACTIVE,
    )


def channels_visible_to(actor: Actor) -> QuerySet[Channel]:
    """Coordinators see the channels of their organisation, with what they cost."""
    if not actor.is_coordinator:
        return Channel.objects.none()
    return Channel.objects.filter(organisation_id=actor.organisation_id)


def can_write(actor: Actor) -> Decision:
    """Coordinators write vacancies and channels."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can change what we look for."))
    return ALLOW


def can_change(actor: Actor, row: Owned) -> Decision:
    """Coordinators change the vacancies and channels of their own organisation."""
    if row.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    return can_write(actor)


def can_look_for(actor: Actor, programme: Programme) -> Decision:
    """A programme that isn't closed may look for people."""
    if programme.organisation_id != actor.organisation_id:
        return deny(_("This programme belongs to another organisation."))
    if programme.status == Programme.Status.CLOSED:
        return deny(_("This programme is closed."))
    return can_write(actor)
