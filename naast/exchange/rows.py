"""From the cells of a sheet to the values of rows, with every problem named by row and column."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from naast.exchange.headings import Column, Understanding
from naast.exchange.reading import Cell, Sheet, as_text, is_filled
from naast.exchange.values.readings import Problem, Reading, folded

# What people write where there is nothing to write; a yes-or-no column reads these itself.
BLANKS = frozenset({"nvt", "n v t", "n a", "onbekend", "inconnu", "unknown", "neant", "geen idee"})
_DASHES = frozenset("-–—/?.\\_")


@dataclass(frozen=True, slots=True)
class Context:
    """What the reading of a value depends on."""

    country: str
    today: date


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its place: the row as the spreadsheet shows it, the column, the value."""

    row: int | None
    column: str
    value: str
    message: str
    code: str = ""

    def as_json(self) -> dict[str, Any]:
        """The form of the command's answer."""
        return {
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "message": self.message,
        }


@dataclass(slots=True)
class Row:
    """One row: field code to value; `notes` say how a value was understood, `problems` what to mend."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    notes: list[Finding] = field(default_factory=list)
    problems: list[Finding] = field(default_factory=list)
    # Field code to the heading of the column it came from, for sentences about the whole row.
    columns: dict[str, str] = field(default_factory=dict)

    def refuse(self, code: str, column: str, value: str, message: str) -> None:
        """Add a problem: the row is not taken until it is mended."""
        self.problems.append(Finding(self.number, column, value, message, code))


Parser = Callable[[Cell, Context], Reading[Any] | Problem]


def is_blank(cell: Cell) -> bool:
    """Nothing, or a sign that stands for nothing."""
    if not isinstance(cell, str):
        return False
    text = cell.strip()
    return not text or text in _DASHES or (len(text) < 12 and folded(text) in BLANKS)


def read_rows(
    sheet: Sheet, understanding: Understanding, parsers: dict[str, Parser], context: Context
) -> Iterable[Row]:
    """The filled rows below the heading, in order."""
    columns = [
        (column, parsers[column.field])
        for column in understanding.columns
        if column.field in parsers
    ]
    headings = (
        _texts(sheet.rows[understanding.heading_row - 1]) if understanding.heading_row else []
    )
    for number, cells in sheet.filled_rows(after=understanding.heading_row):
        if headings and _texts(cells) == headings:
            continue  # a heading repeated on a new page of the old list
        yield _read_row(number, cells, columns, context)


def _texts(cells: list[Cell]) -> list[str]:
    return [text for cell in cells if (text := as_text(cell))]


def _read_row(
    number: int, cells: list[Cell], columns: list[tuple[Column, Parser]], context: Context
) -> Row:
    row = Row(number)
    width = len(cells)
    for column, parser in columns:
        cell = cells[column.index] if column.index < width else ""
        if is_blank(cell) or not is_filled(cell):
            continue
        read = parser(cell, context)
        if isinstance(read, Problem):
            row.refuse(read.code, column.name, read.value, read.message)
            continue
        row.columns.setdefault(column.field, column.name)
        _put(row, column.field, read.value)
        if read.note:
            row.notes.append(Finding(number, column.name, as_text(cell), read.note))
    return row


def _put(row: Row, code: str, value: Any) -> None:
    """Several columns may say the same thing: lists grow, texts go below each other."""
    earlier = row.values.get(code)
    if earlier is None:
        row.values[code] = value
    elif isinstance(earlier, tuple):
        row.values[code] = earlier + value
    elif isinstance(earlier, int):
        row.values[code] = earlier | value
    else:
        row.values[code] = f"{earlier}\n{value}"


def too_long(text: str, longest: int) -> Problem | None:
    """A problem when the text does not fit where it should go."""
    if len(text) <= longest:
        return None
    return Problem(
        "text.too-long",
        text[:40] + "…",
        _("This is too long: at most %(longest)s characters fit.") % {"longest": longest},
    )
