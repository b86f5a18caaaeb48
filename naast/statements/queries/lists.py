"""The name list of a year (*nominatieve lijst*): each payment on its day, by name (spec/law 1.7.8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count

from naast.expenses.states import Kind
from naast.organisations.actors import Actor
from naast.statements.queries.years import paid_in

# So many lines at once from the database.
AT_ONCE: Final = 2_000
# More makes a PDF that nobody opens: it comes in parts then.
MOST_ON_PAPER: Final = 3_000


@dataclass(frozen=True, slots=True)
class Line:
    """One payment. `day` is the day of the cost and decides the year; `paid_on` may lie in the next one.
    `km` are thousandths; `cents` are below zero where it takes an earlier line back."""

    name: str
    day: date
    kind: str
    km: int | None
    cents: int
    paid_on: date | None

    @property
    def takes_back(self) -> bool:
        """Whether it corrects another line."""
        return self.cents < 0


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the list on paper: from this key of names on, up to the next one, which is not in it."""

    number: int
    first: str
    before: str | None


def parts_of(actor: Actor, year: int, *, most: int = MOST_ON_PAPER) -> list[Part]:
    """The pieces of the list on paper, cut between names; a single one when it isn't long."""
    names = (
        paid_in(actor, year)
        .order_by("cost_year__person__sort_name")
        .values_list("cost_year__person__sort_name")
        .annotate(lines=Count("pk"))
    )
    starts, held = [""], 0
    for name, lines in names.iterator(chunk_size=AT_ONCE):
        if held and held + lines > most:
            starts.append(name)
            held = 0
        held += lines
    return [
        Part(number, first, before)
        for number, (first, before) in enumerate(
            zip(starts, [*starts[1:], None], strict=True), start=1
        )
    ]


def lines_of(actor: Actor, year: int, *, part: Part | None = None) -> Iterator[Line]:
    """All lines of this year in the order of names and days; read piece by piece, however many there are."""
    rows = paid_in(actor, year)
    if part is not None:
        rows = rows.filter(cost_year__person__sort_name__gte=part.first)
        if part.before is not None:
            rows = rows.filter(cost_year__person__sort_name__lt=part.before)
    found = rows.order_by("cost_year__person__sort_name", "cost_year_id", "day", "id").values_list(
        "cost_year__name",
        "cost_year__person__given_name",
        "cost_year__person__family_name",
        "day",
        "kind",
        "km",
        "cents",
        "paid_on",
    )
    for kept, given, family, day, kind, km, cents, paid_on in found.iterator(chunk_size=AT_ONCE):
        # Who was erased before the term of the list is over is named by the list alone.
        name = kept or (f"{family}, {given}" if family else given)
        yield Line(name, day, str(Kind(kind).label), km, cents, paid_on)
