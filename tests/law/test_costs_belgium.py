"""Belgium: every rule of spec/law 1.7 in a few payments."""

from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.law.costs.figures import BELGIUM, known_figures
from naast.law.costs.judging import judge_of
from naast.law.costs.payments import Code, Judgement, Kind, Task, Terms, Vehicle, Verdict
from naast.law.costs.years import PersonYear

FIGURES, judge = known_figures(BELGIUM), judge_of(BELGIUM)
LUMP, TRAVEL, REAL, GIFT = Kind.FLAT, Kind.TRAVEL, Kind.REAL_COST, Kind.GIFT


def pay(year: PersonYear, day: str, what: Terms) -> Judgement:
    """What is said of one more payment in this year."""
    return judge(what, FIGURES.on(date.fromisoformat(day)), year)


def lump(cents: int, **more: object) -> Terms:
    """A lump sum; the amount tells it apart."""
    return Terms(LUMP, cents, tells=cents, **more)  # type: ignore[arg-type]  # the words of Terms


def drive(km: int, cents: int | None = None, **more: object) -> Terms:
    """Kilometres by car, in whole ones."""
    return Terms(TRAVEL, cents, km * 1000, tells=km, **more)  # type: ignore[arg-type]  # idem


@pytest.mark.parametrize(
    ("day", "ceiling"), [("2019-05-01", 3471), ("2024-02-29", 4148), ("2026-12-31", 4402)]
)
def test_a_day_is_full_at_its_ceiling_and_not_before(day: str, ceiling: int) -> None:
    assert pay(PersonYear(), day, lump(ceiling)).verdict is Verdict.OK
    refused = pay(PersonYear(), day, lump(ceiling + 1))
    assert (refused.codes, refused.limit) == ((Code.DAY_CEILING,), ceiling)


def test_two_tasks_on_one_day_count_together_and_a_refused_one_does_not() -> None:
    year = PersonYear()
    assert pay(year, "2024-03-05", lump(3000)).verdict is Verdict.OK
    assert pay(year, "2024-03-05", lump(1149)).codes == (Code.DAY_CEILING,)
    assert pay(year, "2024-03-05", lump(1148)).verdict is Verdict.OK
    assert pay(year, "2024-03-06", lump(4148)).verdict is Verdict.OK
    assert year.total == 3000 + 1148 + 4148


def fill(year: PersonYear, upto: int, most: int, **more: object) -> None:
    """Lump sums of 2024, one a day after those that are there, until so many cents."""
    numbers = [number for number in year.parts if isinstance(number, int)]
    day = date.fromordinal(max(numbers)) + timedelta(days=1) if numbers else date(2024, 1, 1)
    while year.total < upto:
        judge(lump(min(most, upto - year.total), **more), FIGURES.on(day), year)
        day += timedelta(days=1)


def test_a_year_is_near_at_four_fifths_and_full_at_its_ceiling() -> None:
    year = PersonYear()
    fill(year, 132743, 4000)
    assert pay(year, "2024-06-01", lump(1)).codes == (Code.NEAR_CEILING,)  # 1327.44 of 1659.29
    fill(year, 165929, 4000)
    refused = pay(year, "2024-12-31", lump(2))
    assert (refused.codes, refused.limit) == ((Code.YEAR_CEILING,), 165929)
    assert (year.qualifies, year.failed) == (False, [Code.YEAR_CEILING])


def test_just_under_four_fifths_says_nothing() -> None:
    year = PersonYear()
    fill(year, 132742, 4000)
    assert pay(year, "2024-12-01", lump(1)).verdict is Verdict.OK


