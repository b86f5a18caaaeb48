"""The dated amounts for costs: what is there, what is not, and what nobody confirmed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.law.ages import IncompleteRow
from naast.law.costs.figures import (
    BELGIUM,
    NETHERLANDS,
    Figures,
    cents,
    known_figures,
    read_allowance,
    read_ceilings,
    read_rate,
)

BE, NL = known_figures(BELGIUM), known_figures(NETHERLANDS)
ROW = {
    "country": "BE",
    "valid_from": date(2030, 1, 1),
    "valid_to": date(2030, 12, 31),
    "source": "Staatsblad",
    "confidence": "F",
}


@pytest.mark.parametrize(
    ("year", "day", "whole", "raised"),
    [
        (2019, "34.71", "1388.40", "2549.90"),
        (2020, "34.71", "1388.40", "2549.90"),
        (2021, "35.41", "1416.16", "2600.90"),
        (2022, "36.84", "1473.37", "2705.97"),
        (2023, "40.67", "1626.77", "2987.70"),
        (2024, "41.48", "1659.29", "3047.43"),
        (2025, "42.31", "1692.51", "3108.44"),
        (2026, "44.02", "1760.83", "3233.91"),
    ],
)
def test_the_ceilings_of_belgium(year: int, day: str, whole: str, raised: str) -> None:
    for on in (date(year, 1, 1), date(year, 12, 31)):
        found = BE.on(on).ceilings
        assert found is not None
        assert (found.day, found.year, found.raised) == (cents(day), cents(whole), cents(raised))
        assert found.source


@pytest.mark.parametrize("year", range(2019, 2027))
def test_the_index_makes_each_row_of_belgium(year: int) -> None:
    """Spec/law 1.7.1: a day times forty is about the year, and the raised ceiling about 73.5 days."""
    found = BE.on(date(year, 6, 1)).ceilings
    assert found is not None
    assert abs(found.day * 40 - found.year) <= 50
    assert abs(found.raised / found.day - 73.5) < 0.1


@pytest.mark.parametrize(
    ("on", "rate"),
    [
        (date(2019, 6, 30), 3573),
        (date(2019, 7, 1), 3653),
        (date(2022, 2, 28), 3707),
        (date(2022, 3, 1), 4020),
        (date(2022, 6, 30), 4020),
        (date(2022, 7, 1), 4170),
        (date(2024, 2, 29), 4269),
        (date(2024, 3, 31), 4269),
        (date(2024, 4, 1), 4265),
        (date(2025, 12, 31), 4312),
        (date(2026, 1, 1), 4326),
        (date(2026, 3, 31), 4326),
    ],
)
def test_a_kilometre_by_car_the_day_before_and_after_each_change(on: date, rate: int) -> None:
    found = BE.on(on).car
    assert found is not None
    assert found.rate == rate


@pytest.mark.parametrize("on", [date(2018, 12, 31), date(2026, 4, 1), date(2027, 1, 1)])
def test_no_rate_is_guessed(on: date) -> None:
    assert BE.on(on).car is None


def test_the_missing_period_is_named() -> None:
    after = BE.car.missing(date(2026, 4, 1))
    assert (after.first, after.last) == (date(2026, 4, 1), None)
    before = BE.car.missing(date(2018, 12, 31))
    assert (before.first, before.last) == (date.min, date(2018, 12, 31))
    between = BE.bicycle.missing(date(2020, 6, 1))
    assert (between.first, between.last) == (date(2020, 1, 1), date(2021, 12, 31))


@pytest.mark.parametrize("year", [2020, 2021, 2025])
def test_a_figure_that_is_only_remembered_is_not_used(year: int) -> None:
    assert BE.on(date(year, 6, 1)).bicycle is None


@pytest.mark.parametrize(
    ("year", "hour", "young", "age", "month", "whole"),
    [
        (2019, 500, 275, 22, 17000, 170000),
        (2020, 500, 275, 22, 17000, 170000),
        (2021, 500, 275, 21, 18000, 180000),
        (2022, 500, 275, 21, 18000, 180000),
        (2023, 500, 275, 21, 19000, 190000),
        (2024, 550, 325, 21, 21000, 210000),
        (2025, 560, 330, 21, 21000, 210000),
        (2026, 575, 340, 21, 22000, 220000),
    ],
)
def test_the_allowances_of_the_netherlands(
    year: int, hour: int, young: int, age: int, month: int, whole: int
) -> None:
    found = NL.on(date(year, 7, 1)).allowance
    assert found is not None
    assert (found.hour, found.hour_young, found.age_limit) == (hour, young, age)
    assert (found.month, found.year) == (month, whole)


def test_2027_is_not_known() -> None:
    assert BE.on(date(2027, 1, 1)).ceilings is None
    assert NL.on(date(2027, 1, 1)).allowance is None


def test_countries_do_not_mix() -> None:
    assert NL.on(date(2024, 1, 1)).ceilings is None
    assert BE.on(date(2024, 1, 1)).allowance is None


@given(st.dates(date(2015, 1, 1), date(2030, 12, 31)), st.sampled_from([BE, NL]))
def test_a_day_has_a_figure_or_lies_in_a_missing_period(day: date, figures: Figures) -> None:
    for rows in (figures.ceilings, figures.car, figures.bicycle, figures.allowances):
        found = rows.on(day)
        if found is None:
            gap = rows.missing(day)
            assert gap.first <= day <= (gap.last or date.max)
            if gap.last is not None:
                assert rows.on(gap.last + timedelta(days=1)) is not None
        else:
            assert found.holds_on(day)


@pytest.mark.parametrize("text", ["12,50", "1.234", "-3.00", "0", "veel"])
def test_an_amount_of_the_file_is_whole_cents(text: str) -> None:
    with pytest.raises(IncompleteRow):
        cents(text)


def test_rows_that_lack_something_are_no_rows() -> None:
    with pytest.raises(IncompleteRow):
        read_ceilings({**ROW, "day": "50", "year": "40", "raised": "90", "raised_confidence": "F"})
    with pytest.raises(IncompleteRow):
        read_rate({**ROW, "vehicle": "tram", "rate": "0.40"})
    with pytest.raises(IncompleteRow):
        read_rate({**ROW, "vehicle": "car", "rate": "0.40", "source": ""})
    with pytest.raises(IncompleteRow):
        read_allowance(
            {**ROW, "hour": "5", "hour_young": "6", "age_limit": 21, "month": "200", "year": "2000"}
        )
