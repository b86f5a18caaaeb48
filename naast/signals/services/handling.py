"""Taking a signal up: who handles it, how soon, what is done at once, who else is told. Words stay in the row;
history and notices hold codes alone."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.organisations.taps import same_words
from naast.signals import rules
from naast.signals.errors import NobodyElse
from naast.signals.models import LevelChange, Measure, Signal
from naast.signals.queries.handling import lock_signal
from naast.signals.queries.readers import readers_of_signal
from naast.signals.services import telling
from naast.signals.states import SEE, SIGNAL, Level, Path, State


def lock_open(actor: Actor, signal_id: UUID) -> Signal:
    """A signal that is not closed, locked. Raises Signal.DoesNotExist or StateConflict."""
    signal = lock_signal(actor, signal_id)
    if signal.state == State.CLOSED:
        raise StateConflict(_("This signal is closed."))
    return signal


def lock_taken_up(actor: Actor, signal_id: UUID) -> Signal:
    """The same, once somebody took it up. Raises Signal.DoesNotExist or StateConflict."""
    signal = lock_open(actor, signal_id)
    if signal.state == State.NEW:
        raise StateConflict(_("First take this up: then everybody knows who looks after it."))
    return signal


def move(signal: Signal, step: str) -> None:
    """Take a step of the table. Raises StateConflict."""
    signal.state = SIGNAL.target(step, source=signal.state)
    signal.state_since = clock.now()


@transaction.atomic
def take_up(*, actor: Actor, signal_id: UUID) -> Signal:
    """The actor takes it up, or takes it over from a colleague; who told it hears that it is read. Twice is the
    same as once. Raises Signal.DoesNotExist, NotAllowed or StateConflict."""
    signal = lock_open(actor, signal_id)
    if actor.membership_id is None:
        raise NotAllowed  # the policy said so already; this narrows the type
    if signal.handler_id == actor.membership_id:
        return signal
    is_new = signal.state == State.NEW
    if is_new:
        move(signal, SEE)
    signal.handler_id = actor.membership_id
    signal.save(update_fields=["state", "state_since", "handler"])
    log.record("signal.taken-up", actor=actor, target=signal)
    if is_new:
        telling.tell_reporter(actor, signal, telling.READ)
    return signal


@transaction.atomic
def hand_over(*, actor: Actor, signal_id: UUID, to_id: UUID) -> Signal:
    """Somebody else who reads this signal handles it from now on, such as the deputy: they are told that there is
    something. Raises Signal.DoesNotExist, StateConflict, or NobodyElse for who doesn't read it."""
    signal = lock_taken_up(actor, signal_id)
    reading = {each.pk: each for each in readers_of_signal(signal).members}
    if to_id not in reading:
        raise NobodyElse(
            _("This colleague does not read this signal. Choose somebody of the list.")
        )
    if signal.handler_id == to_id:
        return signal
    signal.handler_id = to_id
    signal.save(update_fields=["handler"])
    log.record("signal.handed-over", actor=actor, target=signal, changes={"to": str(to_id)})
    if to_id != actor.membership_id:
        telling.tell_member(actor, reading[to_id], signal, telling.HANDED_OVER)
    return signal


@transaction.atomic
def pass_to_contact_person(*, actor: Actor, signal_id: UUID) -> Signal:
    """A coordinator sees that this belongs to the contact person: from now on it is read there alone. It does not
    go back. Raises Signal.DoesNotExist or StateConflict."""
    signal = lock_open(actor, signal_id)
    if signal.path == Path.SAFEGUARDING:
        raise StateConflict(_("The contact person reads this already."))
    signal.path = Path.SAFEGUARDING
    reading = readers_of_signal(signal).members
    if signal.handler_id not in {each.pk for each in reading}:
        signal.handler = None
    signal.save(update_fields=["path", "handler"])
    log.record("signal.passed-to-contact-person", actor=actor, target=signal)
    for member in reading[: telling.MOST_TOLD]:
        if member.pk != actor.membership_id:
            telling.tell_member(actor, member, signal, telling.HANDED_OVER)
    return signal


@transaction.atomic
def set_level(*, actor: Actor, signal_id: UUID, level: int, reason: str) -> Signal:
    """The reader decides how soon, with the reason; the time begins anew. Raises Signal.DoesNotExist, StateConflict
    or Incomplete."""
    signal = lock_taken_up(actor, signal_id)
    missing = {}
    if level not in Level.values:
        missing["level"] = _("Choose how soon.")
    if not reason.strip():
        missing["reason"] = _("Write in a few words why.")
    if missing:
        raise Incomplete(missing)
    before, signal.level = signal.level, level
    if before == level:
        return signal
    signal.due_at = rules.due_at(level, since=clock.now(), country=_country(signal))
    signal.save(update_fields=["level", "due_at"])
    LevelChange.objects.create(
        organisation_id=signal.organisation_id,
        signal=signal,
        before=before,
        after=level,
        reason=reason.strip(),
        by_id=actor.membership_id,
    )
    changes = {"before": before, "after": level}
    log.record("signal.level-set", actor=actor, target=signal, changes=changes)
    return signal


def _country(signal: Signal) -> str:
    return Organisation.objects.values_list("country", flat=True).get(pk=signal.organisation_id)


@transaction.atomic
def note_measure(*, actor: Actor, signal_id: UUID, words: str, due_on: date) -> Measure:
    """What is done at once, and before which day (S0-13). Raises Signal.DoesNotExist, StateConflict or
    Incomplete."""
    signal = lock_taken_up(actor, signal_id)
    missing = {}
    if not words.strip():
        missing["words"] = _("Write in a few words what is done.")
    if due_on < clock.today():
        missing["due_on"] = _("Choose today or a day to come.")
    if missing:
        raise Incomplete(missing)
    before = same_words(signal.measures.filter(due_on=due_on, done_on__isnull=True), words=words)
    if before is not None:
        return before  # a second tap
    measure = Measure.objects.create(
        organisation_id=signal.organisation_id,
        signal=signal,
        words=words.strip(),
        due_on=due_on,
        by_id=actor.membership_id,
    )
    log.record("signal.measure-noted", actor=actor, target=signal)
    return measure


@transaction.atomic
def finish_measure(*, actor: Actor, signal_id: UUID, measure_id: UUID) -> Measure:
    """It is done. Twice is the same as once. Raises Signal.DoesNotExist, StateConflict or Measure.DoesNotExist."""
    signal = lock_taken_up(actor, signal_id)
    measure = signal.measures.select_for_update(of=("self",), no_key=True).get(pk=measure_id)
    if measure.done_on is None:
        measure.done_on = clock.today()
        measure.save(update_fields=["done_on"])
        log.record("signal.measure-done", actor=actor, target=signal)
    return measure
