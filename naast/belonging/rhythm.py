"""When something is due: pure functions of days."""

from collections.abc import Iterable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

# A night that was missed, or a busy week, is made good within this time; later nobody is asked any more.
CATCH_UP = timedelta(days=21)
# Nobody is asked two things within this time.
QUIET = timedelta(days=7)
# Without an agreed end the question comes back after this time, unless the programme says how long.
USUAL_MONTHS = 12
LONGEST_YEARS = 60


def started_between(weeks: int, today: date) -> tuple[date, date]:
    """First and last day on which somebody started for whom something is due after so many weeks."""
    last = today - timedelta(weeks=weeks)
    return last - CATCH_UP, last


def started_between_months(months: int, today: date) -> tuple[date, date]:
    """As `started_between`, after so many months."""
    last = today - relativedelta(months=months)
    return last - CATCH_UP, last


def anniversaries(today: date, *, months: int, days: int = QUIET.days) -> list[date]:
    """The days on which somebody started who is here a whole number of times `months` today or a few days
    ago."""
    rounds = range(1, LONGEST_YEARS * 12 // months + 1)
    return sorted(
        {
            today - timedelta(days=back) - relativedelta(months=number * months)
            for back in range(days)
            for number in rounds
        }
    )


def moments(start: date, weeks: Iterable[int]) -> dict[int, date]:
    """Week → day, counted from the start."""
    return {week: start + timedelta(weeks=week) for week in sorted(set(weeks))}
