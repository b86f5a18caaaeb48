"""Amounts of the law in words, and what looks odd about one as a sentence that says what to look at."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.text import Text
from naast.law.costs.figures import RATE_PARTS
from naast.law.costs.plausible import Odd
from naast.law.dated import COMPUTED, FOUND, UNVERIFIED
from naast.rates.gaps import Gap
from naast.rates.lawful import AMOUNTS

CENTS = 100
LABELS: Mapping[str, Text] = {
    "day": gettext_lazy("Most on a day"),
    "year": gettext_lazy("Most in a year"),
    "raised": gettext_lazy("Most in a year, raised"),
    "rate": gettext_lazy("A kilometre"),
    "hour": gettext_lazy("An hour"),
    "hour_young": gettext_lazy("An hour, when younger"),
    "age_limit": gettext_lazy("Younger means under"),
    "month": gettext_lazy("Most in a month"),
}
ODD: Mapping[Odd, Text] = {
    Odd.DAY_AND_YEAR: gettext_lazy(
        "The amount of a year is usually about 40 times that of a day, and here it is not."
    ),
    Odd.RAISED_AND_DAY: gettext_lazy(
        "The raised amount is usually about 73.5 times that of a day, and here it is not."
    ),
    Odd.COEFFICIENT: gettext_lazy(
        "One index usually gives all three amounts to the cent. These don’t fit together: look for a typing "
        "error, perhaps in the source."
    ),
    Odd.MONTH_AND_YEAR: gettext_lazy(
        "The amount of a year is usually ten times that of a month, and here it is not."
    ),
    Odd.RATE_RANGE: gettext_lazy("A kilometre usually brings between € 0.20 and € 0.70."),
    Odd.JUMP: gettext_lazy("It is more than 15 % away from the amount before it."),
    Odd.QUARTER: gettext_lazy(
        "The rate by car usually holds for one quarter of a year, from its first to its last day."
    ),
    Odd.WHOLE_YEAR: gettext_lazy("This amount usually holds from 1 January to 31 December."),
    Odd.KNOWN_ALREADY: gettext_lazy(
        "For these days there is a confirmed amount already. Yours will hold instead of it."
    ),
}
CONFIDENCE: Mapping[str, Text] = {
    FOUND[0]: gettext_lazy("Two sources agree."),
    FOUND[1]: gettext_lazy("One source: look it up when in doubt."),
    FOUND[2]: gettext_lazy("The sources disagree."),
    COMPUTED: gettext_lazy("Worked out from the index, not found in print."),
    UNVERIFIED: gettext_lazy("Only remembered: not used until you confirm it with a source."),
}


def amount(name: str, value: int) -> str:
    """«€ 44,02», «€ 0,4326» or «21 years», in the language of the page."""
    if name == "age_limit":
        return _("%(age)s years") % {"age": value}
    parts, places = (RATE_PARTS, 4) if name == "rate" else (CENTS, 2)
    shown = number_format(Decimal(value) / parts, places, use_l10n=True, force_grouping=True)
    return f"€\u00a0{shown}"


def amounts(figure: str, values: Mapping[str, int]) -> list[tuple[Text, str]]:
    """Each amount with what it is, in the order of the law."""
    return [(LABELS[name], amount(name, values[name])) for name in AMOUNTS[figure]]


def odd_sentence(codes: list[str]) -> str:
    """What looks odd, in sentences."""
    return " ".join(str(ODD[Odd(code)]) for code in codes)


def days(first: date, last: date | None) -> str:
    """«1 April 2026 to 31 December 2026», in the language of the page."""
    begin = date_format(first, "j F Y")
    if last is None:
        return _("from %(first)s on") % {"first": begin}
    return _("%(first)s to %(last)s") % {"first": begin, "last": date_format(last, "j F Y")}


def missing(gap: Gap) -> str:
    """Which figure is missing, and when."""
    return _("%(figure)s: %(days)s") % {
        "figure": gap.figure.label,
        "days": days(gap.first, gap.last),
    }
