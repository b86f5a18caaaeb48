"""How much a claim brings when somebody doesn't say it themselves: kilometres at a rate, a fixed amount. Pure.

Amounts are cents, kilometres thousandths, rates ten-thousandths of a euro.
"""

from datetime import date

from naast.expenses.states import Vehicle
from naast.law.costs.belgium import at_rate, rate_of
from naast.law.costs.figures import BELGIUM, OnDay
from naast.law.costs.netherlands import for_hours, hour_figure
from naast.law.costs.payments import Kind, Terms
from naast.law.costs.payments import Vehicle as LawVehicle
from naast.law.costs.years import PersonYear


def travel(km: int, vehicle: Vehicle, on: OnDay, *, country: str, own_rate: int | None) -> int:
    """What these kilometres bring, rounded half up; 0 when there is no rate for that day.

    In Belgium the rate of the law holds, or a lower one of the house; in the Netherlands the house's own.
    """
    rate = own_rate
    if country == BELGIUM:
        what = Terms(kind=Kind.TRAVEL, cents=None, km=km, vehicle=LawVehicle(vehicle))
        known = rate_of(what, on)
        rate = None if known is None else min(known.rate, own_rate or known.rate)
    return 0 if rate is None else at_rate(km, rate)


def fixed(
    on: OnDay, *, country: str, given: int | None, hours: int | None, born: date | None
) -> int:
    """What a day (Belgium) or these hours (the Netherlands) bring: what the programme gives, or else the most that
    the law allows; 0 when there is no figure for that day."""
    if country == BELGIUM:
        return given or (on.ceilings.day if on.ceilings is not None else 0)
    if hours is None or on.allowance is None:
        return 0
    return for_hours(hours, given or hour_figure(on.allowance, on, PersonYear(born)))
