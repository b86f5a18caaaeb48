"""What a house decided itself, below the law: whether it gives fixed amounts at all, and what a programme pays. Pure.

A programme without rows of its own pays travel and proven costs. Fixed amounts are off until somebody decided, with a
reason, to give them (S2-43, S4-17).
"""

from django.utils.translation import gettext as _

from naast.core.text import Text
from naast.expenses.inputs import ProgrammeTerms
from naast.expenses.models import Claim, CostSettings, ProgrammeCosts
from naast.expenses.money import euro, euro_a_km
from naast.expenses.states import Kind, Vehicle
from naast.law.costs.belgium import at_rate
from naast.law.costs.figures import BELGIUM, OnDay
from naast.law.costs.netherlands import for_hours


def why_not(
    claim: Claim, *, settings: CostSettings, costs: ProgrammeCosts | None, country: str
) -> str:
    """Why the house does not pay this, in words that say what to do; «» when it does. `costs` is None for what
    belongs to no programme. Gifts are no claims, and never stopped here."""
    if claim.kind == Kind.FLAT:
        return _fixed(claim, settings, costs, country)
    if costs is None:
        return ""
    if claim.kind == Kind.TRAVEL:
        return _travel(claim, costs)
    if claim.kind == Kind.REAL_COST and not costs.pays_real:
        return _("This programme pays no costs with a bill back. Ask your coordinator first.")
    return ""


def _fixed(claim: Claim, settings: CostSettings, costs: ProgrammeCosts | None, country: str) -> str:
    if not settings.flat_is_on:
        return _(
            "Here no fixed amounts are given. What you paid yourself and your travel are paid back."
        )
    if costs is None:
        return _("Say for which programme: only a programme can give a fixed amount.")
    if not costs.pays_flat:
        return _(
            "This programme gives no fixed amounts. Your travel and what you paid are paid back."
        )
    if costs.flat_amount is None:
        return ""
    if country == BELGIUM:
        most, words = costs.flat_amount, _("This programme gives at most %(most)s a day.")
    elif claim.hours is None:
        return _("Say how many hours it was: this programme gives an amount an hour.")
    else:
        most = for_hours(claim.hours, costs.flat_amount)
        words = _("For these hours this programme gives at most %(most)s.")
    return words % {"most": euro(most)} if claim.cents > most else ""


def _travel(claim: Claim, costs: ProgrammeCosts) -> str:
    if not costs.pays_travel:
        return _("This programme pays no travel back. Ask your coordinator how you get there.")
    rate, km = costs.kilometre_rate, claim.km
    if rate is None or km is None or claim.vehicle == Vehicle.PUBLIC:
        return ""
    most = at_rate(km, rate)
    if claim.cents <= most:
        return ""
    return _("This programme pays %(rate)s a kilometre: that is %(most)s.") % {
        "rate": euro_a_km(rate),
        "most": euro(most),
    }


def above_the_law(new: ProgrammeTerms, on: OnDay, *, country: str) -> dict[str, Text]:
    """What passes a figure of the law on that day, by field. Where there is no figure nothing is said here: each claim
    is judged again on its own day.

    In the Netherlands the figure of an hour is where the tax office stops looking; above it it starts to look like pay,
    and this software gives no pay (S4-17).
    """
    wrong: dict[str, Text] = {}
    most = _most_fixed(on, country)
    if most is not None and new.flat_amount is not None and new.flat_amount > most:
        unit = _("per day") if country == BELGIUM else _("per hour")
        wrong["flat_amount"] = _(
            "The law allows at most %(most)s %(unit)s. Write that or less."
        ) % {
            "most": euro(most),
            "unit": unit,
        }
    rates = [row.rate for row in (on.car, on.bicycle) if row is not None]
    rate = new.kilometre_rate
    if country == BELGIUM and rates and rate is not None and rate > max(rates):
        wrong["kilometre_rate"] = _(
            "The law allows at most %(most)s a kilometre. Write that or less, or leave it empty."
        ) % {"most": euro_a_km(max(rates))}
    return wrong


def _most_fixed(on: OnDay, country: str) -> int | None:
    if country == BELGIUM:
        return None if on.ceilings is None else on.ceilings.day
    return None if on.allowance is None else on.allowance.hour
