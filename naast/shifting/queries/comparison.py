"""Agreed and logged of a quarter beside each other: one grouped query, whatever the number of visits (S1-89)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, F, Max, Min, QuerySet, UUIDField, Value

from naast.companionship.models import Visit
from naast.programmes.models import Task
from naast.shifting.quarters import Quarter
from naast.shifting.words import key_of, things_in

OURS = frozenset({Task.Who.VOLUNTEER, Task.Who.TOGETHER, Task.Who.AFTER_CONSULTING})


@dataclass(frozen=True, slots=True)
class Logged:
    """One thing that was told of: a task of the programme, or words of the volunteer. `place` is the programme,
    or the match when matches were asked for."""

    place: UUID
    task_id: UUID | None
    words: str
    times: int
    matches: int
    first_on: date
    last_on: date


def comparison(
    organisation_id: UUID, quarter: Quarter, *, match_ids: Collection[UUID] | None = None
) -> list[Logged]:
    """Everything that was told of in a quarter, grouped by programme, or by match for these matches. One query:
    the database counts, and what comes back grows with tasks and words, never with visits."""
    visits = Visit.objects.filter(
        organisation_id=organisation_id,
        visited_on__range=(quarter.starts_on, quarter.ends_on),
    )
    place = "match__programme_id"
    if match_ids is not None:
        visits, place = visits.filter(match_id__in=match_ids), "match_id"
    ticked = _grouped(visits.filter(tasks__isnull=False), place, task=F("tasks"), said=_nothing())
    told = visits.exclude(other_activity="")
    outside = _grouped(told, place, task=_no_task(), said=F("other_activity"))
    return [Logged(*row) for row in ticked.union(outside, all=True)]


def _grouped(visits: QuerySet[Visit], place: str, **what: Any) -> QuerySet[Visit, Any]:
    return (
        visits.order_by()
        .annotate(place=F(place), **what)
        .values("place", "task", "said")
        .annotate(
            times=Count("pk"),
            matches=Count("match_id", distinct=True),
            first_on=Min("visited_on"),
            last_on=Max("visited_on"),
        )
        .values_list("place", "task", "said", "times", "matches", "first_on", "last_on")
    )


def _nothing() -> Value:
    return Value("", output_field=CharField())


def _no_task() -> Value:
    return Value(None, output_field=UUIDField())


@dataclass(slots=True)
class Outside:
    """Something done outside the package: in which words, how often, since when."""

    words: str
    times: int
    matches: int
    first_on: date
    last_on: date
    key: str = ""
    shift_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Agreed and logged of one programme or match."""

    done: list[str]
    not_done: list[str]
    outside: list[Outside]


def by_place(rows: Iterable[Logged]) -> dict[UUID, list[Logged]]:
    """What was told of, for each programme or match."""
    found: dict[UUID, list[Logged]] = defaultdict(list)
    for row in rows:
        found[row.place].append(row)
    return found


def beside(rows: Iterable[Logged], tasks: Iterable[Task], besides: Collection[str] = ()) -> Beside:
    """Lay what was told of beside the package: the tasks of the programme, and what was agreed besides (in
    words). Pure; the rows are of one place."""
    package = {task.pk: task for task in tasks}
    names = {key_of(task.name): task.name for task in package.values() if task.who in OURS}
    names |= {key_of(words): words for words in besides}
    done: set[str] = set()
    outside: dict[str, Outside] = {}
    for row in rows:
        for words in _said(row, package):
            key = key_of(words)
            if key in names:
                done.add(key)
            else:
                _add(outside, key, words, row)
    return Beside(
        done=[name for key, name in names.items() if key in done],
        not_done=[name for key, name in names.items() if key not in done],
        outside=sorted(outside.values(), key=lambda each: (-each.times, each.key)),
    )


def _said(row: Logged, package: dict[UUID, Task]) -> Iterator[str]:
    if row.task_id is None:
        yield from things_in(row.words)
    elif row.task_id in package:
        yield package[row.task_id].name


def _add(outside: dict[str, Outside], key: str, words: str, row: Logged) -> None:
    present = outside.get(key)
    if present is None:
        outside[key] = Outside(words, row.times, row.matches, row.first_on, row.last_on, key)
        return
    present.times += row.times
    # The same thing in other words: matches that used both count once at least.
    present.matches = max(present.matches, row.matches)
    present.first_on = min(present.first_on, row.first_on)
    present.last_on = max(present.last_on, row.last_on)
