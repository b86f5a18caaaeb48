"""Rows of an organisation beside those of the package, and the days without a figure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from naast.law.costs.figures import BELGIUM, NETHERLANDS, KilometreRate, known_rows
from naast.law.costs.plausible import Row
from naast.rates.gaps import Gap, gaps, rows_of
from naast.rates.lawful import OF_COUNTRY, amounts_of, beside, figure_of, known, outside
from naast.rates.models import Figure
from naast.rates.queries.figures import figures_from, with_own

CAR = known_rows().rates[0]
FIRST, LAST = date(2025, 1, 1), date(2027, 12, 31)
DAYS = st.dates(FIRST, LAST)


def _car(first: date, last: date, rate: int = 4444) -> KilometreRate:
    return replace(CAR, valid_from=first, valid_to=last, rate=rate, source="Verzonnen")


def _apart(days: list[date]) -> Iterator[KilometreRate]:
    """Rows between each two of these days in turn: they don't overlap."""
    ordered = sorted(set(days))
    for first, last in zip(ordered[::2], ordered[1::2], strict=False):
        yield _car(first, last)


def test_a_row_of_the_package_keeps_the_days_around_one_of_our_own() -> None:
    row = _car(date(2026, 1, 1), date(2026, 12, 31), 4000)
    own = _car(date(2026, 3, 1), date(2026, 3, 31))
    assert [(each.valid_from, each.valid_to) for each in outside(row, [own])] == [
        (date(2026, 1, 1), date(2026, 2, 28)),
        (date(2026, 4, 1), date(2026, 12, 31)),
    ]


def test_a_row_of_the_package_that_is_covered_is_gone() -> None:
    row = _car(date(2026, 1, 1), date(2026, 3, 31), 4000)
    assert list(outside(row, [_car(date(2025, 12, 1), date(2026, 4, 1))])) == []
    assert list(outside(row, [row])) == []
    assert list(outside(row, [replace(row, valid_to=None)])) == []


def test_a_row_that_has_no_end_ends_where_another_begins() -> None:
    row = replace(CAR, valid_to=None)
    own = _car(date(2026, 3, 1), date(2026, 3, 31))
    assert [(each.valid_from, each.valid_to) for each in outside(row, [own])] == [
        (CAR.valid_from, date(2026, 2, 28)),
        (date(2026, 4, 1), None),
    ]


@given(days=st.lists(DAYS, max_size=8), day=DAYS)
def test_whatever_an_organisation_enters_its_own_row_holds_and_the_package_elsewhere(
    days: list[date], day: date
) -> None:
    own = list(_apart(days))
    found = figures_from(BELGIUM, beside(known(BELGIUM), own)).on(day).car
    ours = next((row for row in own if row.holds_on(day)), None)
    usual = figures_from(BELGIUM, known(BELGIUM)).on(day).car
    assert (found and found.rate) == (ours.rate if ours else usual and usual.rate)


@given(days=st.lists(DAYS, max_size=8), day=DAYS)
def test_a_day_is_in_a_gap_exactly_when_its_figure_is_missing(days: list[date], day: date) -> None:
    figures = figures_from(BELGIUM, beside(known(BELGIUM), list(_apart(days))))
    found = gaps(figures, FIRST, LAST)
    for figure in OF_COUNTRY[BELGIUM]:
        is_missing = rows_of(figures, figure).on(day) is None
        holding = [gap for gap in found if gap.figure == figure and gap.holds_on(day)]
        assert len(holding) == is_missing
    assert all(gap.first.year == gap.last.year and gap.first <= gap.last for gap in found)


def test_today_the_rate_by_car_is_missing_from_april_on_and_every_figure_of_2027() -> None:
    whole = (date(2027, 1, 1), date(2027, 12, 31))
    found = gaps(with_own(BELGIUM, ()), date(2026, 1, 1), LAST)
    assert found == [
        Gap(Figure.CAR, date(2026, 4, 1), date(2026, 12, 31)),
        Gap(Figure.CEILINGS, *whole),
        Gap(Figure.CAR, *whole),
        Gap(Figure.BICYCLE, *whole),
    ]
    assert gaps(with_own(NETHERLANDS, ()), date(2026, 1, 1), LAST) == [
        Gap(Figure.ALLOWANCE, *whole)
    ]


def test_what_is_only_remembered_is_missing() -> None:
    found = gaps(with_own(BELGIUM, ()), date(2025, 1, 1), date(2025, 12, 31))
    assert found == [Gap(Figure.BICYCLE, date(2025, 1, 1), date(2025, 12, 31))]


def test_a_gap_of_a_car_is_entered_by_quarter_and_others_by_year() -> None:
    whole = (date(2027, 1, 1), date(2027, 12, 31))
    assert Gap(Figure.CAR, *whole).to_enter == (date(2027, 1, 1), date(2027, 3, 31))
    assert Gap(Figure.BICYCLE, *whole).to_enter == whole
    short = Gap(Figure.CAR, date(2026, 5, 1), date(2026, 5, 31))
    assert short.to_enter == (date(2026, 5, 1), date(2026, 5, 31))


def test_every_row_of_the_package_has_its_figure_and_its_amounts() -> None:
    rows: list[Row] = [*known(BELGIUM), *known(NETHERLANDS)]
    assert {figure_of(row) for row in rows} == set(Figure)
    assert all(value > 0 for row in rows for value in amounts_of(row).values())
    assert {row.country for row in known(NETHERLANDS)} == {NETHERLANDS}


@given(day=DAYS)
def test_a_piece_of_a_row_never_holds_outside_it(day: date) -> None:
    row = _car(date(2026, 1, 1), date(2026, 12, 31), 4000)
    other = _car(day, day + timedelta(days=40))
    pieces = list(outside(row, [other]))
    assert all(each.rate == 4000 and row.holds_on(each.valid_from) for each in pieces)
    assert not any(piece.holds_on(day) for piece in pieces)
