"""Does a new figure look right: the index behind the amounts, and the row before (spec/law 1.7.1)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.law.costs.figures import Allowance, Ceilings, KilometreRate, known_rows
from naast.law.costs.plausible import (
    BASE_DAY,
    BASE_RAISED,
    BASE_YEAR,
    Odd,
    Row,
    coefficient_of,
    odd,
    quarter_of,
)

KNOWN = known_rows()
CAR = [row for row in KNOWN.rates if row.vehicle == "car"]
BICYCLE = [row for row in KNOWN.rates if row.vehicle == "bicycle"]
OF_2026 = KNOWN.ceilings[-1]
CAR_2026 = CAR[-1]
ALLOWANCE_2026 = KNOWN.allowances[-1]
DAYS = st.dates(date(2019, 1, 1), date(2040, 12, 31))


def _seen(rows: list[Row]) -> dict[date, tuple[Odd, ...]]:
    """What looks odd about each row after the one before it, by its first day."""
    pairs = zip(rows, [None, *rows[:-1]], strict=True)
    found = {row.valid_from: odd(row, before=before) for row, before in pairs}
    return {day: codes for day, codes in found.items() if codes}


def test_no_known_ceiling_looks_odd() -> None:
    assert _seen([*KNOWN.ceilings]) == {}


def test_of_the_known_rates_only_those_look_odd_that_did_not_hold_for_a_quarter() -> None:
    quarter = (Odd.QUARTER,)
    assert _seen([*CAR]) == {row.valid_from: quarter for row in CAR if row.valid_from.year < 2022} | {date(2022, 3, 1): quarter}  # fmt: skip


def test_the_great_rise_for_bicycles_and_young_people_in_2024_asks_for_a_word() -> None:
    assert _seen([*BICYCLE]) == {date(2020, 1, 1): (Odd.WHOLE_YEAR,), date(2024, 1, 1): (Odd.JUMP,)}
    assert _seen([*KNOWN.allowances]) == {date(2024, 1, 1): (Odd.JUMP,)}


@pytest.mark.parametrize(
    ("year", "index"),
    [(2019, 14002), (2021, 14282), (2022, 14859), (2023, 16406), (2024, 16734), (2026, 17758)],
)
def test_the_index_of_a_year_is_found_in_its_ceiling(year: int, index: int) -> None:
    row = next(each for each in KNOWN.ceilings if each.valid_from.year == year)
    assert coefficient_of(row.year) == index


def test_the_typing_error_that_was_printed_in_2022_is_seen() -> None:
    """Spec/law 1.7.1: a page printed 1,473.73 for 1,473.37."""
    row = next(each for each in KNOWN.ceilings if each.valid_from.year == 2022)
    assert odd(replace(row, year=147_373), before=None) == (Odd.COEFFICIENT,)


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({"day": 4402 + 1}, ()),
        ({"day": 4402 + 2}, (Odd.DAY_AND_YEAR, Odd.RAISED_AND_DAY, Odd.COEFFICIENT)),
        ({"day": 4042}, (Odd.DAY_AND_YEAR, Odd.RAISED_AND_DAY, Odd.COEFFICIENT)),
        ({"raised": 323_441}, (Odd.COEFFICIENT,)),
        ({"raised": 332_391}, (Odd.RAISED_AND_DAY, Odd.COEFFICIENT)),
        ({"year": 176_084}, ()),
        ({"year": 170_683}, (Odd.DAY_AND_YEAR, Odd.COEFFICIENT)),
        ({"valid_to": date(2026, 11, 30)}, (Odd.WHOLE_YEAR,)),
        ({"valid_from": date(2026, 1, 2)}, (Odd.WHOLE_YEAR,)),
    ],
)
def test_ceilings_that_do_not_fit_together(changed: dict[str, Any], codes: tuple[Odd, ...]) -> None:
    assert odd(replace(OF_2026, **changed), before=KNOWN.ceilings[-2]) == codes


@pytest.mark.parametrize(
    ("rate", "codes"),
    [
        (2000, ()),
        (1999, (Odd.RATE_RANGE,)),
        (7000, ()),
        (7001, (Odd.RATE_RANGE,)),
    ],
)
def test_a_kilometre_is_between_twenty_and_seventy_cents(rate: int, codes: tuple[Odd, ...]) -> None:
    assert odd(replace(CAR_2026, rate=rate), before=None) == codes


@pytest.mark.parametrize(
    ("rate", "jumps"), [(1150, False), (1151, True), (850, False), (849, True)]
)
def test_more_than_fifteen_percent_from_the_row_before_is_a_jump(rate: int, jumps: bool) -> None:
    before = replace(CAR_2026, rate=1000)
    assert (Odd.JUMP in odd(replace(CAR_2026, rate=rate), before=before)) is jumps


@pytest.mark.parametrize(
    ("first", "last", "codes"),
    [
        (date(2026, 4, 1), date(2026, 6, 30), ()),
        (date(2026, 10, 1), date(2026, 12, 31), ()),
        (date(2028, 1, 1), date(2028, 3, 31), ()),
        (date(2026, 4, 1), date(2026, 12, 31), (Odd.QUARTER,)),
        (date(2026, 4, 2), date(2026, 6, 30), (Odd.QUARTER,)),
    ],
)
def test_the_rate_by_car_holds_for_a_quarter(
    first: date, last: date, codes: tuple[Odd, ...]
) -> None:
    assert odd(replace(CAR_2026, valid_from=first, valid_to=last), before=CAR_2026) == codes


def test_a_rate_without_an_end_is_no_quarter_and_no_year() -> None:
    assert odd(replace(CAR_2026, valid_to=None), before=None) == (Odd.QUARTER,)
    assert odd(replace(BICYCLE[-1], valid_to=None), before=None) == (Odd.WHOLE_YEAR,)


def test_an_allowance_of_a_year_is_ten_months() -> None:
    assert odd(ALLOWANCE_2026, before=KNOWN.allowances[-2]) == ()
    assert odd(replace(ALLOWANCE_2026, year=221_000), before=None) == (Odd.MONTH_AND_YEAR,)


@pytest.mark.parametrize("name", ["hour", "hour_young", "month"])
def test_each_amount_of_an_allowance_is_held_against_the_year_before(name: str) -> None:
    row = replace(ALLOWANCE_2026, **{name: getattr(ALLOWANCE_2026, name) * 2})
    assert Odd.JUMP in odd(row, before=ALLOWANCE_2026)


def test_the_age_limit_is_no_amount() -> None:
    assert odd(replace(ALLOWANCE_2026, age_limit=30), before=ALLOWANCE_2026) == ()


def test_days_that_are_known_already_are_told_to_the_day() -> None:
    last, first = CAR_2026.valid_to, CAR_2026.valid_from
    assert last is not None
    touching = replace(CAR_2026, valid_from=last, valid_to=date(2026, 6, 30))
    after = replace(touching, valid_from=last + timedelta(days=1))
    before = replace(touching, valid_from=date(2025, 10, 1), valid_to=first - timedelta(days=1))
    assert Odd.KNOWN_ALREADY in odd(touching, before=None, known=[CAR_2026])
    assert Odd.KNOWN_ALREADY not in odd(after, before=None, known=[CAR_2026])
    assert Odd.KNOWN_ALREADY not in odd(before, before=None, known=[CAR_2026])


@given(index=st.integers(10_000, 60_000), year=st.integers(2019, 2100))
def test_whatever_the_index_the_three_amounts_that_it_gives_fit(index: int, year: int) -> None:
    def times(base: int) -> int:
        return (2 * base * index + 10_000) // 20_000

    row = _ceilings(times(BASE_DAY), times(BASE_YEAR), times(BASE_RAISED), year)
    assert odd(row, before=row) == ()


@given(
    index=st.integers(10_000, 60_000),
    wrong=st.sampled_from(["day", "year", "raised"]),
    by=st.integers(5, 5_000),
    up=st.booleans(),
)
def test_whatever_the_index_a_slip_of_five_cents_is_seen(
    index: int, wrong: str, by: int, up: bool
) -> None:
    """An index step moves a year by ten cents: five of them is as far as a slip can hide in the year."""

    def times(base: int) -> int:
        return (2 * base * index + 10_000) // 20_000

    right = _ceilings(times(BASE_DAY), times(BASE_YEAR), times(BASE_RAISED), 2027)
    slipped = getattr(right, wrong) + (by if up else -by)
    # Another whole index may give exactly this year; then the other two amounts don't fit it any more.
    row = replace(right, **{wrong: slipped})
    assert Odd.COEFFICIENT in odd(row, before=None) or (wrong == "year" and by <= 14)


@given(day=DAYS)
def test_every_day_is_in_one_quarter_of_three_months(day: date) -> None:
    quarter = quarter_of(day)
    assert quarter.first <= day <= quarter.last
    assert (quarter.first.day, (quarter.last + timedelta(days=1)).day) == (1, 1)
    assert quarter_of(quarter.last + timedelta(days=1)).first == quarter.last + timedelta(days=1)
    assert 90 <= (quarter.last - quarter.first).days + 1 <= 92


@given(
    rows=st.sampled_from([KNOWN.ceilings, tuple(CAR), tuple(BICYCLE), KNOWN.allowances]),
    codes=st.data(),
)
def test_a_row_is_never_a_jump_from_itself(
    rows: tuple[Ceilings | KilometreRate | Allowance, ...], codes: st.DataObject
) -> None:
    row = codes.draw(st.sampled_from(rows))
    assert Odd.JUMP not in odd(row, before=row)


def _ceilings(day: int, year: int, raised: int, in_year: int) -> Ceilings:
    return replace(
        OF_2026,
        day=day,
        year=year,
        raised=raised,
        valid_from=date(in_year, 1, 1),
        valid_to=date(in_year, 12, 31),
    )
