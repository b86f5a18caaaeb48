"""A file becomes sheets: grids of cells that remember the row and column the user sees."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from naast.core.sheets import plain
from naast.exchange.container import MOST_CELLS, MOST_ROWS, Container, recognise
from naast.exchange.errors import UnreadableFile

Cell = str | int | float | bool | date | datetime | time | timedelta
DELIMITERS = ";,\t|"
_SAMPLE_LINES = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows[0]` is row 1 of the spreadsheet and `rows[n][0]` its column A."""

    name: str
    rows: list[list[Cell]]
    hidden: bool = False

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)

    @property
    def is_empty(self) -> bool:
        """Nothing but empty cells."""
        return not any(is_filled(cell) for row in self.rows for cell in row)

    def filled_rows(self, after: int = 0) -> Iterator[tuple[int, list[Cell]]]:
        """The rows with something in them below row `after`, with the row number the user sees."""
        for number, row in enumerate(self.rows[after:], start=after + 1):
            if any(is_filled(cell) for cell in row):
                yield number, row


@dataclass(frozen=True, slots=True)
class Sheets:
    """All sheets of one file, in the order of the file; never empty."""

    name: str
    sheets: tuple[Sheet, ...]

    def named(self, name: str) -> Sheet:
        """The sheet of that name, whatever the case. Raises UnreadableFile when there is none."""
        for sheet in self.sheets:
            if sheet.name.casefold() == name.strip().casefold():
                return sheet
        raise UnreadableFile(
            _("This file has no sheet “%(name)s”. It has: %(others)s.")
            % {"name": name, "others": ", ".join(sheet.name for sheet in self.sheets)}
        )


def is_filled(cell: Cell) -> bool:
    """Whether the user sees anything in this cell."""
    return not isinstance(cell, str) or bool(cell.strip())


def as_text(cell: Cell) -> str:
    """The cell as plain text, the way it would be typed."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    return str(cell)


def column_letters(index: int) -> str:
    """The letters above a column: 0 is A, 26 is AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def read_path(path: Path) -> Sheets:
    """Read a file from disk. Raises UnreadableFile, also when it is absent or too large."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UnreadableFile(_("This is a folder, not a file."))
        _refuse_large(size)
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            _("There is no file %(name)s that can be read.") % {"name": path.name}
        ) from error
    return read_bytes(content, path.name)


def read_bytes(content: bytes, name: str) -> Sheets:
    """Read the content of a file. Raises UnreadableFile with one sentence; changes nothing."""
    _refuse_large(len(content))
    container = recognise(content, name)
    if container is Container.TEXT:
        sheets = _read_json(content) if name.lower().endswith(".json") else _read_text(content)
    else:
        sheets = _read_workbook(content)
    if all(sheet.is_empty for sheet in sheets):
        raise UnreadableFile(_("There is nothing in this file: every cell is empty."))
    return Sheets(name, tuple(sheets))


def _refuse_large(size: int) -> None:
    limit: int = settings.UPLOAD_LIMIT_BYTES
    if size > limit:
        raise UnreadableFile(
            _(
                "This file is %(size)s MB; at most %(limit)s MB can be loaded at once. Split the list, or remove pictures from it."
            )
            % {
                "size": max(1, round(size / 1024 / 1024)),
                "limit": max(1, round(limit / 1024 / 1024)),
            }
        )


# --- workbooks -------------------------------------------------------------------------------------


def _read_workbook(content: bytes) -> list[Sheet]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return [
                _sheet(
                    workbook.get_sheet_by_name(entry.name),
                    entry.visible != SheetVisibleEnum.Visible,
                )
                for entry in workbook.sheets_metadata
                if entry.typ == SheetTypeEnum.WorkSheet
            ]
    except PasswordError as error:
        raise UnreadableFile(
            _(
                "This file is protected with a password. Save it without a password and choose it again."
            )
        ) from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise UnreadableFile(
            _(
                "This file is damaged and can't be opened. Save it again from your spreadsheet program."
            )
        ) from error


def _sheet(sheet: CalamineSheet, hidden: bool) -> Sheet:
    if sheet.total_height > MOST_ROWS or sheet.total_height * sheet.total_width > MOST_CELLS:
        raise UnreadableFile(
            _(
                "This sheet is too large: it reaches to row %(rows)s and column %(columns)s. Remove what lies outside the list, or split it."
            )
            % {"rows": sheet.total_height, "columns": sheet.total_width}
        )
    rows: list[list[Cell]] = sheet.to_python(skip_empty_area=False)
    _fill_merged(rows, sheet.merged_cell_ranges or [])
    return Sheet(sheet.name, rows, hidden)


def _fill_merged(
    rows: list[list[Cell]], ranges: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    """A value merged over several rows belongs to each of them (sideways it is a title)."""
    for (top, left), (bottom, _right) in ranges:
        if bottom == top or top >= len(rows) or left >= len(rows[top]):
            continue
        value = rows[top][left]
        for row in rows[top + 1 : bottom + 1]:
            if not is_filled(row[left]):
                row[left] = value


# --- text ------------------------------------------------------------------------------------------


def decode(content: bytes) -> str:
    """Text in UTF-8 or UTF-16, with or without a mark, or else in Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    sample = content[:4096]
    if sample.count(0) >= len(sample) // 4 > 0:
        little = sample[1::2].count(0) >= sample[0::2].count(0)
        return content.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; Latin-1 reads every byte.
        return content.decode("latin-1")


