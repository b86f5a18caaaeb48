"""How long what somebody did counts (pure): per course, with what refreshes it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from naast.learning.models import Completion


@dataclass(frozen=True, slots=True)
class Standing:
    """That a course counts or counted: since when, the last day (None: for good), and by which record."""

    since: date
    until: date | None
    completion: Completion

    def holds_on(self, day: date) -> bool:
        """Whether it counts on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


def standings(completions: Iterable[Completion]) -> dict[tuple[UUID, UUID], Standing]:
    """(person, course) → what counts longest for it. A refresher counts for itself, and for what it refreshes
    once that was done: it renews, it does not replace. Read the completions with `select_related("course")`."""
    done: dict[tuple[UUID, UUID], list[Completion]] = defaultdict(list)
    for each in completions:
        done[each.person_id, each.course_id].append(each)
    found = {key: max(map(_standing, rows), key=_how_long) for key, rows in done.items()}
    for (person_id, _course), rows in done.items():
        for each in rows:
            _renew(found, done, person_id, each)
    return found


def _renew(
    found: dict[tuple[UUID, UUID], Standing],
    done: Mapping[tuple[UUID, UUID], list[Completion]],
    person_id: UUID,
    each: Completion,
) -> None:
    original = each.course.refresher_of_id
    if original is None:
        return
    earlier = done.get((person_id, original), [])
    if any(row.done_on <= each.done_on for row in earlier):
        key = (person_id, original)
        found[key] = max(found[key], _standing(each), key=_how_long)


def _standing(completion: Completion) -> Standing:
    return Standing(completion.done_on, completion.valid_until, completion)


def _how_long(standing: Standing) -> tuple[date, date]:
    return standing.until or date.max, standing.since
