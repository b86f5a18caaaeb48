"""Belgium: lump sums under ceilings, or real costs with proof; travel beside both (law of 3 July 2005, art. 10;
spec/law 1.7)."""

from datetime import date
from fractions import Fraction

from naast.law.costs.figures import Ceilings, KilometreRate, OnDay
from naast.law.costs.payments import (
    THOUSANDTHS,
    Code,
    Kind,
    Task,
    Terms,
    Thousandths,
    Vehicle,
)
from naast.law.costs.years import NEAR, OF, PersonYear

# Names of our own: asking an enumeration for a member costs a call each time, and a list may have a million rows.
FLAT, TRAVEL, REAL_COST, GIFT = Kind.FLAT, Kind.TRAVEL, Kind.REAL_COST, Kind.GIFT
PUBLIC, BICYCLE = Vehicle.PUBLIC, Vehicle.BICYCLE
REGULAR_TRANSPORT = Task.REGULAR_TRANSPORT
# Since the law of 1 March 2019, gifts on occasions don't count, and regular transport of persons has no limit.
CHANGED_ON = date(2019, 4, 21)
MOST_KM = 2000
# Cents for one thousandth of a kilometre at one ten-thousandth of a euro.
PARTS_OF_A_CENT = 100_000


def look(what: Terms, on: OnDay, year: PersonYear, codes: list[Code]) -> None:
    """Add why this payment can't be made, then what somebody should know, in the order of Code."""
    kind = what.kind
    if kind is TRAVEL:
        _travel(what, on, year, codes)
    elif is_lump_sum(what, on):
        _lump_sum(what, on, year, codes)
        if kind is GIFT:
            codes.append(Code.GIFT_COUNTS)
    elif kind is REAL_COST:
        if year.regime is FLAT:
            codes.append(Code.REGIME_MIXED)
        if not what.has_proof:
            codes.append(Code.PROOF_MISSING)


def accept(what: Terms, on: OnDay, year: PersonYear) -> tuple[int | None, bool]:
    """Add the payment to the totals of the year, and set its regime. Gives the ceiling that is nearly full after
    it, and whether the same payment stands there already."""
    kind, cents, ceilings = what.kind, what.cents or 0, on.ceilings
    if kind is TRAVEL:
        is_there = year.keep(what, on, amount_of(what, on), on.number, 0, counted_km(what, on))
    elif is_lump_sum(what, on):
        year.regime = FLAT
        is_there = year.keep(what, on, cents, on.number, cents, 0)
    else:
        if kind is REAL_COST:
            year.regime = kind
        is_there = year.keep(what, on, cents, on.number, 0, 0)
    if ceilings is None:
        return None, is_there
    ceiling = year_ceiling(what, ceilings)
    return (ceiling if year.total * OF >= ceiling * NEAR else None), is_there


def limit_of(code: Code, what: Terms, on: OnDay, year: PersonYear) -> int | None:
    """The ceiling that a code is about: cents, or kilometres with KM_LIMIT."""
    if code is Code.KM_LIMIT:
        return MOST_KM
    if code is Code.RATE_EXCEEDED:
        return allowed(what, on)
    if on.ceilings is None:
        return None
    if code is Code.DAY_CEILING:
        return on.ceilings.day
    return year_ceiling(what, on.ceilings) if code is Code.YEAR_CEILING else None


def is_lump_sum(what: Terms, on: OnDay) -> bool:
    """Lump sums, and gifts before the law changed: those count as one in every respect."""
    return what.kind is FLAT or (what.kind is GIFT and on.day < CHANGED_ON)


def year_ceiling(what: Terms, ceilings: Ceilings) -> int:
    """The ceiling of the year for this payment, in cents."""
    return ceilings.raised if what.is_held_to_raised else ceilings.year


def rate_of(what: Terms, on: OnDay) -> KilometreRate | None:
    """The rate for the vehicle on that day; public transport is weighed at that of a car."""
    return on.bicycle if what.vehicle is BICYCLE else on.car


def allowed(what: Terms, on: OnDay) -> int | None:
    """The most that these kilometres may bring, in cents, rounded half up; None without a rate."""
    rate = rate_of(what, on)
    if rate is None or what.km is None:
        return None
    return at_rate(what.km, rate.rate)


def at_rate(km: Thousandths, rate: int) -> int:
    """What these kilometres bring at a rate in ten-thousandths of a euro: cents, rounded half up."""
    return int((2 * km * rate + PARTS_OF_A_CENT) // (2 * PARTS_OF_A_CENT))


def amount_of(what: Terms, on: OnDay) -> int:
    """What a travel payment brings: its own amount, or what the rate gives."""
    return what.cents if what.cents is not None else allowed(what, on) or 0


def counted_km(what: Terms, on: OnDay) -> Thousandths:
    """The kilometres that count for the 2,000 of a year. Regular transport of persons is exempt; the ride with
    public transport counts as its price divided by the rate of a car."""
    if what.task is REGULAR_TRANSPORT and on.day >= CHANGED_ON:
        return 0
    if what.vehicle is not PUBLIC:
        return what.km or 0
    return Fraction((what.cents or 0) * PARTS_OF_A_CENT, on.car.rate) if on.car else 0


def _lump_sum(what: Terms, on: OnDay, year: PersonYear, codes: list[Code]) -> None:
    ceilings, cents = on.ceilings, what.cents or 0
    if ceilings is None:
        codes.append(Code.RATE_MISSING)
    if year.regime is REAL_COST:
        codes.append(Code.REGIME_MIXED)
    if ceilings is None:
        return
    if year.parts.get(on.number, 0) + cents > ceilings.day:
        codes.append(Code.DAY_CEILING)
    if year.total + cents > year_ceiling(what, ceilings):
        codes.append(Code.YEAR_CEILING)
        if what.is_on_raised_list and not what.declared:
            codes.append(Code.RAISED_NOT_ALLOWED)


def _travel(what: Terms, on: OnDay, year: PersonYear, codes: list[Code]) -> None:
    if rate_of(what, on) is None:
        codes.append(Code.RATE_MISSING)
    if what.vehicle is PUBLIC:
        if not what.has_proof:
            codes.append(Code.PROOF_MISSING)
    elif what.cents is not None:
        most = allowed(what, on)
        if most is not None and what.cents > most:
            codes.append(Code.RATE_EXCEEDED)
    if year.regime is FLAT:
        km = counted_km(what, on)
        if km and year.km + km > MOST_KM * THOUSANDTHS:
            codes.append(Code.KM_LIMIT)
