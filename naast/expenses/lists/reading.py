"""From a row of cells to a payment, or to what can't be read in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar
from unicodedata import normalize

from naast.expenses.lists import values, vocabulary
from naast.expenses.lists.sheet import Layout
from naast.law.costs.figures import BELGIUM, Figures, OnDay
from naast.law.costs.payments import Kind, Terms, Thousandths, Vehicle
from naast.law.costs.years import PersonYear

K = TypeVar("K")
T = TypeVar("T")
# The same few hundred dates, names and terms come back all the time. More than this is not remembered.
REMEMBERED = 30_000
# The columns that say what is paid, in the order in which they are read.
WHAT = (
    "kind",
    "amount",
    "km",
    "hours",
    "vehicle",
    "task",
    "organisation",
    "proof",
    "declaration",
)
ROW = "row"


class Unreadable(NamedTuple):
    """A cell that is not what its column says; `column` is ROW when there are more cells than headings, and ''
    when a reversal takes nothing back."""

    column: str
    text: str


@dataclass(slots=True, eq=False)
class Who:
    """A person of the list, with the name as it was written first and their years."""

    name: str
    born: date | None
    years: dict[int, PersonYear] = field(default_factory=dict)


# One row, read: who, when, and what; or, in the place of a part, why it is not readable.
Line = tuple[Who | Unreadable, OnDay | Unreadable, Terms | Unreadable]


class Remembered(dict[K, T], Generic[K, T]):
    """What each text means, worked out once."""

    def __init__(self, read: Callable[[K], T]) -> None:
        """`read` is asked for what is new."""
        super().__init__()
        self._read = read

    def __missing__(self, text: K) -> T:
        if len(self) >= REMEMBERED:
            self.clear()
        value = self[text] = self._read(text)
        return value


class Reader:
    """Reads the rows of one file for one country."""

    def __init__(self, layout: Layout, figures: Figures) -> None:
        """`layout` says where the columns are."""
        self._country, self._figures = figures.country, figures
        self._width = layout.width

        # A column that is not there reads the empty cell behind the last one.
        def places(*names: str) -> Callable[[list[str]], tuple[str, ...]]:
            return itemgetter(*(layout.columns.get(name, layout.width) for name in names))

        self._who_of = places("person", "birth_date")
        self._what_of = places(*WHAT)
        self._date = layout.columns["date"]
        # A person is the name, without regard to capitals, with the day of birth.
        self.people: dict[tuple[str, date | None], Who] = {}
        self._who = Remembered(self._person)
        self._on = Remembered(self._day)
        self._what = Remembered(self._terms)

    def lines(self, rows: Iterator[list[str]]) -> Iterator[Line]:
        """The payments of these rows, one by one."""
        width, date_at, who, on, what = self._width, self._date, self._who, self._on, self._what
        who_of, what_of = self._who_of, self._what_of
        for row in rows:
            if len(row) <= width:
                row.extend([""] * (width + 1 - len(row)))
            elif any(row[width:]):
                surplus = Unreadable(ROW, row[width])
                yield surplus, surplus, surplus
                continue
            yield who[who_of(row)], on[row[date_at]], what[what_of(row)]

    def _person(self, cells: tuple[str, ...]) -> Who | Unreadable:
        name, birth = cells[0].strip(), cells[1]
        if not name:
            return Unreadable("person", cells[0])
        try:
            born = values.day(birth) if birth.strip() else None
        except ValueError:
            return Unreadable("birth_date", birth)
        # «é» may be written as one sign or as two (a Mac does): it reads the same.
        known = normalize("NFC", name.casefold())
        return self.people.setdefault((known, born), Who(name, born))

    def _day(self, text: str) -> OnDay | Unreadable:
        try:
            return self._figures.on(values.day(text))
        except ValueError:
            return Unreadable("date", text)

    def _terms(self, cells: tuple[str, ...]) -> Terms | Unreadable:
        kind, amount, km, hours, vehicle, task, organisation, proof, declaration = cells
        column, text = "", ""
        try:
            column, text = "kind", kind
            read_kind = vocabulary.kind_of(kind)
            column, text = "amount", amount
            cents = values.cents(amount) if amount.strip() else None
            column, text = "km", km
            way = _number(km)
            column, text = "hours", hours
            spent = _number(hours)
            column, text = "vehicle", vehicle
            by = vocabulary.vehicle_of(vehicle)
        except ValueError:
            return Unreadable(column, text)
        said = tuple(word.strip().casefold() for word in (task, organisation, proof, declaration))
        terms = Terms(
            read_kind,
            cents,
            way,
            spent,
            by,
            vocabulary.task_of(task),
            said[1],
            vocabulary.is_proof(proof),
            vocabulary.is_declared(declaration),
            hash((read_kind, cents, way, spent, by, said)),
        )
        wrong = wrong_column(terms, self._country)
        return Unreadable(wrong, cells[WHAT.index(wrong)]) if wrong else terms


def wrong_column(what: Terms, country: str) -> str:
    """The column whose value is missing, nothing, or below nothing without taking back; '' when all is there.

    In Belgium travel with one's own vehicle needs its kilometres, and the rate gives the amount; everything
    else needs its amount.
    """
    is_driven = what.kind is Kind.TRAVEL and what.vehicle is not Vehicle.PUBLIC
    asks_km = is_driven and country == BELGIUM
    if what.cents == 0 or (what.cents is None and not asks_km):
        return "amount"
    if what.takes_back:
        return ""
    if (asks_km and what.km is None) or (is_driven and what.km == 0) or (what.km or 0) < 0:
        return "km"
    asks_hours = what.kind is Kind.FLAT and country != BELGIUM
    return "hours" if (asks_hours and what.hours == 0) or (what.hours or 0) < 0 else ""


def _number(text: str) -> Thousandths | None:
    return values.thousandths(text) if text.strip() else None
