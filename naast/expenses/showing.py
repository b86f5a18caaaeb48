"""The figures of the law as a page shows them: each with its source on a click."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from naast.core.text import Text
from naast.expenses.money import euro, euro_a_km
from naast.law.costs.figures import BELGIUM, OnDay
from naast.law.dated import Dated


class Shown(NamedTuple):
    """One figure in words, and where it comes from; without a source nobody knows it for that day."""

    label: Text
    words: str
    source: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


def figures_shown(on: OnDay, *, country: str) -> list[Shown]:
    """What the law of this country allows on that day."""
    if country == BELGIUM:
        ceilings, car, bicycle = on.ceilings, on.car, on.bicycle
        return [
            _shown(_("Fixed amount, a day"), ceilings, euro(ceilings.day) if ceilings else ""),
            _shown(_("Fixed amounts, a year"), ceilings, euro(ceilings.year) if ceilings else ""),
            _shown(
                _("Fixed amounts, a year, for tasks with a higher ceiling"),
                ceilings,
                euro(ceilings.raised) if ceilings else "",
            ),
            _shown(_("A kilometre by car"), car, euro_a_km(car.rate) if car else ""),
            _shown(
                _("A kilometre by bicycle"), bicycle, euro_a_km(bicycle.rate) if bicycle else ""
            ),
        ]
    figures = on.allowance
    return [
        _shown(_("Fixed amount, an hour"), figures, euro(figures.hour) if figures else ""),
        _shown(
            _("Fixed amount, an hour, for younger people"),
            figures,
            euro(figures.hour_young) if figures else "",
        ),
        _shown(_("Everything together, a month"), figures, euro(figures.month) if figures else ""),
        _shown(_("Everything together, a year"), figures, euro(figures.year) if figures else ""),
    ]


def _shown(label: Text, row: Dated | None, words: str) -> Shown:
    if row is None:
        return Shown(label, "")
    return Shown(label, words, row.source, row.valid_from, row.valid_to)
