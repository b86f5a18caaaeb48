"""Why something can't be paid back, for the volunteer who asks: what is the matter, and what they can do now."""

from collections.abc import Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.text import Text
from naast.expenses.models import ProgrammeCosts
from naast.expenses.money import euro
from naast.expenses.words import missing_period
from naast.law.costs.figures import BELGIUM, Figures, OnDay, Period
from naast.law.costs.judging import COUNTRIES
from naast.law.costs.payments import WARNINGS, Code, Judgement, Kind, Terms
from naast.law.costs.years import PersonYear

NOT_YOURS: Text = gettext_lazy("Your coordinator can tell you more.")
SENTENCES: Mapping[Code, Text] = {
    Code.NOT_VOLUNTEERING: gettext_lazy(
        "This is no volunteering by law, so it is not paid back here. Ask your coordinator."
    ),
    Code.REGIME_MIXED: gettext_lazy(
        "In one year you have fixed amounts or costs with a bill, not both: also when the other is paid by another "
        "organisation. Your year began with the other one, so this has to wait until January."
    ),
    Code.RATE_EXCEEDED: gettext_lazy(
        "For these kilometres at most %(limit)s may be paid back. Look at the kilometres once more."
    ),
    Code.PROOF_MISSING: gettext_lazy("Add a photo of the ticket or the bill."),
    Code.DAY_CEILING: gettext_lazy(
        "The law allows %(limit)s of fixed amounts on one day, everything together. With this you would pass it."
    ),
    Code.MONTH_CEILING: gettext_lazy(
        "The law allows %(limit)s in one month, everything together. With this you would pass it. Talk it over with "
        "your coordinator."
    ),
    Code.YEAR_CEILING: gettext_lazy(
        "The law allows %(limit)s in one year, all organisations together. With this you would pass it, and then "
        "you would owe taxes on the whole year. So we don’t. Talk it over with your coordinator."
    ),
    Code.RAISED_NOT_ALLOWED: gettext_lazy(
        "For this task the ceiling can be higher, when you have no allowance. Say so in your declaration first."
    ),
    Code.KM_LIMIT: gettext_lazy(
        "Beside fixed amounts the law allows 2,000 kilometres a year. With this you would pass them."
    ),
    Code.HOUR_CEILING: gettext_lazy("It is more than the usual amount for these hours."),
    Code.AGE_RATE: gettext_lazy("For young people the usual amount for these hours is lower."),
    Code.HOURS_MISSING: gettext_lazy("The hours are missing."),
    Code.GIFT_COUNTS: gettext_lazy("This gift counts for what you may get this year."),
    Code.TRAVEL_COUNTS: gettext_lazy("This counts for what you may get this month and this year."),
    Code.NEAR_CEILING: gettext_lazy(
        "You are near what the law allows in a year. We look with you at what is still possible."
    ),
    Code.ROW_REPEATED: gettext_lazy("You asked for the same before. Is it there twice?"),
}
BEYOND_A_CEILING: Text = gettext_lazy(
    "With what you declared, this year passes what the law allows. Take back what is not paid yet, ask no more, and "
    "call your coordinator: you look together at what has to be paid back."
)
BEYOND: Mapping[Code, Text] = {
    Code.REGIME_MIXED: gettext_lazy(
        "With what you declared, this year has fixed amounts and costs with a bill, and the law allows only one of "
        "them. Take back what is not paid yet, and call your coordinator."
    ),
    Code.KM_LIMIT: gettext_lazy(
        "With what you declared, this year has more than 2,000 kilometres beside fixed amounts. Take back what is not "
        "paid yet, and call your coordinator."
    ),
}


def why_not(
    judgement: Judgement, what: Terms, on: OnDay, year: PersonYear, figures: Figures
) -> list[str]:
    """What stands in the way, a sentence each, without what is only good to know."""
    return [
        sentence(code, what, on, year, figures) for code in judgement.codes if code not in WARNINGS
    ]


def good_to_know(codes: list[str]) -> list[Text]:
    """A sentence for each warning that stands with a claim."""
    return [SENTENCES[Code(code)] for code in codes if Code(code) in SENTENCES]


def beyond(codes: list[Code]) -> list[Text]:
    """What to do when claims that were accepted no longer fit, since something else was declared; a sentence each."""
    return list(dict.fromkeys(BEYOND.get(code, BEYOND_A_CEILING) for code in codes))


def before_a_ride(on: OnDay, figures: Figures, costs: ProgrammeCosts | None) -> str:
    """What somebody should know before they ask kilometres of that day back; «» when all is well."""
    if costs is not None and not costs.pays_travel:
        return _("This programme pays no travel back. Ask your coordinator how you get there.")
    if figures.country != BELGIUM:
        has_rate = costs is not None and costs.kilometre_rate
        return "" if has_rate else _("Nobody said yet what a kilometre brings in this programme.")
    if on.car is not None:
        return ""
    by_car = Terms(kind=Kind.TRAVEL, cents=None)
    period = _period(missing_period(by_car, on, figures))
    return _("By car this can’t be counted yet: the amount is not known %(period)s.") % {
        "period": period
    }


def sentence(code: Code, what: Terms, on: OnDay, year: PersonYear, figures: Figures) -> str:
    """One code of the law for the volunteer."""
    if code is Code.RATE_MISSING:
        return _missing(what, on, figures)
    limit = COUNTRIES[figures.country].limit_of(code, what, on, year)
    return str(SENTENCES.get(code, NOT_YOURS)) % {"limit": "" if limit is None else euro(limit)}


def _missing(what: Terms, on: OnDay, figures: Figures) -> str:
    period = _period(missing_period(what, on, figures))
    if what.kind is Kind.TRAVEL:
        says = _(
            "The amount for a kilometre is not known yet %(period)s. We look it up. Keep this ride and send it later."
        )
    else:
        says = _(
            "What the law allows is not known yet %(period)s. We look it up. Keep this day and send it later."
        )
    return says % {"period": period}


def _period(period: Period) -> str:
    first, last = (
        None if day is None else date_format(day, "j F Y") for day in (period.first, period.last)
    )
    if last is None:
        return _("from %(day)s on") % {"day": first}
    return _("from %(first)s to %(last)s") % {"first": first, "last": last}
