"""Days that can be meant."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from naast.core import clock
from naast.core.inputs import FIRST, FURTHEST, DayField


@pytest.mark.parametrize("day", ["1850-01-01", "0026-11-26", "2126-01-01"])
def test_a_slip_of_the_finger_is_no_day(day: str) -> None:
    with pytest.raises(ValidationError):
        DayField().clean(day)


def test_the_first_and_the_last_day_are_days() -> None:
    last = clock.today() + FURTHEST
    assert DayField().clean(FIRST.isoformat()) == FIRST
    assert DayField().clean(last.isoformat()) == last
    for day in (FIRST - timedelta(days=1), last + timedelta(days=1)):
        with pytest.raises(ValidationError):
            DayField().clean(day.isoformat())


def test_a_day_may_stay_empty_where_it_may() -> None:
    assert DayField(required=False).clean("") is None
    assert isinstance(DayField().clean("2026-11-26"), date)
