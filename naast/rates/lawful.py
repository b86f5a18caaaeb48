"""Rows of an organisation as the law knows its figures, and those of the package beside them. No database here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final, Protocol, TypeVar

from naast.law.costs.figures import (
    BELGIUM,
    BICYCLE,
    CAR,
    NETHERLANDS,
    Allowance,
    Ceilings,
    KilometreRate,
    known_rows,
)
from naast.law.costs.plausible import Row
from naast.law.dated import FOUND, Dated
from naast.rates.models import Figure

# An administrator gave one source.
CONFIDENCE = FOUND[1]
VEHICLES: Mapping[str, str] = {Figure.CAR.value: CAR, Figure.BICYCLE.value: BICYCLE}
# Which figures the law of a country has, and which amounts each of them.
OF_COUNTRY: Mapping[str, tuple[Figure, ...]] = {
    BELGIUM: (Figure.CEILINGS, Figure.CAR, Figure.BICYCLE),
    NETHERLANDS: (Figure.ALLOWANCE,),
}
AMOUNTS: Mapping[str, tuple[str, ...]] = {
    Figure.CEILINGS: ("day", "year", "raised"),
    Figure.CAR: ("rate",),
    Figure.BICYCLE: ("rate",),
    Figure.ALLOWANCE: ("hour", "hour_young", "age_limit", "month", "year"),
}
# These hold for a calendar year; a rate for a kilometre may change within it.
OF_A_YEAR: Final = frozenset({Figure.CEILINGS, Figure.ALLOWANCE})
ONE_DAY = timedelta(days=1)
R = TypeVar("R", bound=Dated)


class Entered(Protocol):
    """A figure with its days, as a row holds it (models.OwnRate) or as somebody enters it (inputs.NewRate)."""

    @property
    def figure(self) -> str: ...
    @property
    def valid_from(self) -> date: ...
    @property
    def valid_to(self) -> date | None: ...
    @property
    def amounts(self) -> Mapping[str, int]: ...
    @property
    def source(self) -> str: ...


def row_of(country: str, entered: Entered) -> Row:
    """The figure as the law knows it."""
    frame: dict[str, Any] = {
        "country": country,
        "valid_from": entered.valid_from,
        "valid_to": entered.valid_to,
        "source": entered.source,
        "confidence": CONFIDENCE,
        **entered.amounts,
    }
    if entered.figure == Figure.CEILINGS:
        return Ceilings(**frame, raised_confidence=CONFIDENCE)
    if entered.figure == Figure.ALLOWANCE:
        return Allowance(**frame)
    return KilometreRate(**frame, vehicle=VEHICLES[entered.figure])


def figure_of(row: Row) -> Figure:
    """What a figure of the law is called here."""
    if isinstance(row, Ceilings):
        return Figure.CEILINGS
    if isinstance(row, Allowance):
        return Figure.ALLOWANCE
    return Figure.CAR if row.vehicle == CAR else Figure.BICYCLE


def amounts_of(row: Row) -> dict[str, int]:
    """The amounts of a figure by name."""
    return {name: getattr(row, name) for name in AMOUNTS[figure_of(row)]}


def known(country: str) -> list[Row]:
    """The rows of the package for a country, also those that are only remembered, in the order of their days."""
    rows = known_rows()
    found: list[Row] = [*rows.ceilings, *rows.rates, *rows.allowances]
    return sorted((row for row in found if row.country == country), key=lambda row: row.valid_from)


def beside(known_before: Iterable[Row], own: Iterable[Row]) -> list[Row]:
    """All rows. Where one of the organisation holds, those of the package don't: they keep their other days."""
    added = list(own)
    kept: list[Row] = list(added)
    for row in known_before:
        figure = figure_of(row)
        kept += outside(row, [each for each in added if figure_of(each) == figure])
    return kept


def outside(row: R, others: Iterable[Dated]) -> Iterator[R]:
    """What is left of a row outside the days of these, which don't overlap."""
    first: date | None = row.valid_from
    for other in sorted(others, key=lambda each: each.valid_from):
        ends = other.valid_to or date.max
        if first is None or ends < first or other.valid_from > (row.valid_to or date.max):
            continue
        if first < other.valid_from:
            yield replace(row, valid_from=first, valid_to=other.valid_from - ONE_DAY)
        first = ends + ONE_DAY if ends < date.max else None
    if first is not None and first <= (row.valid_to or date.max):
        yield replace(row, valid_from=first)
