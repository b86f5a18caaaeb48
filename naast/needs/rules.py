"""Terms and quarters of this room (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

# A service that was asked answers within two weeks, unless something else was agreed (S2-10).
ANSWER_DAYS: Final = 14
# When it is stuck, somebody takes the next step within a week (S2-26).
ESCALATE_DAYS: Final = 7
# What a volunteer asks of us is answered within two working days (S3-19; instruments B26).
PROMISED_WORKING_DAYS: Final = 2
# After a favour was tried through somebody, we talk within two weeks (S1-139).
TALK_WITHIN: Final = timedelta(days=14)
# We look back at what a carer was offered after so many weeks (S1-34).
LOOK_BACK_WEEKS: Final = 6
# Management answers the letter of a quarter within six weeks (S1-277).
LETTER_ANSWER_DAYS: Final = 42
MONTHS_A_QUARTER: Final = 3
QUARTERS_A_YEAR: Final = 4


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months of a year: number 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter in which this day lies."""
        return cls(day.year, (day.month - 1) // MONTHS_A_QUARTER + 1)

    @property
    def first_day(self) -> date:
        """The day on which it begins."""
        return date(self.year, (self.number - 1) * MONTHS_A_QUARTER + 1, 1)

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return self.following.first_day - timedelta(days=1)

    @property
    def before(self) -> "Quarter":
        """The quarter before this one."""
        return Quarter.of(self.first_day - timedelta(days=1))

    @property
    def following(self) -> "Quarter":
        """The quarter after this one."""
        if self.number == QUARTERS_A_YEAR:
            return Quarter(self.year + 1, 1)
        return Quarter(self.year, self.number + 1)

    def last(self, count: int) -> list["Quarter"]:
        """So many quarters in their order, of which this is the last."""
        found = list(self._back(count))
        return found[::-1]

    def _back(self, count: int) -> Iterator["Quarter"]:
        each = self
        for _number in range(count):
            yield each
            each = each.before
