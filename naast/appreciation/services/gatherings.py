"""Moments together: planned by staff, one tap to come."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.appreciation import policies
from naast.appreciation.errors import DayMissing
from naast.appreciation.models import Gathering, Guest
from naast.audit import log
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import STAFF, Organisation
from naast.organisations.taps import wait_in_line
from naast.people.api import reach_of


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
    wait_in_line(actor)
    before = Gathering.objects.filter(
        host_id=actor.membership_id, title=planned.title.strip(), starts_at=planned.starts_at
    )
    there = before.filter(place=planned.place.strip(), cancelled_at=None).first()
    if there is not None:
        return there  # a second tap
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
    """It does not take place; whoever would come is told. Raises Gathering.DoesNotExist, NotAllowed or StateConflict."""
    gathering = _locked(actor, gathering_id)
    if not (actor.is_coordinator or gathering.host_id == actor.membership_id):
        raise NotAllowed
    if gathering.cancelled_at is not None:
        raise StateConflict(_("This moment was cancelled already."))
    gathering.cancelled_at = clock.now()
    gathering.save(update_fields=["cancelled_at"])
    log.record("gathering.cancelled", actor=actor, target=gathering)
    if gathering.starts_at > clock.now():
        _tell_guests(actor, gathering)
    return gathering


def _tell_guests(actor: Actor, gathering: Gathering) -> None:
    """Nobody stands before a closed door: whoever would come hears of it, except who cancelled."""
    house = Organisation.objects.get(pk=actor.organisation_id)
    rows = [
        Reminding(
            kind="gathering.cancelled",
            subject_id=guest.pk,
            step="once",
            subject=gettext_lazy("A moment together does not take place"),
            body=gettext_lazy(
                "On %(day)s you would come. It does not go on; perhaps another time."
            ),
            values={"day": localtime(gathering.starts_at).strftime("%d/%m/%Y")},
            url=actor.url("appreciation:together"),
            **reach_of(guest.person, language=house.language),
        )
        for guest in gathering.guests.select_related("person__user")
        if guest.person_id != actor.person_id
    ]
    remind(actor=actor, rows=rows)
