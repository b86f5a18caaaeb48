"""The Netherlands: an allowance under the figures of an hour, a month and a year, in which everything counts; or
real costs with proof (spec/law 2.1)."""

from naast.law.ages import age_on
from naast.law.costs.figures import Allowance, OnDay
from naast.law.costs.payments import THOUSANDTHS, Code, Kind, Terms, Thousandths, Vehicle
from naast.law.costs.years import NEAR, OF, PersonYear

# A name of our own: asking an enumeration for a member costs a call each time, and a list may have a million rows.
FLAT = Kind.FLAT


def look(what: Terms, on: OnDay, year: PersonYear, codes: list[Code]) -> None:
    """Add why this payment can't be made, then what somebody should know, in the order of Code."""
    figures, is_flat = on.allowance, what.kind is FLAT
    if is_flat and figures is None:
        codes.append(Code.RATE_MISSING)
    if not what.has_proof and _asks_proof(what):
        codes.append(Code.PROOF_MISSING)
    is_counted = counts(what, year)
    if figures is not None and is_counted:
        cents = what.cents or 0
        if year.parts.get(on.month, 0) + cents > figures.month:
            codes.append(Code.MONTH_CEILING)
        if year.total + cents > figures.year:
            codes.append(Code.YEAR_CEILING)
    if is_flat:
        _hours(what, on, year, codes)
    elif is_counted:
        codes.append(Code.GIFT_COUNTS if what.kind is Kind.GIFT else Code.TRAVEL_COUNTS)


def accept(what: Terms, on: OnDay, year: PersonYear) -> tuple[int | None, bool]:
    """Add the payment to the totals; after the first allowance of a year everything counts. Gives the ceiling that
    is nearly full after it, that of the year before that of the month, and whether the same payment stands there
    already."""
    cents = what.cents or 0
    if what.kind is FLAT:
        year.regime = FLAT
    is_there = year.keep(what, on, cents, on.month, cents if counts(what, year) else 0, 0)
    return _nearly_full(on, year), is_there


def limit_of(code: Code, what: Terms, on: OnDay, year: PersonYear) -> int | None:
    """The ceiling that a code is about, in cents."""
    figures = on.allowance
    if figures is None:
        return None
    if code is Code.MONTH_CEILING:
        return figures.month
    if code is Code.YEAR_CEILING:
        return figures.year
    if what.hours is None:
        return None
    if code is Code.HOUR_CEILING:
        return for_hours(what.hours, hour_figure(figures, on, year))
    return for_hours(what.hours, figures.hour_young) if code is Code.AGE_RATE else None


def counts(what: Terms, year: PersonYear) -> bool:
    """Whether a payment counts for the month and the year: allowances always, everything else once the person
    had an allowance in that year."""
    return what.kind is FLAT or year.regime is FLAT


def hour_figure(figures: Allowance, on: OnDay, year: PersonYear) -> int:
    """Cents an hour for the age on that day; that of an adult when the day of birth is not known."""
    return figures.hour_young if is_young(figures, on, year) else figures.hour


def is_young(figures: Allowance, on: OnDay, year: PersonYear) -> bool:
    """Whether somebody is known to be under the age limit on that day."""
    return year.born is not None and age_on(year.born, on.day) < figures.age_limit


def for_hours(hours: Thousandths, figure: int) -> int:
    """So many hours at this figure, in cents, rounded half up."""
    return int((2 * hours * figure + THOUSANDTHS) // (2 * THOUSANDTHS))


def _asks_proof(what: Terms) -> bool:
    return what.kind is Kind.REAL_COST or (
        what.kind is Kind.TRAVEL and what.vehicle is Vehicle.PUBLIC
    )


def _hours(what: Terms, on: OnDay, year: PersonYear, codes: list[Code]) -> None:
    figures, cents = on.allowance, what.cents or 0
    if what.hours is None:
        codes.append(Code.HOURS_MISSING)
    elif figures is not None:
        if cents > for_hours(what.hours, hour_figure(figures, on, year)):
            codes.append(Code.HOUR_CEILING)
        may_be_young = year.born is None or is_young(figures, on, year)
        if may_be_young and cents > for_hours(what.hours, figures.hour_young):
            codes.append(Code.AGE_RATE)


def _nearly_full(on: OnDay, year: PersonYear) -> int | None:
    figures = on.allowance
    if figures is None:
        return None
    if year.total * OF >= figures.year * NEAR:
        return figures.year
    return figures.month if year.parts.get(on.month, 0) * OF >= figures.month * NEAR else None
