"""What rooms above know about the conditions of a start: who signed, learned or showed something, and until when.

A room registers one source in its AppConfig.ready(). A source answers for many people at once in a constant
number of queries, so that a list of volunteers costs as much as one of them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol
from uuid import UUID

from naast.core.text import Text
from naast.programmes.models import EntryCondition


@dataclass(frozen=True, slots=True)
class Evidence:
    """That one condition is in place for one person: since when, and the last day on which it holds (None:
    without end)."""

    condition_id: UUID
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for a condition whoever the person is.

    `valid_months`: how long a day written down by hand counts. `not_before`: what was written down earlier
    is about an older text and no longer counts. `own_route` and `staff_route`: the pages where the next step
    is taken, by the person (no arguments) and by a coordinator (`person_id`). `by_hand` False: the room that
    gives these terms keeps the proof itself, so that no day is written down beside it; what was written down
    before still counts within the terms.
    """

    valid_months: int | None = None
    not_before: date | None = None
    own_route: str = ""
    staff_route: str = ""
    by_hand: bool = True


@dataclass(frozen=True, slots=True)
class Extra:
    """Something that must be in place for this person though no programme asks it: the law does, such as a
    report to the unemployment office. `code` is unique among the extras of one person; `may_wait` False:
    nobody can let it wait; `programme_id`: only in that programme."""

    code: str
    label: Text
    in_place: bool
    who: Text = ""
    since: date | None = None
    until: date | None = None
    is_required: bool = True
    own_route: str = ""
    staff_route: str = ""
    may_wait: bool = True
    programme_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """For whom and about which conditions a source is asked: all of one organisation."""

    organisation_id: UUID
    person_ids: frozenset[UUID]
    conditions: Sequence[EntryCondition]
    today: date

    def of_kind(self, *kinds: str) -> list[EntryCondition]:
        """The conditions of these kinds."""
        return [each for each in self.conditions if each.kind in kinds]


@dataclass(frozen=True, slots=True)
class Found:
    """What one source knows: evidence and extras by person, terms by condition.

    `stops`: by person, the conditions of which the answer was no (a check that was seen and is not in
    order). They are not in place whatever else speaks for them, and nobody can let them wait.
    """

    evidence: Mapping[UUID, Sequence[Evidence]] = field(default_factory=dict)
    terms: Mapping[UUID, Terms] = field(default_factory=dict)
    extras: Mapping[UUID, Sequence[Extra]] = field(default_factory=dict)
    stops: Mapping[UUID, Collection[UUID]] = field(default_factory=dict)


class Source(Protocol):
    """A function of a room above. No queries when none of the conditions is of its kinds, as far as it can."""

    def __call__(self, asked: Asked, /) -> Found: ...


_sources: list[Source] = []


def register(source: Source) -> None:
    """Ask this source too; a second call with the same one adds nothing."""
    if source not in _sources:
        _sources.append(source)


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that is known about some people and conditions. `today` is the day it was asked for."""

    today: date
    evidence: Mapping[tuple[UUID, UUID], tuple[Evidence, ...]] = field(default_factory=dict)
    terms: Mapping[UUID, Terms] = field(default_factory=dict)
    extras: Mapping[UUID, tuple[Extra, ...]] = field(default_factory=dict)
    stops: frozenset[tuple[UUID, UUID]] = frozenset()

    def about(self, person_id: UUID, condition_id: UUID) -> tuple[Evidence, ...]:
        """What shows that this condition is or was in place for this person."""
        return self.evidence.get((person_id, condition_id), ())


def gather(
    *,
    organisation_id: UUID,
    person_ids: Iterable[UUID],
    conditions: Iterable[EntryCondition],
    today: date,
) -> Known:
    """Ask every source, once for all these people and conditions of one organisation."""
    asked = Asked(organisation_id, frozenset(person_ids), list(conditions), today)
    evidence: dict[tuple[UUID, UUID], list[Evidence]] = defaultdict(list)
    terms: dict[UUID, Terms] = {}
    extras: dict[UUID, list[Extra]] = defaultdict(list)
    stops: set[tuple[UUID, UUID]] = set()
    for source in _sources if asked.person_ids else ():
        found = source(asked)
        terms.update(found.terms)
        for person_id, rows in found.evidence.items():
            for row in rows:
                evidence[person_id, row.condition_id].append(row)
        for person_id, more in found.extras.items():
            extras[person_id].extend(more)
        for person_id, ids in found.stops.items():
            stops.update((person_id, condition_id) for condition_id in ids)
    return Known(
        today=today,
        evidence={key: tuple(rows) for key, rows in evidence.items()},
        terms=terms,
        extras={key: tuple(rows) for key, rows in extras.items()},
        stops=frozenset(stops),
    )