def test_the_raised_ceiling_asks_a_task_and_a_declaration() -> None:
    year = PersonYear()
    guard = {"task": Task.NIGHT_GUARD}
    fill(year, 165929, 4000, **guard, declared=True)
    assert pay(year, "2024-12-01", lump(100, **guard)).codes == (
        Code.YEAR_CEILING,
        Code.RAISED_NOT_ALLOWED,
    )
    assert pay(year, "2024-12-01", lump(100, declared=True)).codes == (Code.YEAR_CEILING,)
    held = pay(year, "2024-12-01", lump(100, **guard, declared=True))
    assert Code.YEAR_CEILING not in held.codes
    fill(year, 304743, 4000, **guard, declared=True)
    past = pay(year, "2024-12-31", lump(100, **guard, declared=True))
    assert (past.codes, past.limit) == ((Code.YEAR_CEILING,), 304743)


@pytest.mark.parametrize("task", [Task.ARTICLE_17, Task.STAFF, Task.INFORMAL_CARE])
def test_what_is_no_volunteering_is_refused(task: Task) -> None:
    assert pay(PersonYear(), "2024-03-05", lump(100, task=task)).codes == (Code.NOT_VOLUNTEERING,)


def test_one_regime_a_year() -> None:
    year = PersonYear()
    assert pay(year, "2024-03-05", Terms(REAL, 500, has_proof=True)).verdict is Verdict.OK
    assert pay(year, "2024-03-06", lump(100)).codes == (Code.REGIME_MIXED,)
    other = PersonYear()
    pay(other, "2024-03-05", lump(100))
    assert pay(other, "2024-03-06", Terms(REAL, 500)).codes == (
        Code.REGIME_MIXED,
        Code.PROOF_MISSING,
    )


@pytest.mark.parametrize("what", [drive(10), Terms(GIFT, 2000), Terms(REAL, 500)])
def test_travel_gifts_and_refused_payments_set_no_regime(what: Terms) -> None:
    year = PersonYear()
    pay(year, "2024-03-05", what)
    assert pay(year, "2024-03-06", lump(100)).verdict is Verdict.OK
    assert pay(PersonYear(), "2024-03-06", Terms(REAL, 1, has_proof=True)).verdict is Verdict.OK


def test_a_kilometre_is_paid_at_the_rate_of_its_day_rounded_half_up() -> None:
    # 25 km at 0.4269 is 10.6725; at 0.4265 it is 10.6625; at 0.4302 half a cent would go up.
    assert pay(PersonYear(), "2024-03-31", drive(25, 1067)).verdict is Verdict.OK
    refused = pay(PersonYear(), "2024-03-31", drive(25, 1068))
    assert (refused.codes, refused.limit) == ((Code.RATE_EXCEEDED,), 1067)
    assert pay(PersonYear(), "2024-04-01", drive(25, 1067)).codes == (Code.RATE_EXCEEDED,)
    # 50 km at 0.4309 is 21.545.
    assert pay(PersonYear(), "2025-07-01", drive(50, 2155)).verdict is Verdict.OK
    assert pay(PersonYear(), "2025-07-01", drive(50, 2156)).codes == (Code.RATE_EXCEEDED,)


def test_a_bicycle_has_its_own_rate() -> None:
    def cycle(cents: int | None) -> Terms:
        return drive(10, cents, vehicle=Vehicle.BICYCLE)

    assert pay(PersonYear(), "2024-03-05", cycle(350)).verdict is Verdict.OK
    assert pay(PersonYear(), "2024-03-05", cycle(351)).limit == 350
    assert pay(PersonYear(), "2025-03-05", cycle(None)).codes == (Code.RATE_MISSING,)


@pytest.mark.parametrize("day", ["2018-12-31", "2026-04-01", "2027-01-01"])
def test_without_a_rate_nothing_is_paid(day: str) -> None:
    assert pay(PersonYear(), day, drive(10)).codes == (Code.RATE_MISSING,)


def test_what_needs_no_figure_needs_none() -> None:
    assert pay(PersonYear(), "2027-01-01", Terms(REAL, 500, has_proof=True)).verdict is Verdict.OK
    assert pay(PersonYear(), "2027-01-01", Terms(GIFT, 500)).verdict is Verdict.OK
    assert pay(PersonYear(), "2027-01-01", lump(100)).codes == (Code.RATE_MISSING,)


