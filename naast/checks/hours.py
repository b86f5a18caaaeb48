"""How many hours volunteers gave: rooms above know it, and tell it here (spec/law 1.5: the free insurance
counts hours). A room registers its counter in AppConfig.ready()."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Hours:
    """Minutes that were told, and how often somebody came without saying how long."""

    minutes: int = 0
    untold: int = 0

    @property
    def hours(self) -> float:
        """The told minutes in hours."""
        return self.minutes / 60


# (organisation, first day, last day) → what was logged there; a constant number of queries.
Counter = Callable[[UUID, date, date], Hours]
_counters: list[Counter] = []


def register(counter: Counter) -> None:
    """Count with this one too; a second call with the same one adds nothing."""
    if counter not in _counters:
        _counters.append(counter)


def logged(organisation_id: UUID, first: date, last: date) -> Hours:
    """What all rooms together know of these days."""
    found = [counter(organisation_id, first, last) for counter in _counters]
    return Hours(sum(each.minutes for each in found), sum(each.untold for each in found))
