"""Each code of the law as a sentence that says what to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.text import Text
from naast.expenses.money import euro
from naast.law.costs.figures import BELGIUM, Figures, OnDay, Period, Rows
from naast.law.costs.judging import COUNTRIES
from naast.law.costs.payments import Code, Kind, Terms, Vehicle, money
from naast.law.costs.years import PersonYear

SENTENCES: Mapping[Code, Text] = {
    Code.NOT_VOLUNTEERING: gettext_lazy(
        "This task is no volunteering: association work, a paid job and care for one’s own have rules of "
        "their own. Leave it out of this list."
    ),
    Code.REGIME_MIXED: gettext_lazy(
        "In one year somebody has lump sums or real costs, not both. Keep to what this year began with, also "
        "in other organisations."
    ),
    Code.RATE_EXCEEDED: gettext_lazy(
        "For these kilometres at most %(limit)s may be paid. Pay that, or correct the kilometres."
    ),
    Code.PROOF_MISSING: gettext_lazy("There is no proof. Ask for the ticket or the bill."),
    Code.DAY_CEILING: gettext_lazy(
        "The lump sums of this day would pass %(limit)s, all tasks together. Don’t pay this: above it the "
        "whole year is seen as pay."
    ),
    Code.MONTH_CEILING: gettext_lazy(
        "Everything of this month together would pass %(limit)s. Don’t pay this: above it the whole amount "
        "of the month may be taxed."
    ),
    Code.YEAR_CEILING: gettext_lazy(
        "Everything of this year together would pass %(limit)s. Don’t pay this: above it the whole year "
        "loses its rules."
    ),
    Code.RAISED_NOT_ALLOWED: gettext_lazy(
        "The raised ceiling needs a declaration that there was no allowance in this period. Ask for it first."
    ),
    Code.KM_LIMIT: gettext_lazy(
        "Beside lump sums at most 2,000 kilometres a year may be paid, and this would pass them."
    ),
    Code.HOUR_CEILING: gettext_lazy(
        "For these hours the tax office looks no further up to %(limit)s. More may be right: then be ready "
        "to explain it."
    ),
    Code.AGE_RATE: gettext_lazy(
        "For younger people the figure is lower: %(limit)s for these hours. Check the age, or add the day "
        "of birth."
    ),
    Code.HOURS_MISSING: gettext_lazy(
        "The hours are missing, so the figure of an hour could not be checked."
    ),
    Code.GIFT_COUNTS: gettext_lazy("This gift counts for the ceilings of the year."),
    Code.TRAVEL_COUNTS: gettext_lazy(
        "There is an allowance in this year, so this cost counts for the month and the year as well."
    ),
    Code.NEAR_CEILING: gettext_lazy(
        "The total is at 80 %% of a ceiling or more. Agree with the volunteer how to go on."
    ),
    Code.ROW_REPEATED: gettext_lazy(
        "The same payment stands in the list before. Is it there twice?"
    ),
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How an amount in cents and a day are written."""

    money: Callable[[int], str]
    day: Callable[[date], str]


# In a list that programs read as well: «1760.83» and «2026-04-01».
PLAIN: Final = Manner(money, date.isoformat)
# For people on a page: «€ 1.760,83» and «1 april 2026».
ON_PAGE: Final = Manner(euro, lambda day: str(date_format(day, "j F Y")))


def sentence(
    code: Code,
    what: Terms,
    on: OnDay,
    year: PersonYear,
    figures: Figures,
    manner: Manner = PLAIN,
) -> str:
    """Why this payment can't be made, or what somebody should know of it, and what to do."""
    if code is Code.RATE_MISSING:
        return _missing(what, on, figures, manner)
    limit = COUNTRIES[figures.country].limit_of(code, what, on, year)
    return str(SENTENCES[code]) % {"limit": "" if limit is None else manner.money(limit)}


def missing_period(what: Terms, on: OnDay, figures: Figures) -> Period:
    """The period around this day for which the figure that this payment needs is missing."""
    return _needed(what, figures)[0].missing(on.day)


def _needed(what: Terms, figures: Figures) -> tuple[Rows[Any], str]:
    """The rows in which the figure for this payment stands, with their name."""
    if what.kind is Kind.TRAVEL:
        if what.vehicle is Vehicle.BICYCLE:
            return figures.bicycle, _("rate for a bicycle")
        return figures.car, _("rate for a car")
    if figures.country == BELGIUM:
        return figures.ceilings, _("ceiling")
    return figures.allowances, _("allowance")


def _missing(what: Terms, on: OnDay, figures: Figures, manner: Manner) -> str:
    rows, figure = _needed(what, figures)
    return _(
        "There is no confirmed %(figure)s %(period)s. Look it up, and enter it with its source first."
    ) % {"figure": figure, "period": _period(rows.missing(on.day), manner)}


def _period(period: Period, manner: Manner) -> str:
    if period.first == date.min:
        return _("up to %(day)s") % {"day": period.last and manner.day(period.last)}
    if period.last is None:
        return _("from %(day)s on") % {"day": manner.day(period.first)}
    return _("from %(first)s to %(last)s") % {
        "first": manner.day(period.first),
        "last": manner.day(period.last),
    }
