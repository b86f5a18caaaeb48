"""The Netherlands: every rule of spec/law 2.1 in a few payments."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.law.costs.figures import NETHERLANDS, known_figures
from naast.law.costs.judging import judge_of
from naast.law.costs.payments import Code, Judgement, Kind, Terms, Vehicle, Verdict
from naast.law.costs.years import PersonYear

FIGURES, judge = known_figures(NETHERLANDS), judge_of(NETHERLANDS)
GROWN = date(1950, 6, 1)


def pay(year: PersonYear, day: str, what: Terms) -> Judgement:
    """What is said of one more payment in this year."""
    return judge(what, FIGURES.on(date.fromisoformat(day)), year)


def allowance(cents: int, hours: float | None = 40) -> Terms:
    """An allowance for so many hours; the amount tells it apart."""
    spent = None if hours is None else int(hours * 1000)
    return Terms(Kind.FLAT, cents, hours=spent, tells=cents)


def travel(cents: int) -> Terms:
    """Travel by car, which has its amount."""
    return Terms(Kind.TRAVEL, cents, tells=cents)


@pytest.mark.parametrize(
    ("year", "month"), [(2019, 17000), (2022, 18000), (2024, 21000), (2026, 22000)]
)
def test_a_month_is_full_at_its_figure(year: int, month: int) -> None:
    person = PersonYear(GROWN)
    assert pay(person, f"{year}-03-31", allowance(month)).codes == (Code.NEAR_CEILING,)
    assert pay(person, f"{year}-04-01", allowance(month - 1)).codes == (Code.NEAR_CEILING,)
    refused = pay(person, f"{year}-04-30", allowance(2))
    assert (refused.codes, refused.limit) == ((Code.MONTH_CEILING,), month)
    assert person.failed_months == [f"{year}-04"]


def test_a_year_is_full_at_its_figure_and_fails_the_month_as_well() -> None:
    person = PersonYear(GROWN)
    for number in range(1, 11):
        assert pay(person, f"2024-{number:02}-01", allowance(20999)).verdict is Verdict.WARN
    refused = pay(person, "2024-11-01", allowance(11))
    assert (refused.codes, refused.limit) == ((Code.YEAR_CEILING,), 210000)
    assert (person.qualifies, person.failed_months) == (False, ["2024-11"])
    both = pay(person, "2024-10-01", allowance(20999))
    assert both.codes == (Code.MONTH_CEILING, Code.YEAR_CEILING)


def test_travel_counts_from_the_first_allowance_of_the_year_on() -> None:
    """The example of the tax office for 2023: 4 euros an hour and 48 a week for travel pass the month."""
    person = PersonYear(GROWN)
    assert pay(person, "2023-01-05", travel(15000)).verdict is Verdict.OK
    assert pay(person, "2023-01-06", allowance(1600, 4)).verdict is Verdict.OK
    assert pay(person, "2023-01-06", travel(4800)).codes == (Code.TRAVEL_COUNTS,)
    for day in (13, 20):
        pay(person, f"2023-01-{day}", travel(4800))
    refused = pay(person, "2023-01-27", travel(4800))
    assert refused.codes == (Code.MONTH_CEILING, Code.TRAVEL_COUNTS)
    assert person.total == 1600 + 3 * 4800


def test_another_year_begins_without_an_allowance() -> None:
    first = PersonYear(GROWN)
    pay(first, "2023-12-31", allowance(1000, 2))
    assert pay(PersonYear(GROWN), "2024-01-01", travel(99999)).verdict is Verdict.OK


def test_gifts_and_real_costs_count_as_well() -> None:
    person = PersonYear(GROWN)
    pay(person, "2024-01-05", allowance(500, 1))
    assert pay(person, "2024-01-06", Terms(Kind.GIFT, 2500)).codes == (Code.GIFT_COUNTS,)
    cost = Terms(Kind.REAL_COST, 900, has_proof=True)
    assert pay(person, "2024-01-07", cost).codes == (Code.TRAVEL_COUNTS,)
    assert person.total == 500 + 2500 + 900


def test_only_real_costs_have_no_limit_and_ask_a_proof() -> None:
    person = PersonYear(GROWN)
    assert pay(person, "2024-01-07", Terms(Kind.REAL_COST, 500000, has_proof=True)).codes == ()
    assert pay(person, "2024-01-07", Terms(Kind.REAL_COST, 500)).codes == (Code.PROOF_MISSING,)
    ride = Terms(Kind.TRAVEL, 500, vehicle=Vehicle.PUBLIC)
    assert pay(person, "2024-01-07", ride).codes == (Code.PROOF_MISSING,)


@pytest.mark.parametrize(("day", "figure"), [("2023-12-31", 500), ("2024-01-01", 550)])
def test_an_hour_has_a_figure_above_which_one_explains(day: str, figure: int) -> None:
    assert pay(PersonYear(GROWN), day, allowance(figure * 4, 4)).verdict is Verdict.OK
    warned = pay(PersonYear(GROWN), day, allowance(figure * 4 + 1, 4))
    assert (warned.verdict, warned.codes, warned.limit) == (
        Verdict.WARN,
        (Code.HOUR_CEILING,),
        figure * 4,
    )


def test_part_of_an_hour_is_rounded_half_up() -> None:
    # 2.25 hours at 5.50 is 12.375.
    assert pay(PersonYear(GROWN), "2024-01-05", allowance(1238, 2.25)).verdict is Verdict.OK
    assert pay(PersonYear(GROWN), "2024-01-05", allowance(1239, 2.25)).limit == 1238


@pytest.mark.parametrize(
    ("born", "day", "is_young"),
    [
        ("2003-03-05", "2024-03-04", True),
        ("2003-03-05", "2024-03-05", False),
        ("1998-03-05", "2020-03-04", True),  # until 2020 the limit was 22
        ("1998-03-05", "2020-03-05", False),
        ("2004-02-29", "2025-02-28", True),  # older on 1 March in other years
        ("2004-02-29", "2025-03-01", False),
    ],
)
def test_the_age_on_the_day_decides_the_figure(born: str, day: str, is_young: bool) -> None:
    figures = FIGURES.on(date.fromisoformat(day)).allowance
    assert figures is not None
    person = PersonYear(date.fromisoformat(born))
    said = pay(person, day, allowance(figures.hour_young * 2 + 1, 2))
    assert said.codes == ((Code.HOUR_CEILING, Code.AGE_RATE) if is_young else ())
    if is_young:
        assert said.limit == figures.hour_young * 2


def test_without_a_day_of_birth_one_looks_at_the_age() -> None:
    assert pay(PersonYear(), "2024-01-05", allowance(325 * 2, 2)).verdict is Verdict.OK
    said = pay(PersonYear(), "2024-01-05", allowance(325 * 2 + 1, 2))
    assert (said.codes, said.limit) == ((Code.AGE_RATE,), 650)
    both = pay(PersonYear(), "2024-01-05", allowance(1101, 2))
    assert both.codes == (Code.HOUR_CEILING, Code.AGE_RATE)


def test_without_hours_nobody_can_check_them() -> None:
    said = pay(PersonYear(GROWN), "2024-01-05", allowance(500, None))
    assert (said.verdict, said.codes) == (Verdict.WARN, (Code.HOURS_MISSING,))


def test_the_next_year_is_not_known() -> None:
    assert pay(PersonYear(GROWN), "2027-01-05", allowance(500)).codes == (Code.RATE_MISSING,)
    assert pay(PersonYear(GROWN), "2027-01-05", travel(500)).verdict is Verdict.OK


def test_a_reversal_frees_the_month_and_what_came_after_still_counts() -> None:
    person = PersonYear(GROWN)
    pay(person, "2024-01-05", allowance(20000))
    assert pay(person, "2024-05-05", allowance(-20000)).verdict is Verdict.OK
    assert person.total == 0
    assert pay(person, "2024-01-06", travel(20000)).codes == (
        Code.TRAVEL_COUNTS,
        Code.NEAR_CEILING,
    )


def test_near_the_year_goes_before_near_the_month() -> None:
    person = PersonYear(GROWN)
    for number in range(1, 9):
        pay(person, f"2024-{number:02}-01", allowance(20999))
    said = pay(person, "2024-09-01", allowance(100, 1))
    assert (said.codes, said.limit) == ((Code.NEAR_CEILING,), 210000)


DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31))
PAYMENTS = st.one_of(
    st.builds(allowance, st.integers(1, 25000), st.integers(1, 60)),
    st.builds(travel, st.integers(1, 25000)),
    st.builds(Terms, st.just(Kind.GIFT), st.integers(1, 9000)),
)


@given(st.lists(st.tuples(DAYS, PAYMENTS), max_size=80))
def test_whatever_comes_what_counts_stays_under_month_and_year(
    payments: list[tuple[date, Terms]],
) -> None:
    person = PersonYear(GROWN)
    for day, what in payments:
        before = (person.total, dict(person.parts))
        if judge(what, FIGURES.on(day), person).verdict is Verdict.REFUSE:
            assert (person.total, person.parts) == before
    assert person.total <= 210000
    assert all(part <= 21000 for part in person.parts.values())
