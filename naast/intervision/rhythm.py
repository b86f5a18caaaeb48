"""The days on which a group meets (pure): every so many weeks or months, never on a public holiday."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

A_WEEK = timedelta(days=7)
LAST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Every `every` weeks or months from `starts_on`, on `weekday` (Monday is 0); by the month in its week
    `week_of_month` (5: the last)."""

    starts_on: date
    every: int
    by_month: bool
    weekday: int
    week_of_month: int = 1


def days_between(
    rhythm: Rhythm, first: date, last: date, *, is_free: Callable[[date], bool]
) -> list[date]:
    """The days of this rhythm from `first` to `last`, both included. A day on which everybody is free
    (`is_free`: a public holiday) moves a week on; every week, it is left out."""
    found: list[date] = []
    for day in _raw(rhythm, last):
        moved = _moved(rhythm, day, is_free)
        if moved is not None and first <= moved <= last and moved not in found:
            found.append(moved)
    return found


def _moved(rhythm: Rhythm, day: date, is_free: Callable[[date], bool]) -> date | None:
    if not rhythm.by_month and rhythm.every == 1:
        return None if is_free(day) else day
    while is_free(day):
        day += A_WEEK
    return day


def _raw(rhythm: Rhythm, last: date) -> Iterator[date]:
    if rhythm.by_month:
        yield from _by_month(rhythm, last)
        return
    day = rhythm.starts_on + timedelta(days=(rhythm.weekday - rhythm.starts_on.weekday()) % 7)
    while day <= last:
        yield day
        day += rhythm.every * A_WEEK


def _by_month(rhythm: Rhythm, last: date) -> Iterator[date]:
    month = rhythm.starts_on.replace(day=1)
    while month <= last:
        day = _in_month(month, rhythm.weekday, rhythm.week_of_month)
        if day >= rhythm.starts_on:
            yield day
        month += relativedelta(months=rhythm.every)


def _in_month(month: date, weekday: int, week: int) -> date:
    if week == LAST:
        end = month + relativedelta(months=1) - timedelta(days=1)
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    first = month + timedelta(days=(weekday - month.weekday()) % 7)
    return first + (week - 1) * A_WEEK
