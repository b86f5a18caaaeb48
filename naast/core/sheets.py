"""Lists on the way out: xlsx, csv and json, in which nothing can act as a formula."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

# A spreadsheet runs what starts like this. The mark in front is taken off again on the way in.
_LIKE_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_MARKED = re.compile(r"'+[=+\-@\t\r]")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
CONTENT_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula; `plain` gives the same text back."""
    return f"'{text}" if _LIKE_FORMULA.match(text) else text


def plain(text: str) -> str:
    """Undo `neutral`; a list from elsewhere may carry the same mark."""
    return text[1:] if _MARKED.match(text) else text


def writable(value: Any) -> Any:
    """Without the signs that no spreadsheet file can hold."""
    return _UNWRITABLE.sub("", value) if isinstance(value, str) else value


def as_csv(headings: list[str], rows: Iterable[list[Any]]) -> Iterator[bytes]:
    """Comma-separated, in UTF-8 with the mark that Excel needs; a piece per row."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    yield b"\xef\xbb\xbf"
    for row in chain([headings], rows):
        writer.writerow([neutral(_as_csv_text(value)) for value in row])
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()


def _as_csv_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return str(writable(value))


def as_json(codes: list[str], rows: Iterable[list[Any]], kind: str) -> Iterator[bytes]:
    """One object with the kind and its rows; empty values are left out. A piece per row."""
    yield f'{{"kind": {json.dumps(kind)}, "rows": ['.encode()
    for number, row in enumerate(rows):
        filled = {
            code: _as_json_value(value)
            for code, value in zip(codes, row, strict=True)
            if value not in {None, ""}
        }
        yield (",\n" if number else "\n").encode() + json.dumps(filled, ensure_ascii=False).encode()
    yield b"\n]}\n"


def _as_json_value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def as_xlsx(headings: list[str], rows: Iterable[list[Any]], title: str) -> bytes:
    """A workbook with one sheet; text stays text, dates are dates, the heading stays in view."""
    buffer = io.BytesIO()
    write_xlsx(buffer, headings, rows, title)
    return buffer.getvalue()


def write_xlsx(file: IO[bytes], headings: list[str], rows: Iterable[list[Any]], title: str) -> None:
    """The same into a file, row by row: a list of any length takes a constant amount of memory."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(re.sub(r"[\[\]:*?/\\']", " ", title)[:31] or "1")
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, heading, is_heading=True) for heading in headings])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    workbook.save(file)


def _cell(sheet: Any, value: Any, *, is_heading: bool = False) -> Any:
    if isinstance(value, Decimal):
        number = WriteOnlyCell(sheet)
        number.value, number.number_format = value, "#,##0.00"
        return number
    if not isinstance(value, str) and not is_heading:
        return value
    text = writable(value)
    if not is_heading and not _LIKE_FORMULA.match(text):
        return text
    cell = WriteOnlyCell(sheet, text)
    if text:
        cell.data_type = "s"
    if is_heading:
        cell.font = Font(bold=True)
    else:
        # Also after somebody edits the cell it stays text.
        cell.quotePrefix = True
    return cell
