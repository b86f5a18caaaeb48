"""Files as they come: every kind that holds a list, and every kind that does not."""

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from naast.exchange.errors import UnreadableFile
from naast.exchange.reading import column_letters, read_bytes, read_path
from tests.exchange.conftest import workbook

ROWS = [["Naam", "Mail"], ["Jan Peeters", "jan@voorbeeld.example"]]
ODS = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="Blad1">%s</table:table></office:spreadsheet></office:body></office:document-content>"""


def ods_cell(text: str, extra: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{extra}><text:p>{text}</text:p></table:table-cell>'


def ods(body: str, **extra: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS % body)
        archive.writestr("META-INF/manifest.xml", extra.get("manifest", "<manifest/>"))
    return buffer.getvalue()


def with_entry(name: str, content: bytes) -> bytes:
    """A good xlsx with one more entry."""
    buffer = io.BytesIO(workbook(("Blad1", ROWS)))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def only_row(content: bytes, name: str) -> tuple[int, list[Any]]:
    """Row number and cells of the row with Jan in it."""
    sheet = read_bytes(content, name).sheets[0]
    (found,) = [
        (number, row)
        for number, row in sheet.filled_rows()
        if any("Jan" in str(cell) for cell in row)
    ]
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_is_read_in_every_encoding_and_with_every_divider(
    encoding: str, delimiter: str
) -> None:
    lines = ["Lijst van de buddy’s", "", delimiter.join(["Naam", "Plaats", "Mail"])]
    lines += [
        delimiter.join([f'"Peeters{delimiter} Émile {number}"', "Liège", "x@voorbeeld.example"])
        for number in range(5)
    ]
    sheet = read_bytes("\r\n".join(lines).encode(encoding), "lijst.csv").sheets[0]

    rows = dict(sheet.filled_rows())
    assert rows[3] == ["Naam", "Plaats", "Mail"]
    assert rows[4] == [f"Peeters{delimiter} Émile 0", "Liège", "x@voorbeeld.example"]


def test_the_hint_of_excel_is_no_row() -> None:
    assert only_row(b"sep=;\r\nNaam;Mail\r\nJan, Piet;j\r\n", "l.csv") == (2, ["Jan, Piet", "j"])


def test_a_cell_with_lines_in_it_is_one_row() -> None:
    assert only_row(b'a,b\n"x\ny",1\n\nJan,2\n', "l.csv")[0] == 4


@pytest.mark.parametrize("empty_rows", [0, 1, 7])
@pytest.mark.parametrize("empty_columns", [0, 2])
def test_a_row_keeps_the_number_the_user_sees(empty_rows: int, empty_columns: int) -> None:
    left: list[Any] = [None] * empty_columns
    rows: list[list[Any]] = [
        ["Titel"],
        [None],
        [*left, "Naam"],
        *([[None]] * empty_rows),
        [*left, "Jan"],
    ]
    number, cells = only_row(workbook(("Blad1", rows)), "l.xlsx")
    assert number == 4 + empty_rows
    assert cells.index("Jan") == empty_columns


def test_dates_and_numbers_keep_their_kind_and_formulas_give_their_text() -> None:
    content = workbook(("Blad1", [["Jan", date(1958, 7, 3), 9000, "=1+1", "@x"]]))
    assert only_row(content, "l.xlsx")[1] == ["Jan", date(1958, 7, 3), 9000, "=1+1", "@x"]


def test_a_value_merged_over_rows_belongs_to_each_and_sideways_only_to_the_first() -> None:
    rows: list[list[Any]] = [["Titel", None], ["Gent", "Jan"], [None, "Eva"]]
    sheet = read_bytes(workbook(("Blad1", rows), merged=("A1:B1", "A2:A3")), "l.xlsx").sheets[0]
    assert sheet.rows == [["Titel", ""], ["Gent", "Jan"], ["Gent", "Eva"]]


def test_every_sheet_is_there_and_can_be_named() -> None:
    sheets = read_bytes(workbook(("Een", ROWS), ("Twee", ROWS)), "l.xlsx")
    assert [sheet.name for sheet in sheets.sheets] == ["Een", "Twee"]
    assert sheets.named(" twee ").name == "Twee"
    with pytest.raises(UnreadableFile, match="Een, Twee"):
        sheets.named("Drie")


def test_an_ods_is_read_with_repeated_empty_rows() -> None:
    body = (
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        f"<table:table-row>{ods_cell('Jan')}{ods_cell('=1+1')}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    )
    assert only_row(ods(body), "l.ods") == (4, ["Jan", "=1+1"])


def far_corner() -> bytes:
    book = Workbook()
    sheet = cast(Worksheet, book.active)
    sheet["A1"], sheet["XFD1048576"] = "Naam", "x"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def lying_bomb() -> bytes:
    """An entry that says it is small and unpacks to 60 MB."""
    content = bytearray(with_entry("xl/media/x.bin", b"\0" * (60 * 1024 * 1024)))
    place = content.rfind(b"PK\x01\x02")
    content[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    return bytes(content)


MANY = ods_cell("x", ' table:number-columns-repeated="9999999"')
REPEATED = f"<table:table-row>{MANY}</table:table-row>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
REFUSED = {
    "empty": (b"", "l.xlsx"),
    "only a mark": (b"\xef\xbb\xbf \r\n", "l.csv"),
    "empty cells": (workbook(("Blad1", [[" "]])), "l.xlsx"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "l.xlsx"),
    "password in ods": (ods("", manifest="<manifest:encryption-data/>"), "l.ods"),
    "macro": (with_entry("xl/vbaProject.bin", b"x"), "l.xlsx"),
    "macro by name": (workbook(("Blad1", ROWS)), "l.xlsm"),
    "macro in xls": (OLE + "_VBA_PROJECT".encode("utf-16-le"), "l.xls"),
    "bomb": (with_entry("xl/media/x.bin", b"\0" * (60 * 1024 * 1024)), "l.xlsx"),
    "lying bomb": (lying_bomb(), "l.xlsx"),
    "far corner": (far_corner(), "l.xlsx"),
    "repeated cells": (ods(REPEATED), "l.ods"),
    "png": (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "l.xlsx"),
    "pdf": (b"%PDF-1.7 ...", "l.csv"),
    "web page": (b"<html><table><tr><td>Naam</td></tr></table></html>", "l.xls"),
    "text called xlsx": (b"Naam;Mail\nJan;x\n", "l.xlsx"),
    "xlsx called csv": (workbook(("Blad1", ROWS)), "l.csv"),
    "word": (OLE + "WordDocument".encode("utf-16-le"), "l.xls"),
    "broken zip": (workbook(("Blad1", ROWS))[:-200], "l.xlsx"),
    "broken inside": (b"PK\x03\x04" + b"x" * 500, "l.xlsx"),
    "broken xls": (OLE + "Workbook".encode("utf-16-le"), "l.xls"),
    "noise": (bytes(range(256)) * 20, "l.csv"),
    "open quote": (b'a,b\n"' + b"x" * 200_000, "l.csv"),
    "json that is no list": (b'{"rows": 3}', "l.json"),
    "broken json": (b'{"rows": [', "l.json"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_list_gets_one_sentence(case: str) -> None:
    content, name = REFUSED[case]
    with pytest.raises(UnreadableFile) as refused:
        read_bytes(content, name)
    sentence = str(refused.value)
    assert sentence.count("\n") == 0
    assert 15 < len(sentence) < 250


def test_a_file_over_the_limit_is_refused_before_it_is_read(settings: Any, tmp_path: Path) -> None:
    settings.UPLOAD_LIMIT_BYTES = 1024 * 1024
    path = tmp_path / "l.xlsx"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    with pytest.raises(UnreadableFile, match="300 MB"):
        read_path(path)


def test_a_file_that_is_not_there_or_a_folder_gets_one_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "weg.csv", tmp_path):
        with pytest.raises(UnreadableFile):
            read_path(path)


def test_columns_have_the_letters_of_the_spreadsheet() -> None:
    assert [column_letters(index) for index in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]
