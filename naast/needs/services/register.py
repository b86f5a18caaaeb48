"""Writes in the register of needs (S1-65, S0-10)."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete
from naast.needs.inputs import NeedInput
from naast.needs.models import Need
from naast.needs.policies import rows as policies
from naast.needs.services.taps import just_noted
from naast.needs.states import Source, Theme
from naast.organisations.actors import Actor
from naast.programmes.models import Programme
from naast.signals.models import Signal
from naast.signals.states import OfferSide


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a line of the register comes from."""

    source: Source
    signal: Signal | None = None
    told_by_id: UUID | None = None
    programme_id: UUID | None = None


@transaction.atomic
def note_need(*, actor: Actor, given: NeedInput) -> Need:
    """One line, from a signal or written down directly; a signal is counted once, and noting it again changes its
    line; a second tap is counted once too. Raises NotAllowed, Signal.DoesNotExist, Programme.DoesNotExist or Incomplete."""
    policies.can_follow_up(actor).require()
    signal = lock_signal(actor, given.signal_id)
    if given.programme_id is not None:
        Programme.objects.get(organisation_id=actor.organisation_id, pk=given.programme_id)
    before = _just_noted(actor, given) if signal is None else None
    if before is not None:
        return before
    source = _source_of(signal)
    return register(actor, Origin(source, signal, signal.reporter_id if signal else None), given)


def _just_noted(actor: Actor, given: NeedInput) -> Need | None:
    """A second tap. Without words it may be the next one of many calls on a day."""
    if not given.words.strip():
        return None
    rows = Need.objects.filter(signal__isnull=True, theme=given.theme, aspect=given.aspect)
    if given.programme_id is not None:
        rows = rows.filter(programme_id=given.programme_id)
    return just_noted(actor, rows, {"words": given.words, "own_theme": given.own_theme})


def lock_signal(actor: Actor, signal_id: UUID | None) -> Signal | None:
    """The signal that this coordinator may follow up, locked; None for no id. Raises Signal.DoesNotExist."""
    if signal_id is None:
        return None
    ids = policies.signals_to_follow(actor).filter(pk=signal_id).values("pk")
    return Signal.objects.select_for_update(of=("self",)).get(pk__in=ids)


def _source_of(signal: Signal | None) -> Source:
    if signal is not None and signal.kind in Source.values:
        return Source(signal.kind)
    return Source.DIRECT


def register(actor: Actor, origin: Origin, given: NeedInput) -> Need:
    """A line in the register, within the transaction of the caller. Raises Incomplete."""
    _check(given)
    signal = origin.signal
    need = Need.objects.filter(signal=signal).first() if signal is not None else None
    if need is None:
        need = Need(
            organisation_id=actor.organisation_id,
            signal=signal,
            source=origin.source,
            noted_on=clock.today(),
            told_by_id=origin.told_by_id,
            noted_by_id=actor.membership_id,
        )
    need.theme, need.own_theme = given.theme, given.own_theme.strip()
    need.words, need.aspect = given.words.strip(), _aspect_of(signal, given)
    programme_id = given.programme_id or origin.programme_id
    need.programme_id = programme_id or (signal.programme_id if signal else None)
    need.save()
    if signal is not None and signal.theme != given.theme:
        signal.theme = given.theme
        signal.save(update_fields=["theme"])
    log.record("need.noted", actor=actor, target=need, changes={"theme": given.theme})
    return need


def only_theme(theme: str) -> NeedInput:
    """A line that only counts: what it was about stands elsewhere."""
    own = str(Theme.OTHER.label) if theme == Theme.OTHER else ""
    return NeedInput(theme=theme, own_theme=own)


def _aspect_of(signal: Signal | None, given: NeedInput) -> str:
    if given.aspect:
        return given.aspect
    from_signal = signal.aspect if signal is not None else ""
    return from_signal if from_signal in OfferSide.values else ""


def _check(given: NeedInput) -> None:
    wrong = {}
    if given.theme not in Theme.values:
        wrong["theme"] = _("Choose a theme: then it counts with the others.")
    if given.aspect and given.aspect not in OfferSide.values:
        wrong["aspect"] = _("Choose one of the three questions, or none.")
    if given.theme == Theme.OTHER and not given.own_theme.strip():
        wrong["own_theme"] = _("Say in a few words what it is about.")
    if wrong:
        raise Incomplete(wrong)
