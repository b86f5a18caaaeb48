"""What this room asks attention for on the desk: that something waits, never what. Only for who reads it; names and
words stand on the page itself (spec/law 1.10)."""

from collections.abc import Callable, Container, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.signals import rules
from naast.signals.models import Signal
from naast.signals.policies.reading import house_of, visible_to
from naast.signals.proof import without_contact_person
from naast.signals.queries.readers import not_answered, without_handler
from naast.signals.routing import House
from naast.signals.states import OPEN_STATES, Level, State

# Rows of one kind at most: the desk shows a day, not a year.
MOST = 30
NO_CONTACT = "signal-no-contact"
URGENT = (Level.TODAY, Level.NOW)
READERS = (Function.COORDINATOR, Function.SAFEGUARDING, Function.BOARD, Function.ADMINISTRATOR)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist. Wider than what the actor reads: which of them
    are theirs is looked at only on a day when there are any."""
    if actor.membership_id is None or not actor.has(*READERS):
        return {}
    here = Signal.objects.filter(organisation_id=actor.organisation_id)
    found: Signs = {name: rows(here, now) for name, (rows, _line) in KINDS.items()}
    if actor.is_coordinator:
        found[NO_CONTACT] = _no_contact(actor)
    return found


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention, in a constant number of queries."""
    if actor.membership_id is None or not actor.has(*READERS):
        return []
    names = [name for name in KINDS if name in there]
    found = list(_no_contact_person(actor, now)) if NO_CONTACT in there else []
    if names:
        house = house_of(actor.organisation_id)
        found += [item for name in names for item in _of_kind(actor, house, name, now)]
    return found


def _of_kind(actor: Actor, house: House, name: str, now: datetime) -> Iterator[AttentionItem]:
    rows, line = KINDS[name]
    fields = ("id", "created_at", "level", "state", "handler_id", "due_at")
    found = rows(visible_to(actor, house), now).only(*fields).order_by("-level", "id")
    for signal in found[:MOST]:
        sentence, action = line(signal)
        is_urgent = signal.level in URGENT
        yield AttentionItem(
            kind=name,
            subject_id=signal.pk,
            name=_("Signal"),
            sentence=sentence,
            since=signal.created_at,
            urgency=Urgency.NOW if is_urgent or name in AT_ONCE else Urgency.THIS_WEEK,
            url=actor.url("signals:signal", signal_id=signal.pk),
            action=action,
            owner_id=signal.handler_id,
            has_hours=is_urgent or name == "signal-calamity",
        )


def _new(rows: QuerySet[Signal], now: datetime) -> QuerySet[Signal]:
    """New, or its handler is no longer there for it."""
    return rows.filter(without_handler())


def _overdue(rows: QuerySet[Signal], now: datetime) -> QuerySet[Signal]:
    """Taken up, and its time is over without a decision; without a term, after two weeks."""
    late = Q(due_at__lt=now)
    late |= Q(due_at__isnull=True, state_since__lte=now - rules.LOOK_AGAIN_AFTER)
    return rows.filter(late, state=State.SEEN)


def _at_once(rows: QuerySet[Signal], now: datetime) -> QuerySet[Signal]:
    """What was to be done at once, and is not done on its day."""
    due = Q(measures__done_on__isnull=True, measures__due_on__lte=clock.today())
    open_ones = Signal.objects.filter(due, pk=OuterRef("pk"))
    return rows.filter(Exists(open_ones), state__in=[str(state) for state in OPEN_STATES])


def _unanswered(rows: QuerySet[Signal], now: datetime) -> QuerySet[Signal]:
    """Decided; who told it should have heard from us by now (B26)."""
    return rows.filter(
        not_answered(),
        state=State.DECIDED,
        decision__answer_due_on__lte=clock.today(),
    )


def _to_close(rows: QuerySet[Signal], now: datetime) -> QuerySet[Signal]:
    return rows.filter(~not_answered(), state=State.DECIDED)


def _calamities(rows: QuerySet[Signal], now: datetime) -> QuerySet[Signal]:
    return rows.filter(calamity__isnull=False, calamity__reported_at__isnull=True)


def _new_line(signal: Signal) -> tuple[str, str]:
    if signal.level in URGENT:
        return _("A signal asks for somebody today."), _("Look now")
    return _("A signal waits for somebody who takes it up."), _("Look")


def _overdue_line(signal: Signal) -> tuple[str, str]:
    return _("A signal that was taken up should have been decided by now."), _("Decide")


def _at_once_line(signal: Signal) -> tuple[str, str]:
    return _("What was to be done at once for a signal is due."), _("Look")


def _unanswered_line(signal: Signal) -> tuple[str, str]:
    return _("Who told a signal did not hear from us yet."), _("Answer")


def _to_close_line(signal: Signal) -> tuple[str, str]:
    return _("A signal is decided and answered. It can be closed."), _("Close")


def _calamity_line(signal: Signal) -> tuple[str, str]:
    return _("A calamity is to be reported at once."), _("Report")


def _no_contact(actor: Actor) -> QuerySet[Organisation]:
    return without_contact_person([actor.organisation_id], clock.today())


def _no_contact_person(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    if not actor.is_coordinator or not _no_contact(actor).exists():
        return
    yield AttentionItem(
        kind=NO_CONTACT,
        subject_id=actor.organisation_id,
        name=_("Contact person"),
        sentence=_(
            "Nobody is the contact person for safeguarding. Until you name one, nobody starts where we take extra care."
        ),
        since=now,
        urgency=Urgency.NOW,
        url=actor.url("organisations:new_member"),
        action=_("Name somebody"),
    )


Rows = Callable[[QuerySet[Signal], datetime], QuerySet[Any]]
Line = Callable[[Signal], tuple[str, str]]
KINDS: dict[str, tuple[Rows, Line]] = {
    "signal-calamity": (_calamities, _calamity_line),
    "signal-new": (_new, _new_line),
    "signal-overdue": (_overdue, _overdue_line),
    "signal-at-once": (_at_once, _at_once_line),
    "signal-unanswered": (_unanswered, _unanswered_line),
    "signal-to-close": (_to_close, _to_close_line),
}
AT_ONCE = ("signal-calamity", "signal-overdue", "signal-at-once")