def _read_text(content: bytes) -> list[Sheet]:
    text = decode(content)
    delimiter = ""
    first, _newline, rest = text.partition("\n")
    if first.strip().strip('"').lower().startswith("sep=") and len(first.strip().strip('"')) == 5:
        # Excel's own hint; the spreadsheet does not show it as a row.
        delimiter, text = first.strip().strip('"')[-1], rest
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or sniff(text))
        rows: list[list[Cell]] = []
        for row in reader:
            rows.append([plain(cell) if cell.startswith("'") else cell for cell in row])
            if len(rows) > MOST_ROWS:
                raise UnreadableFile(
                    _(
                        "This list has more than %(rows)s rows. Split it and load the parts one by one."
                    )
                    % {"rows": MOST_ROWS}
                )
    except csv.Error as error:
        raise UnreadableFile(
            _("This list can't be read: somewhere a quotation mark opens and never closes.")
        ) from error
    return [Sheet(_("List"), rows)]


def _read_json(content: bytes) -> list[Sheet]:
    """Our own export: {"kind": …, "rows": [{field: value}, …]}, or the list of rows alone."""
    try:
        found = json.loads(decode(content))
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(
            _("This file is damaged and can't be opened. Export the list again.")
        ) from error
    rows = found.get("rows") if isinstance(found, dict) else found
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UnreadableFile(_("This is not a list: a JSON file needs an object with “rows”."))
    headings = list(dict.fromkeys(str(key) for row in rows for key in row))
    cells: list[list[Cell]] = [[_json_cell(row.get(key)) for key in headings] for row in rows]
    return [Sheet(_("List"), [list(headings), *cells])]


def _json_cell(value: object) -> Cell:
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def sniff(text: str) -> str:
    """The character between the cells: the one that cuts most rows into the same number of cells."""
    sample = "\n".join(text.splitlines()[:_SAMPLE_LINES])
    best, best_score = ";", 0.0
    for delimiter in DELIMITERS:
        try:
            counts = [
                len(row) for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if row
            ]
        except csv.Error:
            continue
        common, times = (
            Counter(count for count in counts if count > 1).most_common(1)[0]
            if any(count > 1 for count in counts)
            else (1, 0)
        )
        score = times / len(counts) * (1 + min(common, 20) / 20) if counts else 0.0
        if score > best_score:
            best, best_score = delimiter, score
    return best
