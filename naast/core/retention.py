"""For how long each kind of data is kept: every room registers its kinds, and `privacy` shows, tries and runs them.

No law gives a term for most kinds, only «as short as the purpose allows» (GDPR art. 5.1.e; spec/law part 3), so
each kind has a proposed term with its reason, and the organisation may choose a shorter or a longer one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from naast.core.text import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of data with its term.

    `months` is the proposed term; `most` and `least` bound what an organisation may choose (`least` = `most` =
    `months` when law or the design leaves no choice). `due(organisation_id, before)` gives the rows whose clock
    started before that day, in any order, with an index behind it; `erase(ids)` erases these rows within the
    transaction of the caller and returns how many went. `person` is the path from a row to the person it is
    about, for legal holds; empty when it is about nobody in particular. Where a room erases by itself at night
    already, `erase` is None: the kind is shown and tried, and the room does it. Where such a room keeps its own
    term, `own_term(organisation_id)` gives it in months.
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


_KINDS: dict[str, Kind] = {}


def register(*new: Kind) -> None:
    """Make these kinds known. Raises ValueError for a second, different kind with the same code."""
    for kind in new:
        if _KINDS.setdefault(kind.code, kind) is not kind:
            raise ValueError(f"{kind.code} is registered twice")


def kinds() -> Iterable[Kind]:
    """All kinds, in the order of their codes."""
    return [_KINDS[code] for code in sorted(_KINDS)]
