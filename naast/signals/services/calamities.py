"""Something grave that the law asks to report at once: noted, and reported by whom and when (spec/law 2.5)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.law import handling as law
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.signals.models import Calamity, LevelChange
from naast.signals.services.handling import lock_taken_up
from naast.signals.states import Level


@transaction.atomic
def note_calamity(*, actor: Actor, signal_id: UUID) -> Calamity:
    """The reader sees a calamity in it: from now on it asks to be reported at once, and its level is «now». Twice is
    the same as once. Raises Signal.DoesNotExist, or StateConflict where no such duty is known."""
    signal = lock_taken_up(actor, signal_id)
    house = Organisation.objects.get(pk=actor.organisation_id)
    if law.calamity(house.country, clock.today()) is None:
        raise StateConflict(_("We know no duty to report a calamity in this country on this day."))
    found, is_new = Calamity.objects.get_or_create(
        signal=signal,
        defaults={"organisation_id": house.pk, "noted_by_id": actor.membership_id},
    )
    if is_new:
        if signal.level != Level.NOW:
            LevelChange.objects.create(
                organisation_id=house.pk,
                signal=signal,
                before=signal.level,
                after=Level.NOW,
                reason=_("A calamity"),
                by_id=actor.membership_id,
            )
        signal.level, signal.due_at = Level.NOW, clock.now()
        signal.save(update_fields=["level", "due_at"])
        log.record("signal.calamity-noted", actor=actor, target=signal)
    return found


@transaction.atomic
def report_calamity(
    *, actor: Actor, signal_id: UUID, reported_to: str, reported_at: datetime
) -> Calamity:
    """It was reported to the supervisor: when, to whom, by the actor. Raises Signal.DoesNotExist, StateConflict,
    Calamity.DoesNotExist or Incomplete."""
    signal = lock_taken_up(actor, signal_id)
    calamity = Calamity.objects.select_for_update(of=("self",), no_key=True).get(signal=signal)
    if calamity.reported_at is not None:
        raise StateConflict(_("A colleague reported this already."))
    missing = {}
    if not reported_to.strip():
        missing["reported_to"] = _("Write to whom you reported it.")
    if reported_at > clock.now():
        missing["reported_at"] = _("Write the moment at which you reported it.")
    if missing:
        raise Incomplete(missing)
    calamity.reported_to, calamity.reported_at = reported_to.strip(), reported_at
    calamity.reported_by_id = actor.membership_id
    calamity.save(update_fields=["reported_to", "reported_at", "reported_by"])
    log.record("signal.calamity-reported", actor=actor, target=signal)
    return calamity
