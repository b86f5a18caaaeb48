"""For which days a figure is missing. No database here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from naast.law.costs.figures import Figures, Rows
from naast.law.costs.plausible import quarter_of, year_of
from naast.rates.lawful import OF_COUNTRY, ONE_DAY
from naast.rates.models import Figure


@dataclass(frozen=True, slots=True)
class Gap:
    """Days of one calendar year for which there is no confirmed figure, both included."""

    figure: Figure
    first: date
    last: date

    def holds_on(self, day: date) -> bool:
        """Whether the figure is missing on that day."""
        return self.first <= day <= self.last

    @property
    def to_enter(self) -> tuple[date, date]:
        """The days of the first row that would fill it: a quarter for a rate by car, else as much of the year."""
        last = quarter_of(self.first).last if self.figure == Figure.CAR else self.last
        return self.first, min(last, self.last)


def gaps(figures: Figures, first: date, last: date) -> list[Gap]:
    """What is missing between two days, by figure and year; the earliest first."""
    found = [
        Gap(figure, begins, ends)
        for figure in OF_COUNTRY.get(figures.country, ())
        for begins, ends in _missing(rows_of(figures, figure), first, last)
    ]
    return sorted(found, key=lambda gap: gap.first)


def rows_of(figures: Figures, figure: Figure) -> Rows[Any]:
    """The confirmed rows of one figure."""
    of: Mapping[Figure, Rows[Any]] = {
        Figure.CEILINGS: figures.ceilings,
        Figure.CAR: figures.car,
        Figure.BICYCLE: figures.bicycle,
        Figure.ALLOWANCE: figures.allowances,
    }
    return of[figure]


def _missing(rows: Rows[Any], first: date, last: date) -> Iterator[tuple[date, date]]:
    day = first
    while day <= last:
        row = rows.on(day)
        ends = (row.valid_to or last) if row is not None else _end_of_gap(rows, day, last)
        if row is None:
            yield day, ends
        day = ends + ONE_DAY


def _end_of_gap(rows: Rows[Any], day: date, last: date) -> date:
    ends = min(last, year_of(day).last)
    following = rows.missing(day).last
    return ends if following is None else min(ends, following)
