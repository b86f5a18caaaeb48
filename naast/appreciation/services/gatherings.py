"""Moments together: planned by staff, one tap to come."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.appreciation import policies
from naast.appreciation.errors import DayMissing
from naast.appreciation.models import Gathering, Guest
from naast.audit import log
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import STAFF


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned."""

    title: str
    starts_at: datetime
    place: str
    note: str = ""
    programme_id: UUID | None = None


@transaction.atomic
def plan(*, actor: Actor, planned: Plan) -> Gathering:
    """Plan a moment together. Raises NotAllowed, or DayMissing for a moment that is over."""
    if actor.membership_id is None or not actor.has(*policies.STAFF):
        raise NotAllowed
    if planned.starts_at <= clock.now():
        raise DayMissing(_("Choose a moment that is still to come."))
    gathering = Gathering.objects.create(
        organisation_id=actor.organisation_id,
        title=planned.title.strip(),
        starts_at=planned.starts_at,
        place=planned.place.strip(),
        note=planned.note.strip(),
        programme_id=planned.programme_id,
        host_id=actor.membership_id,
    )
    log.record("gathering.planned", actor=actor, target=gathering)
    return gathering


def _locked(actor: Actor, gathering_id: UUID) -> Gathering:
    return policies.gatherings(actor).select_for_update(of=("self",)).get(pk=gathering_id)


@transaction.atomic
def come(*, actor: Actor, gathering_id: UUID, is_coming: bool) -> None:
    """I come, or not after all; the same tap twice changes nothing.

    Raises Gathering.DoesNotExist, NotAllowed, or StateConflict when it is over or does not take place.
    """
    gathering = _locked(actor, gathering_id)
    if actor.person_id is None:
        raise NotAllowed
    if gathering.cancelled_at is not None or gathering.starts_at <= clock.now():
        raise StateConflict(_("This moment is over, or does not take place."))
    if is_coming:
        is_staff = not actor.functions.isdisjoint(STAFF)
        defaults = {"organisation_id": actor.organisation_id, "is_staff": is_staff}
        Guest.objects.get_or_create(
            gathering=gathering, person_id=actor.person_id, defaults=defaults
        )
    else:
        Guest.objects.filter(gathering=gathering, person_id=actor.person_id).delete()


@transaction.atomic
def cancel(*, actor: Actor, gathering_id: UUID) -> Gathering:
    """It does not take place. Raises Gathering.DoesNotExist, NotAllowed or StateConflict."""
    gathering = _locked(actor, gathering_id)
    if not (actor.is_coordinator or gathering.host_id == actor.membership_id):
        raise NotAllowed
    if gathering.cancelled_at is not None:
        raise StateConflict(_("This moment was cancelled already."))
    gathering.cancelled_at = clock.now()
    gathering.save(update_fields=["cancelled_at"])
    log.record("gathering.cancelled", actor=actor, target=gathering)
    return gathering
