"""For how long each kind of data is kept: every room registers its kinds, and `privacy` shows, tries and runs them.

No law gives a term for most kinds, only «as short as the purpose allows» (GDPR art. 5.1.e; spec/law part 3), so
each kind has a proposed term with its reason, and the organisation may choose a shorter or a longer one.

What a dry run counts and what the night erases is one and the same: `going`. A room that erases by itself asks it
as well, so that the house's own term and its legal holds bind everybody.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import Model, QuerySet

from naast.core import night
from naast.core.text import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of data with its term.

    `months` is the proposed term; `most` and `least` bound what an organisation may choose (`least` = `most` =
    `months` when law or the design leaves no choice). `days` is a fixed term of less than months can say, and comes
    before them. `due(organisation_id, before)` gives the rows whose clock started before that day, in any order,
    with an index behind it; `erase(ids)` erases these rows within the transaction of the caller and returns how many
    went. `person` is the path from a row to the person it is about, for legal holds, and `others` are further ones
    (both sides of a match); empty when it is about nobody in particular. `at_once`: how many go in one transaction,
    so that the desk is never locked for more than a moment. `has_own_day`: every row holds the day on which it goes,
    and `due` gets the day itself. `shows_people`: a dry run may name who the rows are about to who may know them; what
    not every coordinator reads (signals, circles) says how many alone. Where a room erases by itself at night,
    `erase` may be None: the kind is shown and tried, and the room does it with `going` and says so with `went`.
    Where such a room keeps its own term, `own_term(organisation_id)` gives it in months. `by_law`: the term is a duty
    of law, and not a policy for which no figure was found.
    """

    code: str
    title: Text
    months: int
    starts: Text
    reason: Text
    due: Callable[[UUID, date], QuerySet[Any, Any]]
    erase: Callable[[list[UUID]], int] | None = None
    least: int = 1
    most: int = 120
    person: str = ""
    own_term: Callable[[UUID], int] | None = None
    days: int = 0
    others: tuple[str, ...] = ()
    at_once: int = night.A_BATCH
    has_own_day: bool = False
    shows_people: bool = False
    by_law: bool = False

    @property
    def is_free(self) -> bool:
        """Whether an organisation may choose another term here."""
        return self.own_term is None and not self.days and self.least < self.most


class Keeper(Protocol):
    """What the room above all others knows of a house (`privacy`)."""

    def months(self, organisation_id: UUID) -> Mapping[str, int]:
        """Own terms in months, by the code of their kind."""

    def held(self, organisation_id: UUID) -> QuerySet[Any, Any]:
        """The ids of people under a legal hold, as a query of one column, `person_id`."""

    def went(self, organisation_id: UUID, code: str, number: int) -> None:
        """Write down that so many rows of a kind went."""


_KINDS: dict[str, Kind] = {}
_keepers: list[Keeper] = []


def register(*new: Kind) -> None:
    """Make these kinds known. Raises ValueError for a second, different kind with the same code."""
    for kind in new:
        if _KINDS.setdefault(kind.code, kind) is not kind:
            raise ValueError(f"{kind.code} is registered twice")


def kinds() -> Iterable[Kind]:
    """All kinds, in the order of their codes."""
    return [_KINDS[code] for code in sorted(_KINDS)]


def kind(code: str) -> Kind:
    """One of them. Raises KeyError."""
    return _KINDS[code]


def answer_with(keeper: Keeper) -> None:
    """This one knows the terms and holds of every house; a later one takes its place."""
    _keepers[:] = [keeper]


def months_of(kind: Kind, organisation_id: UUID, chosen: Mapping[str, int] | None = None) -> int:
    """The term of a kind in one organisation (months): of its room, its own choice, or as proposed. `chosen` spares a
    query where many kinds are asked about."""
    if kind.own_term is not None:
        return kind.own_term(organisation_id)
    if not kind.is_free:
        return kind.months
    if chosen is None:
        chosen = _keepers[0].months(organisation_id) if _keepers else {}
    return min(max(chosen.get(kind.code, kind.months), kind.least), kind.most)


def before(
    kind: Kind, organisation_id: UUID, *, day: date, chosen: Mapping[str, int] | None = None
) -> date:
    """Whose clock started before this day is over its term on `day`."""
    if kind.has_own_day:
        return day
    if kind.days:
        return day - timedelta(days=kind.days)
    return day - relativedelta(months=months_of(kind, organisation_id, chosen))


def going(
    kind: Kind, organisation_id: UUID, *, day: date, chosen: Mapping[str, int] | None = None
) -> QuerySet[Any, Any]:
    """The rows of a kind whose term is over on `day`, without those about somebody under a legal hold."""
    rows = kind.due(organisation_id, before(kind, organisation_id, day=day, chosen=chosen))
    paths = [path for path in (kind.person, *kind.others) if path]
    if not paths or not _keepers:
        return rows
    held = _keepers[0].held(organisation_id)
    for path in paths:
        rows = rows.exclude(**{f"{path}__in": held})
    return rows


def is_held(organisation_id: UUID, person_id: UUID | None) -> bool:
    """Whether nothing about this person may be erased today: for what somebody erases outside the night."""
    if person_id is None or not _keepers:
        return False
    held = _keepers[0].held(organisation_id)
    return held.filter(person_id=person_id).exists()


def went(kind: Kind, organisation_id: UUID, number: int) -> int:
    """A room that erases by itself says how many went: it stands in the report of the night. Returns the number."""
    if number and _keepers:
        _keepers[0].went(organisation_id, kind.code, number)
    return number


def sweep(kind: Kind, organisation_id: UUID, *, day: date) -> int:
    """Erase what is over its term: batch after batch, each in a transaction of its own that is over in a moment.
    A second time on the same day finds nothing. Returns how many rows went; 0 for what its room erases itself."""
    erase = kind.erase
    if erase is None:
        return 0
    rows = going(kind, organisation_id, day=day)
    number = night.until_none(rows, erase, size=kind.at_once)
    return went(kind, organisation_id, number)


def deleting(model: type[Model]) -> Callable[[list[UUID]], int]:
    """An `erase` that deletes the rows, with what hangs on them."""

    def erase(ids: list[UUID]) -> int:
        model._default_manager.filter(pk__in=ids).delete()
        return len(ids)

    return erase
