"""Whether the professional can be reached at this moment. Pure."""

from dataclasses import dataclass
from datetime import datetime, time

from django.utils.timezone import localtime


@dataclass(frozen=True, slots=True)
class Hours:
    """The days (0 is Monday) and hours at which somebody answers."""

    days: tuple[int, ...]
    begins: time
    ends: time

    def holds(self, now: datetime) -> bool:
        """Whether somebody answers now, in the time of the house. Hours may pass midnight."""
        local = localtime(now)
        clock = local.time()
        if self.begins <= self.ends:
            return local.weekday() in self.days and self.begins <= clock < self.ends
        yesterday = (local.weekday() - 1) % 7
        return (local.weekday() in self.days and clock >= self.begins) or (
            yesterday in self.days and clock < self.ends
        )
