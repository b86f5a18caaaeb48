"""The quarters in which agreed and logged are laid beside each other (instruments B26: three months). Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text

NAMES = (
    _("January to March"),
    _("April to June"),
    _("July to September"),
    _("October to December"),
)


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months of a year; `number` is 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter in which a day falls."""
        return cls(day.year, (day.month - 1) // 3 + 1)

    @classmethod
    def named(cls, code: str) -> "Quarter | None":
        """The quarter that an address means, such as «2026-4»; None for anything else."""
        year, _dash, number = code.partition("-")
        if not (year.isascii() and year.isdecimal() and number in ("1", "2", "3", "4")):
            return None
        return cls(int(year), int(number)) if 2000 <= int(year) <= 2999 else None

    @property
    def starts_on(self) -> date:
        """The first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def ends_on(self) -> date:
        """The last day."""
        return self.next.starts_on - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        """The quarter after it."""
        return (
            Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)
        )

    @property
    def previous(self) -> "Quarter":
        """The quarter before it."""
        return Quarter.of(self.starts_on - timedelta(days=1))

    @property
    def code(self) -> str:
        """As it stands in an address."""
        return f"{self.year}-{self.number}"

    @property
    def months(self) -> Text:
        """Its months, in words."""
        return NAMES[self.number - 1]