def test_beside_lump_sums_two_thousand_kilometres_of_every_kind() -> None:
    year = PersonYear()
    pay(year, "2026-01-02", lump(100))
    assert pay(year, "2026-01-03", drive(1500)).verdict is Verdict.OK
    assert pay(year, "2026-01-04", drive(400, vehicle=Vehicle.BICYCLE)).verdict is Verdict.OK
    ride = Terms(TRAVEL, 4326, vehicle=Vehicle.PUBLIC, has_proof=True)
    assert pay(year, "2026-01-05", ride).verdict is Verdict.OK  # 43.26 at 0.4326 is 100 km
    over = pay(year, "2026-01-06", Terms(TRAVEL, None, 1))
    assert (over.codes, over.limit) == ((Code.KM_LIMIT,), 2000)


def test_without_lump_sums_kilometres_have_no_limit_and_count_when_one_comes() -> None:
    year = PersonYear()
    assert pay(year, "2024-01-03", drive(2500)).verdict is Verdict.OK
    assert pay(year, "2024-01-04", lump(100)).verdict is Verdict.OK
    assert pay(year, "2024-01-05", drive(1)).codes == (Code.KM_LIMIT,)


def test_regular_transport_of_persons_has_no_limit_since_the_law_changed() -> None:
    year, regular = PersonYear(), drive(2001, task=Task.REGULAR_TRANSPORT)
    pay(year, "2019-01-02", lump(100))
    assert pay(year, "2019-04-20", regular).codes == (Code.KM_LIMIT,)
    assert pay(year, "2019-04-21", regular).verdict is Verdict.OK
    assert pay(year, "2019-04-22", drive(2000)).verdict is Verdict.OK


def test_public_transport_asks_a_proof() -> None:
    ride = Terms(TRAVEL, 1000, vehicle=Vehicle.PUBLIC)
    assert pay(PersonYear(), "2024-03-05", ride).codes == (Code.PROOF_MISSING,)


def test_a_gift_counts_as_a_lump_sum_until_the_law_changed() -> None:
    year = PersonYear()
    assert pay(year, "2019-04-20", Terms(GIFT, 2000)).codes == (Code.GIFT_COUNTS,)
    assert (year.total, year.regime) == (2000, LUMP)
    assert pay(year, "2019-04-20", Terms(GIFT, 1472)).codes == (Code.DAY_CEILING, Code.GIFT_COUNTS)
    assert pay(year, "2019-04-21", Terms(GIFT, 9999)).verdict is Verdict.OK
    assert year.total == 2000


def test_a_reversal_frees_its_day_once_and_the_regime_stays() -> None:
    year = PersonYear()
    pay(year, "2024-03-05", lump(4148))
    assert pay(year, "2024-09-01", lump(-4148)).verdict is Verdict.OK
    assert (year.total, year.regime) == (0, LUMP)
    assert pay(year, "2024-03-05", lump(4147)).verdict is Verdict.OK
    assert pay(year, "2024-09-01", lump(-4148)).codes == (Code.BAD_VALUE,)


def test_a_reversal_looks_at_kind_organisation_and_kilometres() -> None:
    year = PersonYear()
    pay(year, "2024-03-05", lump(1000, organisation="de brug"))
    assert pay(year, "2024-03-06", lump(-1000)).codes == (Code.BAD_VALUE,)
    assert pay(year, "2024-03-06", Terms(GIFT, -1000, organisation="de brug")).limit is None
    pay(year, "2024-03-05", drive(1900))
    assert pay(year, "2024-03-06", drive(101)).codes == (Code.KM_LIMIT,)
    assert pay(year, "2024-03-06", drive(-1900)).verdict is Verdict.OK
    assert pay(year, "2024-03-06", drive(101)).verdict is Verdict.OK
    assert year.km == 101_000


def test_the_same_payment_twice_is_seen() -> None:
    year = PersonYear()
    pay(year, "2024-03-05", lump(100))
    assert pay(year, "2024-03-05", lump(100)).codes == (Code.ROW_REPEATED,)
    assert pay(year, "2024-03-06", lump(100)).verdict is Verdict.OK


