"""What a file really is, and whether it is safe to open: looked at before any reader touches it."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext as _

from naast.exchange.errors import UnreadableFile

MOST_INFLATED = 300 * 1024 * 1024
# Real spreadsheets shrink 5 to 20 times; very regular ones up to 100. Small files may do as they like.
MOST_RATIO = 250
RATIO_FROM = 20 * 1024 * 1024
MOST_ENTRIES = 2_000
# A sheet is a rectangle in memory: one filled cell in the far corner would fill the machine.
MOST_ROWS = 200_000
MOST_CELLS = 6_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRANGERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"SQLite format 3", "SQLite"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
)


class Container(Enum):
    """The kinds of file that hold a list."""

    XLSX = "xlsx"
    ODS = "ods"
    XLS = "xls"
    TEXT = "text"


# What a file name promises. An .xls may be text: many older systems export it that way.
_PROMISES: dict[str, frozenset[Container]] = {
    "xlsx": frozenset({Container.XLSX}),
    "ods": frozenset({Container.ODS}),
    "xls": frozenset({Container.XLS, Container.TEXT}),
    "csv": frozenset({Container.TEXT}),
    "tsv": frozenset({Container.TEXT}),
    "tab": frozenset({Container.TEXT}),
    "txt": frozenset({Container.TEXT}),
    "json": frozenset({Container.TEXT}),
}


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    read: Callable[[], bytes]


def recognise(content: bytes, name: str) -> Container:
    """What kind of file this is, after looking inside.

    Raises UnreadableFile with one sentence when it is empty, locked, carries macros, unpacks to
    something enormous, is broken, or is not what its name says.
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile(_("This file is empty."))
    extension = name.rpartition(".")[2].lower()
    if extension in {"xlsm", "xltm", "xlsb", "xlam"}:
        raise UnreadableFile(_macro_sentence())
    found = _from_magic(content)
    if extension in _PROMISES and found not in _PROMISES[extension]:
        raise UnreadableFile(
            _(
                "This file is called .%(extension)s, but it is something else inside. Save it again from your spreadsheet program as .xlsx or .csv."
            )
            % {"extension": extension}
        )
    return found


def _from_magic(content: bytes) -> Container:
    if content.startswith(b"PK"):
        return _look_into_zip(content)
    if content.startswith(_OLE):
        return _look_into_ole(content)
    for magic, label in _STRANGERS:
        if content.startswith(magic):
            raise UnreadableFile(
                _(
                    "This is a %(kind)s file, not a spreadsheet. Save the list as .xlsx, .ods or .csv."
                )
                % {"kind": label}
            )
    return _look_into_text(content)


def _look_into_text(content: bytes) -> Container:
    head = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<?xml", b"<table", b"<svg")):
        raise UnreadableFile(
            _(
                "This is a web page or XML file, not a spreadsheet. Open it in your spreadsheet program and save it as .xlsx."
            )
        )
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Container.TEXT
    sample = content[:65536]
    # UTF-16 without a mark has a zero in every second byte; anything else with zeros is not text.
    strange = sum(sample.count(bytes([code])) for code in (*range(1, 9), 14, 15, 16, 17, 18))
    zeros = sample.count(0)
    if strange > len(sample) // 200 or 0 < zeros < len(sample) // 4:
        raise UnreadableFile(
            _(
                "This file is not a list that can be read. Save it from your spreadsheet program as .xlsx or .csv."
            )
        )
    return Container.TEXT


def _look_into_ole(content: bytes) -> Container:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        raise UnreadableFile(_password_sentence())
    if holds("_VBA_PROJECT"):
        raise UnreadableFile(_macro_sentence())
    if holds("Workbook") or holds("Book"):
        return Container.XLS
    raise UnreadableFile(
        _("This is an Office file, but not a spreadsheet. Save the list as .xlsx or .csv.")
    )


def _look_into_zip(content: bytes) -> Container:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableFile(_broken_sentence()) from error
    names = {entry.filename for entry in entries}
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise UnreadableFile(_password_sentence())
    if any(_carries_macro(name) for name in names):
        raise UnreadableFile(_macro_sentence())
    kind = _kind_of_zip(names)
    _refuse_bomb(content, entries)
    try:
        if kind is Container.ODS:
            _check_ods(archive, names)
        else:
            _check_xlsx(archive, names)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise UnreadableFile(_broken_sentence()) from error
    return kind


def _carries_macro(name: str) -> bool:
    lowered = name.lower()
    return lowered.endswith("vbaproject.bin") or (
        lowered.startswith(("basic/", "scripts/")) and not lowered.endswith("/")
    )


def _kind_of_zip(names: set[str]) -> Container:
    if "xl/workbook.xml" in names:
        return Container.XLSX
    if "content.xml" in names:
        return Container.ODS
    if "word/document.xml" in names:
        raise UnreadableFile(
            _(
                "This is a Word document, not a spreadsheet. Copy the list into a spreadsheet and save it as .xlsx."
            )
        )
    raise UnreadableFile(
        _(
            "This is a packed file without a spreadsheet in it. Unpack it first and choose the list itself."
        )
    )


