"""What is said of a row of a list, in the language of the reader."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.text import Text
from naast.expenses.lists.checking import Checked
from naast.expenses.lists.reading import ROW, Unreadable
from naast.expenses.words import sentence
from naast.law.costs.figures import BELGIUM, known_figures
from naast.law.costs.judging import BAD_VALUE

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
    figures = known_figures(country)
    return " ".join(sentence(code, what, on, year, figures) for code in judgement.codes)


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