DAYS = st.dates(date(2019, 1, 1), date(2019, 12, 31))
PAYMENTS = st.one_of(
    st.builds(lump, st.integers(1, 4000), declared=st.booleans(), task=st.sampled_from(Task)),
    st.builds(drive, st.integers(1, 900)),
    st.builds(Terms, st.just(REAL), st.integers(1, 9000), has_proof=st.booleans()),
    st.builds(Terms, st.just(GIFT), st.integers(1, 4000)),
)


@given(st.lists(st.tuples(DAYS, PAYMENTS), max_size=120))
def test_whatever_comes_no_ceiling_is_passed_and_a_refusal_changes_nothing(
    payments: list[tuple[date, Terms]],
) -> None:
    year = PersonYear()
    for day, what in payments:
        before = (year.total, dict(year.parts), year.km, year.regime)
        judgement = judge(what, FIGURES.on(day), year)
        if judgement.verdict is Verdict.REFUSE:
            assert (year.total, year.parts, year.km, year.regime) == before
    assert year.total == sum(year.parts.values()) <= 254990
    assert all(part <= 3471 for part in year.parts.values())


@given(st.lists(st.tuples(DAYS, st.integers(1, 3471)), max_size=40))
def test_taking_everything_back_leaves_nothing(payments: list[tuple[date, int]]) -> None:
    year = PersonYear()
    made = [
        cents
        for day, cents in payments
        if judge(lump(cents), FIGURES.on(day), year).verdict is not Verdict.REFUSE
    ]
    for cents in reversed(made):
        assert pay(year, "2019-12-31", lump(-cents)).verdict is Verdict.OK
    assert year.total == 0
    assert not any(year.parts.values())


def test_kilometres_alone_take_back_the_latest_of_the_same_way() -> None:
    year = PersonYear()
    pay(year, "2024-03-05", drive(20, task=Task.REGULAR_TRANSPORT))
    pay(year, "2024-04-05", drive(20))  # another rate, and so another amount
    pay(year, "2024-04-06", drive(20, vehicle=Vehicle.BICYCLE))
    assert year.km == 40_000
    assert pay(year, "2024-12-31", drive(-20)).verdict is Verdict.OK
    assert year.km == 20_000
    assert pay(year, "2024-12-31", drive(-20, vehicle=Vehicle.BICYCLE)).verdict is Verdict.OK
    assert year.km == 0
    assert pay(year, "2024-12-31", drive(-20)).verdict is Verdict.OK
    assert pay(year, "2024-12-31", drive(-20)).codes == (Code.BAD_VALUE,)


def test_what_is_taken_back_by_its_amount_is_not_taken_back_again_by_its_kilometres() -> None:
    year = PersonYear()
    pay(year, "2024-03-05", drive(20, 854))
    assert pay(year, "2024-03-05", drive(-20)).verdict is Verdict.OK
    assert pay(year, "2024-03-05", drive(-20, -854)).codes == (Code.BAD_VALUE,)
    pay(year, "2024-03-05", drive(20, 854))
    assert pay(year, "2024-03-05", drive(-20, -854)).verdict is Verdict.OK
    assert pay(year, "2024-03-05", drive(-20)).codes == (Code.BAD_VALUE,)


def test_many_equal_payments_and_reversals_take_no_longer_each() -> None:
    year, gift = PersonYear(), Terms(GIFT, 1000, tells=1)
    back = Terms(GIFT, -1000, tells=2)
    started = process_time()
    for _time in range(15_000):
        pay(year, "2024-12-06", gift)
    for _time in range(15_000):
        assert pay(year, "2024-12-06", gift).codes == (Code.ROW_REPEATED,)
        assert pay(year, "2024-12-06", back).verdict is Verdict.OK
    # Half a second; looking through all of them takes a minute.
    assert process_time() - started < 5
