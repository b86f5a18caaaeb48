"""Counts by theme and by quarter, without persons (S1-65, S0-10)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncQuarter
from django.utils.translation import gettext as _

from naast.core.text import Text
from naast.needs.models import Need
from naast.needs.rules import Quarter
from naast.needs.states import Theme
from naast.organisations.actors import Actor
from naast.recruitment.small_numbers import hide
from naast.signals.states import OfferSide

QUARTERS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One theme, or one question about our offer: a count for each quarter. None: fewer than five."""

    code: str
    label: Text
    cells: list[int | None]


# A line as a page shows it: its words, and each count beside the name of its quarter.
Cells = tuple[Text, list[tuple[str, int | None]]]


@dataclass(frozen=True, slots=True)
class Figures:
    """Two tables over the same quarters."""

    quarters: list[Quarter]
    themes: list[Line]
    offer: list[Line]

    @property
    def headings(self) -> list[str]:
        """What stands above the columns."""
        return [name_of(each) for each in self.quarters]

    @property
    def theme_rows(self) -> list[Cells]:
        """Each theme with its counts, each beside its quarter."""
        return self._rows(self.themes)

    @property
    def offer_rows(self) -> list[Cells]:
        """Each question about our offer, in the same way."""
        return self._rows(self.offer)

    def _rows(self, lines: Sequence[Line]) -> list[Cells]:
        names = self.headings
        return [(line.label, list(zip(names, line.cells, strict=True))) for line in lines]

    def kept(self) -> dict[str, Any]:
        """What a letter keeps: codes and counts, so that every reader gets their own language."""
        return {
            "quarters": [[each.year, each.number] for each in self.quarters],
            "themes": [[line.code, line.cells] for line in self.themes],
            "offer": [[line.code, line.cells] for line in self.offer],
        }


def name_of(quarter: Quarter) -> str:
    """«quarter 3 of 2026»."""
    return _("quarter %(number)s of %(year)s") % {"number": quarter.number, "year": quarter.year}


def title_of(quarter: Quarter) -> str:
    """What a letter is called."""
    return _("What volunteers notice: %(quarter)s") % {"quarter": name_of(quarter)}


def figures(actor: Actor, *, until: Quarter, hides: bool) -> Figures:
    """How often each theme and each question about our offer came up, in this quarter and the three before it.
    `hides`: small numbers stay hidden, for whoever reads outside the coordinators. Two queries, both grouped in the
    database; no row of a person is read."""
    quarters = until.last(QUARTERS_SHOWN)
    rows = Need.objects.filter(
        organisation_id=actor.organisation_id,
        noted_on__gte=quarters[0].first_day,
        noted_on__lte=quarters[-1].last_day,
    )
    themes = _lines(Theme.choices, _counted(rows, "theme"), quarters, hides=hides)
    offer = _lines(
        OfferSide.choices, _counted(rows.exclude(aspect=""), "aspect"), quarters, hides=hides
    )
    return Figures(quarters, themes, offer)


Counts = Mapping[tuple[str, Quarter], int]


def _counted(rows: QuerySet[Need], field: str) -> Counts:
    found = (
        rows.order_by()
        .annotate(since=TruncQuarter("noted_on"))
        .values_list(field, "since")
        .annotate(number=Count("pk"))
    )
    return {(code, Quarter.of(since)): number for code, since, number in found}


def _lines(
    choices: Iterable[tuple[str, Any]],
    counts: Counts,
    quarters: Sequence[Quarter],
    *,
    hides: bool,
) -> list[Line]:
    """The lines in which something was counted, in the order of the list."""
    labels = dict(choices)
    named = [code for code in labels if any((code, each) in counts for each in quarters)]
    table = [[counts.get((code, each), 0) for each in quarters] for code in named]
    cells: Sequence[Sequence[int | None]] = table
    if hides:
        cells = hide(table, by_row=False, by_column=False)
    return [Line(code, labels[code], [*row]) for code, row in zip(named, cells, strict=True)]


def read_kept(kept: Mapping[str, Any]) -> Figures:
    """The figures that a letter kept, in the language of the reader."""
    return Figures(
        [Quarter(year, number) for year, number in kept.get("quarters", [])],
        [Line(code, _label(Theme, code), cells) for code, cells in kept.get("themes", [])],
        [Line(code, _label(OfferSide, code), cells) for code, cells in kept.get("offer", [])],
    )


def _label(choices: type[Theme] | type[OfferSide], code: str) -> Text:
    return choices(code).label if code in choices.values else code
