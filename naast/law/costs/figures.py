"""The dated amounts: ceilings, rates for a kilometre, allowances. Rows stand in data/costs.toml.

No row for a day, or one that nobody confirmed: there is no figure, and whoever asks says which period is missing.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, Generic, TypeVar

from naast.law.ages import IncompleteRow
from naast.law.dated import COMPUTED, FOUND, UNVERIFIED, Dated, frame, table

BELGIUM, NETHERLANDS = "BE", "NL"
# Older figures are known here and there, and never used.
FIRST_DAY = date(2019, 1, 1)
CONFIDENCES = (*FOUND, COMPUTED, UNVERIFIED)
CAR, BICYCLE = "car", "bicycle"
# A rate is kept in ten-thousandths of a euro: 0.4326 is 4326.
RATE_PARTS = 10_000
SPREAD = 0x9E3779B97F4A7C15
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceilings(Dated):
    """Belgium: the most that may be given as a lump sum on a day and in a year, in cents. `raised`: the year of
    tasks on the raised list, with the same day."""

    day: int
    year: int
    raised: int
    raised_confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KilometreRate(Dated):
    """Belgium: what a kilometre may bring, in ten-thousandths of a euro."""

    vehicle: str
    rate: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance(Dated):
    """The Netherlands: cents an hour (from `age_limit` years on, and younger), a month and a year."""

    hour: int
    hour_young: int
    age_limit: int
    month: int
    year: int


R = TypeVar("R", bound=Dated)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included; None is without end."""

    first: date
    last: date | None


class Rows(Generic[R]):
    """Rows of one kind in the order of their days, of which the confirmed ones may be used."""

    def __init__(self, rows: Iterable[R]) -> None:
        """Rows without confirmation, and whole rows before the first day, are left out."""
        usable = [row for row in rows if row.confidence != UNVERIFIED]
        usable = [row for row in usable if row.valid_to is None or row.valid_to >= FIRST_DAY]
        self._rows: Sequence[R] = sorted(usable, key=lambda row: row.valid_from)
        self._starts = [max(row.valid_from, FIRST_DAY) for row in self._rows]

    def on(self, day: date) -> R | None:
        """The row of a day. A later row wins where two overlap."""
        place = bisect_right(self._starts, day) - 1
        return self._rows[place] if place >= 0 and self._rows[place].holds_on(day) else None

    def missing(self, day: date) -> Period:
        """The period without a figure around a day that has none."""
        place = bisect_right(self._starts, day)
        before = self._rows[place - 1].valid_to if place else None
        first = date.min if before is None else before + ONE_DAY
        last = self._starts[place] - ONE_DAY if place < len(self._starts) else None
        return Period(first, last)


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one country. `on` gives those of a day, and remembers them."""

    country: str
    ceilings: Rows[Ceilings]
    car: Rows[KilometreRate]
    bicycle: Rows[KilometreRate]
    allowances: Rows[Allowance]
    _days: dict[date, "OnDay"] = field(default_factory=dict)

    def on(self, day: date) -> "OnDay":
        """The figures of one day; None stands where there is no confirmed one."""
        known = self._days.get(day)
        if known is None:
            known = OnDay(
                day,
                day.toordinal(),
                day.year,
                f"{day.year:04}-{day.month:02}",
                day.toordinal() * SPREAD,
                self.ceilings.on(day),
                self.car.on(day),
                self.bicycle.on(day),
                self.allowances.on(day),
            )
            self._days[day] = known
        return known


@dataclass(frozen=True, slots=True, eq=False)
class OnDay:
    """The figures of one day, with the day, its number, its year and its month («2024-03»)."""

    day: date
    number: int
    year: int
    month: str
    # A large number of its own: added to that of a payment it stands for both.
    spread: int
    ceilings: Ceilings | None
    car: KilometreRate | None
    bicycle: KilometreRate | None
    allowance: Allowance | None


def cents(text: str) -> int:
    """An amount of the file, such as «1659.29», in cents. Raises IncompleteRow."""
    return _scaled(text, 100)


def _scaled(text: str, parts: int) -> int:
    try:
        scaled = Decimal(text) * parts
    except InvalidOperation as error:
        raise IncompleteRow(f"«{text}» is no amount") from error
    if scaled != scaled.to_integral_value() or scaled <= 0:
        raise IncompleteRow(f"«{text}» has too many digits, or is nothing")
    return int(scaled)


def read_ceilings(row: Mapping[str, Any]) -> Ceilings:
    """One row of ceilings. Raises IncompleteRow or KeyError."""
    found = Ceilings(
        **frame(row, confidences=CONFIDENCES),
        day=cents(row["day"]),
        year=cents(row["year"]),
        raised=cents(row["raised"]),
        raised_confidence=row["raised_confidence"],
    )
    if not found.day < found.year <= found.raised:
        raise IncompleteRow(f"{row['country']}: the ceilings are not in order")
    return found


def read_rate(row: Mapping[str, Any]) -> KilometreRate:
    """One rate. Raises IncompleteRow or KeyError."""
    if row["vehicle"] not in (CAR, BICYCLE):
        raise IncompleteRow(f"{row['country']}: there is no vehicle {row['vehicle']}")
    return KilometreRate(
        **frame(row, confidences=CONFIDENCES),
        vehicle=row["vehicle"],
        rate=_scaled(row["rate"], RATE_PARTS),
    )


def read_allowance(row: Mapping[str, Any]) -> Allowance:
    """One row of allowances. Raises IncompleteRow or KeyError."""
    found = Allowance(
        **frame(row, confidences=CONFIDENCES),
        hour=cents(row["hour"]),
        hour_young=cents(row["hour_young"]),
        age_limit=row["age_limit"],
        month=cents(row["month"]),
        year=cents(row["year"]),
    )
    if not found.hour_young <= found.hour < found.month < found.year:
        raise IncompleteRow(f"{row['country']}: the allowances are not in order")
    return found


def figures_of(
    country: str,
    *,
    ceilings: Iterable[Ceilings] = (),
    rates: Iterable[KilometreRate] = (),
    allowances: Iterable[Allowance] = (),
) -> Figures:
    """The figures of a country from these rows, whatever other countries stand among them."""
    driven = [row for row in rates if row.country == country]
    return Figures(
        country,
        Rows(row for row in ceilings if row.country == country),
        Rows(row for row in driven if row.vehicle == CAR),
        Rows(row for row in driven if row.vehicle == BICYCLE),
        Rows(row for row in allowances if row.country == country),
    )


@dataclass(frozen=True, slots=True)
class Known:
    """All rows of the package, also those that nobody confirmed yet."""

    ceilings: tuple[Ceilings, ...]
    rates: tuple[KilometreRate, ...]
    allowances: tuple[Allowance, ...]


@lru_cache(maxsize=1)
def known_rows() -> Known:
    """The rows of the package, of both countries."""
    rows = table("costs")
    return Known(
        tuple(map(read_ceilings, rows["ceilings"])),
        tuple(map(read_rate, rows["kilometres"])),
        tuple(map(read_allowance, rows["allowances"])),
    )


@lru_cache(maxsize=2)
def known_figures(country: str) -> Figures:
    """The figures of the package for a country («BE» or «NL»)."""
    known = known_rows()
    return figures_of(
        country, ceilings=known.ceilings, rates=known.rates, allowances=known.allowances
    )
