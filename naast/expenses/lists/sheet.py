"""A list of payments as a file: its letters, the sign between its columns, and what each column is."""

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _

from naast.core.errors import DomainError
from naast.expenses.lists.vocabulary import COLUMN_OF, HEADINGS, NEEDED, ONE_OF, plain

SIGNS = (",", ";", "\t")
A_PIECE = 1 << 20
# A line of our own behind the last one, empty as a row: it is the last row, unless a cell is still open there.
END = "\x1d"


class UnreadableSheet(DomainError):
    """The file can't be read as a list of payments; the message says what is in the way."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is written: `columns` gives the place of each column that is there."""

    encoding: str
    sign: str
    columns: dict[str, int]
    width: int


def layout_of(path: Path) -> Layout:
    """Look at a file without reading its rows. Raises UnreadableSheet."""
    encoding = _encoding(path)
    with path.open(encoding=encoding, newline="") as text:
        try:
            first = _headings(text)
        except (csv.Error, UnicodeDecodeError) as error:
            raise _no_list() from error
    sign, headings = max(first, key=lambda each: len(_columns(each[1])))
    _check_headings(headings)
    return Layout(encoding, sign, _columns(headings), len(headings))


def rows_of(path: Path, layout: Layout) -> Iterator[list[str]]:
    """The rows under the headings, one at a time; empty lines are no rows. Raises UnreadableSheet."""
    with path.open(encoding=layout.encoding, newline="") as text:
        reader = csv.reader(chain(text, [END]), delimiter=layout.sign)
        row: list[str] = []
        try:
            row = _skip_headings(reader)
            for row in reader:
                if row and (row[0].strip() or any(map(str.strip, row))):
                    yield row
        except (csv.Error, UnicodeDecodeError) as error:
            raise _unreadable(reader.line_num) from error
        if row != [END]:
            # A quotation mark opens and never closes: what comes after it would go by unseen.
            raise _unreadable(reader.line_num - sum(cell.count("\n") for cell in row))


def _encoding(path: Path) -> str:
    """UTF-8 when all of it is, else Windows-1252. A mark at the beginning is no part of the first heading."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as raw:
            while piece := raw.read(A_PIECE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    except OSError as error:
        raise UnreadableSheet(
            _("There is no file «%(name)s» that we may read.") % {"name": path.name}
        ) from error
    return "utf-8-sig"


def _headings(text: TextIO) -> list[tuple[str, list[str]]]:
    """The first line that is not empty, read with each sign."""
    for line in text:
        if "\0" in line:
            raise _no_list()
        if line.strip():
            return [(sign, next(csv.reader([line], delimiter=sign))) for sign in SIGNS]
    raise UnreadableSheet(_("The file is empty. The first line names the columns."))


def _skip_headings(reader: "Iterator[list[str]]") -> list[str]:
    return next(row for row in reader if any(map(str.strip, row)))


def _columns(headings: list[str]) -> dict[str, int]:
    """Column → place; of two with the same meaning the first."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        column = COLUMN_OF.get(plain(heading))
        if column is not None:
            found.setdefault(column, place)
    return found


def _check_headings(headings: list[str]) -> None:
    known = [COLUMN_OF.get(plain(heading)) for heading in headings]
    twice = sorted({str(column) for column in known if column and known.count(column) > 1})
    if twice:
        raise UnreadableSheet(
            _("Two columns mean the same: %(columns)s. Keep one of them.")
            % {"columns": ", ".join(twice)}
        )
    missing = [column for column in NEEDED if column not in known]
    if not set(ONE_OF) & set(known):
        missing.append("/".join(ONE_OF))
    if missing:
        words = [" / ".join(HEADINGS[column]) for column in missing if column in HEADINGS]
        words += [_("amount or km")] if missing[-1] not in HEADINGS else []
        raise UnreadableSheet(
            _("A column is missing: %(columns)s.") % {"columns": "; ".join(words)}
        )


def _unreadable(line: int) -> UnreadableSheet:
    return UnreadableSheet(
        _("Line %(line)s can’t be read: a quotation mark may be missing there.") % {"line": line}
    )


def _no_list() -> UnreadableSheet:
    return UnreadableSheet(
        _(
            "This is no list of payments: save it as CSV, with a comma, a semicolon or a tab between columns."
        )
    )
