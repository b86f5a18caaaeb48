"""Files as organisations bring them, made on the spot."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = list[list[Any]]
Xlsx = Callable[..., bytes]


def workbook(*sheets: tuple[str, Rows], merged: tuple[str, ...] = ()) -> bytes:
    """An xlsx with these sheets; `merged` are ranges of the first one."""
    book = Workbook()
    book.remove(cast(Worksheet, book.active))
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                cell = sheet.cell(number, column)
                if isinstance(value, str) and value.startswith("="):
                    cell.value = value
                    cell.data_type = "s"
                elif value is not None:
                    cell.value = value
    for area in merged:
        book.worksheets[0].merge_cells(area)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def first_sheet(content: bytes) -> Worksheet:
    """The first sheet of an xlsx that went out."""
    return cast(Worksheet, load_workbook(io.BytesIO(content)).active)


@pytest.fixture
def list_file(tmp_path: Path) -> Callable[[Rows], Path]:
    """Write one sheet of rows to a file."""

    def make(rows: Rows, name: str = "lijst.xlsx") -> Path:
        path = tmp_path / name
        path.write_bytes(workbook(("Blad1", rows)))
        return path

    return make