def _refuse_bomb(content: bytes, entries: list[zipfile.ZipInfo]) -> None:
    """Unpack everything into nothing and count: the sizes written in the file may lie."""
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or _is_bomb(total, len(content)):
        raise UnreadableFile(_bomb_sentence())
    total = 0
    for entry in entries:
        for size in _inflated(content, entry):
            total += size
            if _is_bomb(total, len(content)):
                raise UnreadableFile(_bomb_sentence())


def _is_bomb(inflated: int, packed: int) -> bool:
    return inflated > MOST_INFLATED or (inflated > RATIO_FROM and inflated > MOST_RATIO * packed)


def _inflated(content: bytes, entry: zipfile.ZipInfo) -> Iterator[int]:
    """The sizes of the pieces an entry really unpacks to."""
    if entry.compress_type == zipfile.ZIP_STORED:
        yield entry.compress_size
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise UnreadableFile(_broken_sentence())
    header = content[entry.header_offset : entry.header_offset + 30]
    start = entry.header_offset + 30 + int.from_bytes(header[26:28], "little")
    start += int.from_bytes(header[28:30], "little")
    packed = content[start : start + entry.compress_size]
    inflater = zlib.decompressobj(-15)
    try:
        while packed and not inflater.eof:
            yield len(inflater.decompress(packed, 1 << 20))
            packed = inflater.unconsumed_tail
    except zlib.error as error:
        raise UnreadableFile(_broken_sentence()) from error


# --- how far a sheet reaches ---------------------------------------------------------------------

_XLSX_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
_XLSX_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,7})"[^>]*>\s*<(?:\w+:)?c\b(?![^>]*\br=)')
_ODS_TABLE = re.compile(rb"<table:table[ >].*?</table:table>", re.DOTALL)
_ODS_ROW = re.compile(
    rb"<table:table-row\b([^>]*)/>|<table:table-row\b([^>]*)>(.*?)</table:table-row>", re.DOTALL
)
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*?)(/?)>")
_ROWS_REPEATED = re.compile(rb'number-rows-repeated="(\d+)"')
_COLUMNS_REPEATED = re.compile(rb'number-columns-repeated="(\d+)"')


def _check_xlsx(archive: zipfile.ZipFile, names: set[str]) -> None:
    for name in names:
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            sheet = archive.read(name)
            corners = set(_XLSX_CELL.findall(sheet))
            rows = max((int(row) for _letters, row in corners), default=0)
            rows = max(rows, max(map(int, _XLSX_ROW.findall(sheet)), default=0))
            columns = max((_column(letters) for letters in {c for c, _row in corners}), default=0)
            _refuse_vast(rows, columns)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_ods(archive: zipfile.ZipFile, names: set[str]) -> None:
    if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read(
        "META-INF/manifest.xml"
    ):
        raise UnreadableFile(_password_sentence())
    content = archive.read("content.xml")
    if b"office:spreadsheet" not in content:
        raise UnreadableFile(
            _("This is an Office file, but not a spreadsheet. Save the list as .xlsx or .csv.")
        )
    for table in _ODS_TABLE.finditer(content):
        _refuse_vast(*_reach_of_table(table[0]))


def _reach_of_table(table: bytes) -> tuple[int, int]:
    row = last_row = widest = 0
    for match in _ODS_ROW.finditer(table):
        repeated = _ROWS_REPEATED.search(match[1] or match[2] or b"")
        row += int(repeated[1]) if repeated else 1
        width = _reach_of_row(match[3] or b"")
        if width:
            last_row, widest = row, max(widest, width)
    return last_row, widest


def _reach_of_row(row: bytes) -> int:
    column = last = 0
    for attributes, closed in _ODS_CELL.findall(row):
        repeated = _COLUMNS_REPEATED.search(attributes)
        column += int(repeated[1]) if repeated else 1
        if not closed or b"office:value" in attributes:
            last = column
    return last


def _refuse_vast(rows: int, columns: int) -> None:
    if rows > MOST_ROWS or rows * columns > MOST_CELLS:
        raise UnreadableFile(
            _(
                "This sheet is too large: it reaches to row %(rows)s and column %(columns)s. Remove what lies outside the list, or split it."
            )
            % {"rows": rows, "columns": columns}
        )


# --- sentences used more than once ---------------------------------------------------------------


def _password_sentence() -> str:
    return _(
        "This file is protected with a password. Save it without a password and choose it again."
    )


def _macro_sentence() -> str:
    return _(
        "This file carries macros (little programs). Save it as a plain .xlsx without macros and choose it again."
    )


def _bomb_sentence() -> str:
    return _("This file unpacks to something far larger than a list can be, so it was not opened.")


def _broken_sentence() -> str:
    return _(
        "This file is damaged and can't be opened. Save it again from your spreadsheet program."
    )
