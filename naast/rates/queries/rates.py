"""What the pages of this room show."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from naast.core.text import Text
from naast.law.costs.plausible import Row, quarter_of, year_of
from naast.law.dated import UNVERIFIED
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.rates import uses, words
from naast.rates.gaps import Gap, gaps
from naast.rates.lawful import OF_A_YEAR, OF_COUNTRY, amounts_of, figure_of
from naast.rates.models import Figure, OwnRate
from naast.rates.policies import rates as policies
from naast.rates.queries.figures import figures_for, figures_from, rows_with

NOVEMBER = 11
# In spring people still send what the year before cost them.
STILL_SENT = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Line:
    """One figure with its days and where it stands. `own` is the row of the organisation, None for the package."""

    figure: Figure
    row: Row
    own: OwnRate | None
    is_now: bool

    @property
    def days(self) -> str:
        """From when until when."""
        return words.days(self.row.valid_from, self.row.valid_to)

    @property
    def amounts(self) -> list[tuple[Text, str]]:
        """Each amount with what it is."""
        return words.amounts(self.figure, amounts_of(self.row))

    @property
    def confidence(self) -> Text:
        """How sure it is, in a sentence."""
        return words.CONFIDENCE[self.row.confidence]

    @property
    def is_remembered(self) -> bool:
        """Not used until somebody confirms it with a source."""
        return self.row.confidence == UNVERIFIED

    @property
    def raised_confidence(self) -> Text:
        """How sure the raised amount is, where that differs from the others."""
        raised = getattr(self.row, "raised_confidence", self.row.confidence)
        return "" if raised == self.row.confidence else words.CONFIDENCE[raised]


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of one figure, the latest first: those of the last year and later, and those before."""

    figure: Figure
    recent: list[Line]
    earlier: list[Line]


@dataclass(frozen=True, slots=True)
class Overview:
    """The figures of a country for one organisation, and what is missing of them."""

    tables: list[Table]
    missing: list[Gap]


def living(actor: Actor) -> list[OwnRate]:
    """The rows of this organisation that hold."""
    rows = policies.visible_to(actor).filter(withdrawn_at__isnull=True)
    return list(rows.order_by("figure", "-valid_from"))


def all_rows(actor: Actor) -> QuerySet[OwnRate]:
    """Every row that was ever added, also the withdrawn ones, with who did it."""
    return policies.visible_to(actor).select_related("added_by__user", "withdrawn_by__user")


def get_living(actor: Actor, rate_id: UUID) -> OwnRate | None:
    """One row that holds."""
    return policies.visible_to(actor).filter(pk=rate_id, withdrawn_at__isnull=True).first()


def overview(actor: Actor, organisation: Organisation, *, today: date) -> Overview:
    """Every figure with its source, and what is missing from the last year to the end of the next; one query."""
    own = living(actor)
    rows = rows_with(organisation.country, own)
    # The first day of a row of its own is no first day of one of the package: those were cut there.
    by_day = {(each.figure, each.valid_from): each for each in own}
    first, last = date(today.year - 1, 1, 1), date(today.year + 1, 12, 31)
    tables = {figure: Table(figure, [], []) for figure in OF_COUNTRY.get(organisation.country, ())}
    for row in sorted(rows, key=lambda each: each.valid_from, reverse=True):
        figure = figure_of(row)
        found = by_day.get((figure, row.valid_from))
        is_recent = row.valid_to is None or row.valid_to >= first
        lines = tables[figure].recent if is_recent else tables[figure].earlier
        lines.append(Line(figure, row, found, row.holds_on(today)))
    missing = gaps(figures_from(organisation.country, rows), first, last)
    return Overview(list(tables.values()), missing)


def needed_gaps(organisation: Organisation, *, today: date) -> list[Gap]:
    """What claims may need and is missing: around now, and from November on also in the next year. At most two
    queries."""
    found = gaps(figures_for(organisation), *_window(today))
    if not any(gap.figure in OF_A_YEAR for gap in found):
        return found
    if uses.gives_fixed_amounts(organisation.pk):
        return found
    return [gap for gap in found if gap.figure not in OF_A_YEAR]


@lru_cache(maxsize=2)
def countries_with_gaps(today: date) -> tuple[str, ...]:
    """Where the package alone does not have every figure of these days: no query."""
    return tuple(
        country
        for country in OF_COUNTRY
        if gaps(figures_from(country, rows_with(country, ())), *_window(today))
    )


def remembered_on(country: str, figure: Figure, day: date) -> Row | None:
    """What the package remembers for a day without being sure."""
    return next(
        (
            row
            for row in rows_with(country, ())
            if figure_of(row) == figure and row.confidence == UNVERIFIED and row.holds_on(day)
        ),
        None,
    )


def first_gap(actor: Actor, organisation: Organisation, figure: Figure, today: date) -> Gap | None:
    """The first days for which this figure is missing: where somebody begins to enter it."""
    missing = overview(actor, organisation, today=today).missing
    return next((gap for gap in missing if gap.figure == figure), None)


def _window(today: date) -> tuple[date, date]:
    # A whole quarter: a first day that moves with the calendar would be told anew each night.
    first = min(year_of(today).first, quarter_of(today - STILL_SENT).first)
    last = year_of(today).last
    return first, last.replace(year=last.year + 1) if today.month >= NOVEMBER else last
