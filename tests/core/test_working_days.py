"""Promises in working days."""

from datetime import date

import pytest

from naast.core.working_days import add_working_days


@pytest.mark.parametrize(
    ("day", "count", "country", "expected"),
    [
        (date(2026, 11, 18), 2, "BE", date(2026, 11, 20)),
        (date(2026, 11, 20), 2, "BE", date(2026, 11, 24)),  # over a weekend
        (date(2026, 7, 20), 1, "BE", date(2026, 7, 22)),  # the national day of Belgium
        (date(2026, 7, 20), 1, "NL", date(2026, 7, 21)),
        (date(2026, 4, 26), 1, "NL", date(2026, 4, 28)),  # King's day
    ],
)
def test_weekends_and_holidays_do_not_count(
    day: date, count: int, country: str, expected: date
) -> None:
    assert add_working_days(day, count, country) == expected
