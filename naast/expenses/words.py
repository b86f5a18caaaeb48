"""Each code as a sentence that says what to do."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.text import Text
from naast.expenses.checking import Checked
from naast.expenses.reading import ROW, Unreadable
from naast.law.costs.figures import BELGIUM, OnDay, Period, Rows, known_figures
from naast.law.costs.judging import BAD_VALUE, COUNTRIES
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
BAD: Mapping[str, Text] = {
    "person": gettext_lazy("A name is missing."),
    "date": gettext_lazy("«%(text)s» is no date. Write 2024-03-05, or 5/3/2024."),
    "kind": gettext_lazy(
        "«%(text)s» is no kind of payment. Write lump_sum, travel, real_cost, allowance or gift."
    ),
    "amount": gettext_lazy(
        "«%(text)s» is no amount above zero. Write 1659.29 or 1659,29. An amount below zero takes an equal "
        "payment of that year back."
    ),
    "km": gettext_lazy("«%(text)s» is no number of kilometres. Write 12 or 12,5."),
    "hours": gettext_lazy("«%(text)s» is no number of hours. Write 3 or 3,5."),
    "vehicle": gettext_lazy("«%(text)s» is no vehicle. Write car, motorbike, bicycle or public."),
    "birth_date": gettext_lazy("«%(text)s» is no day of birth. Write 1958-07-03, or 3/7/1958."),
    ROW: gettext_lazy(
        "There are more cells than headings. A cell with the sign between columns stands in quotation marks."
    ),
    # A value that is negative and takes nothing back.
    "": gettext_lazy(
        "There is no equal payment left in this year to take back. Look at the name, the kind, the "
        "organisation and the amount."
    ),
}


def message(checked: Checked, country: str) -> str:
    """What is the matter with a row and what to do, in the language of the reader; '' when nothing is."""
    _number, (who, on, what), judgement, year = checked
    if isinstance(who, Unreadable):
        return _unreadable(who)
    if isinstance(on, Unreadable):
        return _unreadable(on)
    if isinstance(what, Unreadable):
        return _unreadable(what)
    if year is None or judgement is BAD_VALUE:
        return str(BAD[""])
    return " ".join(_sentence(code, what, on, year, country) for code in judgement.codes)


def lost(country: str, year: Mapping[str, Any]) -> str:
    """What a year that no longer qualifies means if the payment was made, and what can be done."""
    says = (
        _(
            "%(person)s, %(year)s: a payment passes a ceiling. If it was really paid, everything of %(year)s "
            "is seen as pay and taxed, unless real costs are proved for the whole year. Don’t pay it or ask it "
            "back, or collect the proofs, and ask your accountant."
        )
        if country == BELGIUM
        else _(
            "%(person)s, %(year)s (%(months)s): a payment passes a ceiling. If it was really paid, the rule of "
            "the allowance no longer holds and all of it may be taxed, unless the costs are proved. Don’t pay "
            "it or ask it back, or collect the proofs, and ask your accountant."
        )
    )
    return says % {**year, "months": ", ".join(year["months"])}


def _unreadable(cell: Unreadable) -> str:
    return str(BAD[cell.column]) % {"text": cell.text}


def _sentence(code: Code, what: Terms, on: OnDay, year: PersonYear, country: str) -> str:
    if code is Code.RATE_MISSING:
        return _missing(what, on, country)
    limit = COUNTRIES[country].limit_of(code, what, on, year)
    return str(SENTENCES[code]) % {"limit": "" if limit is None else money(limit)}


def _missing(what: Terms, on: OnDay, country: str) -> str:
    figures = known_figures(country)
    rows: Rows[Any] = figures.ceilings if country == BELGIUM else figures.allowances
    figure = _("ceiling") if country == BELGIUM else _("allowance")
    if what.kind is Kind.TRAVEL:
        is_bicycle = what.vehicle is Vehicle.BICYCLE
        rows = figures.bicycle if is_bicycle else figures.car
        figure = _("rate for a bicycle") if is_bicycle else _("rate for a car")
    return _(
        "There is no confirmed %(figure)s %(period)s. Look it up, and enter it with its source first."
    ) % {"figure": figure, "period": _period(rows.missing(on.day))}


def _period(period: Period) -> str:
    if period.first == date.min:
        return _("up to %(day)s") % {"day": period.last and period.last.isoformat()}
    if period.last is None:
        return _("from %(day)s on") % {"day": period.first.isoformat()}
    return _("from %(first)s to %(last)s") % {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
    }
