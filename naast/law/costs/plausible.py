"""Does a new figure look right? Checks from the index behind the amounts and from the row before (spec/law 1.7.1).

For who enters what was published: what looks odd may be right all the same, and then somebody says why. Nothing is
predicted, and no figure is worked out here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from naast.law.costs.figures import CAR, Allowance, Ceilings, KilometreRate

Row = Ceilings | KilometreRate | Allowance

# Belgium: what the law named in its own year, in cents, before the index.
BASE_DAY, BASE_YEAR, BASE_RAISED = 2479, 99_157, 182_110
# A coefficient is published with four decimals.
COEFFICIENT_PARTS = 10_000
DAYS_IN_A_CEILING: Final = 40
# A day is rounded to the cent: a cent of the day, forty times or 73.5 times.
SLACK_OF_YEAR, SLACK_OF_RAISED = 40, 74
ROUNDED = 1
MOST_CHANGE = 15
HUNDRED = 100
# Ten-thousandths of a euro.
LEAST_RATE, MOST_RATE = 2000, 7000
MONTHS_IN_A_CEILING: Final = 10
MONTHS_IN_A_QUARTER = 3


class Odd(StrEnum):
    """What looks odd about a new figure, in the order in which it is named."""

    DAY_AND_YEAR = "day_and_year"
    RAISED_AND_DAY = "raised_and_day"
    COEFFICIENT = "coefficient"
    MONTH_AND_YEAR = "month_and_year"
    RATE_RANGE = "rate_range"
    JUMP = "jump"
    QUARTER = "quarter"
    WHOLE_YEAR = "whole_year"
    KNOWN_ALREADY = "known_already"


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, both included."""

    first: date
    last: date


def quarter_of(day: date) -> Days:
    """The quarter of a year in which a day falls."""
    month = day.month - (day.month - 1) % MONTHS_IN_A_QUARTER
    return Days(date(day.year, month, 1), _last_of_month(day.year, month + MONTHS_IN_A_QUARTER - 1))


def year_of(day: date) -> Days:
    """The calendar year of a day."""
    return Days(date(day.year, 1, 1), date(day.year, 12, 31))


def odd(row: Row, *, before: Row | None, known: Iterable[Row] = ()) -> tuple[Odd, ...]:
    """What looks odd about `row`. `before` is the figure of the same kind that came before it, `known` those of the
    package that are confirmed."""
    found = {*_of_kind(row), *_of_days(row)}
    if before is not None and _jumps(row, before):
        found.add(Odd.JUMP)
    if any(_overlap(row, each) for each in known):
        found.add(Odd.KNOWN_ALREADY)
    return tuple(each for each in Odd if each in found)


def coefficient_of(year: int) -> int:
    """The index that gives this ceiling of a year (cents), in ten-thousandths: 16734 for 165929."""
    return _nearest(year * COEFFICIENT_PARTS, BASE_YEAR)


def _of_kind(row: Row) -> Iterator[Odd]:
    if isinstance(row, Ceilings):
        yield from _ceilings(row)
    elif isinstance(row, Allowance):
        if row.year != MONTHS_IN_A_CEILING * row.month:
            yield Odd.MONTH_AND_YEAR
    elif not LEAST_RATE <= row.rate <= MOST_RATE:
        yield Odd.RATE_RANGE


def _ceilings(row: Ceilings) -> Iterator[Odd]:
    if abs(DAYS_IN_A_CEILING * row.day - row.year) > SLACK_OF_YEAR:
        yield Odd.DAY_AND_YEAR
    if abs(_nearest(row.day * BASE_RAISED, BASE_DAY) - row.raised) > SLACK_OF_RAISED:
        yield Odd.RAISED_AND_DAY
    index = coefficient_of(row.year)
    pairs = ((BASE_DAY, row.day), (BASE_YEAR, row.year), (BASE_RAISED, row.raised))
    if any(abs(_nearest(base * index, COEFFICIENT_PARTS) - now) > ROUNDED for base, now in pairs):
        yield Odd.COEFFICIENT


def _of_days(row: Row) -> Iterator[Odd]:
    days = (row.valid_from, row.valid_to)
    if isinstance(row, KilometreRate) and row.vehicle == CAR:
        quarter = quarter_of(row.valid_from)
        if days != (quarter.first, quarter.last):
            yield Odd.QUARTER
        return
    year = year_of(row.valid_from)
    if days != (year.first, year.last):
        yield Odd.WHOLE_YEAR


def _jumps(row: Row, before: Row) -> bool:
    return any(
        abs(now - then) * HUNDRED > MOST_CHANGE * then
        for now, then in zip(_amounts(row), _amounts(before), strict=True)
    )


def _amounts(row: Row) -> tuple[int, ...]:
    if isinstance(row, Ceilings):
        return row.day, row.year, row.raised
    if isinstance(row, Allowance):
        return row.hour, row.hour_young, row.month, row.year
    return (row.rate,)


def _overlap(row: Row, other: Row) -> bool:
    return row.valid_from <= (other.valid_to or date.max) and other.valid_from <= (
        row.valid_to or date.max
    )


def _nearest(number: int, parts: int) -> int:
    """The quotient, rounded half up."""
    return (2 * number + parts) // (2 * parts)


def _last_of_month(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)
