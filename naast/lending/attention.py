"""What this room asks attention for on the desk: what must come back, what was told, what is still to be erased."""

from collections.abc import Callable, Container, Iterator
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.core.text import Text
from naast.lending.models import Loan
from naast.lending.queries import loans
from naast.lending.states import Condition
from naast.organisations.actors import Actor

MOST = 30
TOLD, OVERDUE, OF_LEAVERS, UNWIPED = (
    "lending.told",
    "lending.overdue",
    "lending.of-leavers",
    "lending.unwiped",
)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    day = localdate(now)
    found: Signs = {
        TOLD: loans.told(actor),
        OVERDUE: loans.overdue(actor, day=day),
        OF_LEAVERS: loans.of_leavers(actor),
        UNWIPED: loans.unwiped(actor),
    }
    # What somebody has themselves is settled by a colleague.
    if actor.person_id is None:
        return found
    return {kind: rows.exclude(person_id=actor.person_id) for kind, rows in found.items()}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention, in a constant number of queries; at most thirty of
    a kind, and for coordinators only."""
    return [
        item
        for kind, rows in signs(actor, now=now).items()
        if kind in there
        for item in LINES[kind](actor, rows.select_related("item", "person"))
    ]


def _line(
    actor: Actor, loan: Loan, kind: str, words: Text, *, since: date, is_urgent: bool = False
) -> AttentionItem:
    return AttentionItem(
        kind=kind,
        subject_id=loan.pk,
        name=loan.person.name,
        sentence=str(words) % {"name": loan.person.first_name, "thing": loan.item.label},
        since=clock.among_moments(since),
        urgency=Urgency.NOW if is_urgent else Urgency.THIS_WEEK,
        url=actor.url("lending:loan", loan_id=loan.pk),
        action=_("Open"),
    )


def _told(actor: Actor, rows: QuerySet[Loan]) -> Iterator[AttentionItem]:
    for loan in rows.order_by("id")[:MOST]:
        words = (
            _("%(name)s lost something that may hold personal data: %(thing)s. Look at once.")
            if loan.may_have_leaked
            else _(
                "%(name)s tells that something is broken or lost: %(thing)s. Thank them, and call."
            )
        )
        since = loan.told_on or loan.since_on
        yield _line(actor, loan, "lending-told", words, since=since, is_urgent=loan.may_have_leaked)


def _overdue(actor: Actor, rows: QuerySet[Loan]) -> Iterator[AttentionItem]:
    for loan in rows.order_by("due_on", "id")[:MOST]:
        words = (
            _("%(thing)s of %(name)s is lost: close the loan, or say that it came back.")
            if loan.told == Condition.LOST
            else _("%(name)s still has %(thing)s: ask it back, or agree on another day.")
        )
        yield _line(actor, loan, "lending-overdue", words, since=loan.due_on or loan.since_on)


def _of_leavers(actor: Actor, rows: QuerySet[Loan]) -> Iterator[AttentionItem]:
    # Also true of who died.
    words = _("At the goodbye of %(name)s: %(thing)s is still to come back.")
    for loan in rows.order_by("id")[:MOST]:
        yield _line(actor, loan, "lending-of-leavers", words, since=loan.since_on)


def _unwiped(actor: Actor, rows: QuerySet[Loan]) -> Iterator[AttentionItem]:
    words = _("Erase what %(name)s left on %(thing)s: it came back.")
    for loan in rows.order_by("id")[:MOST]:
        yield _line(actor, loan, "lending-unwiped", words, since=loan.back_on or loan.since_on)


LINES: dict[str, Callable[[Actor, QuerySet[Loan]], Iterator[AttentionItem]]] = {
    TOLD: _told,
    OVERDUE: _overdue,
    OF_LEAVERS: _of_leavers,
    UNWIPED: _unwiped,
}
