"""Which row is the heading, and which column means which field: a guess, shown for correction."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from difflib import SequenceMatcher
from functools import lru_cache

from naast.exchange.reading import Cell, Sheet, Sheets, as_text, column_letters, is_filled
from naast.exchange.values.dates import Meaning, parse_date
from naast.exchange.values.languages import parse_languages
from naast.exchange.values.phones import parse_phone
from naast.exchange.values.places import parse_postcode
from naast.exchange.values.readings import Reading, folded
from naast.exchange.values.words import parse_email, parse_gender
from naast.exchange.vocabulary import field_named, is_leftovers, known_words

SURE, LIKELY, GUESS = 1.0, 0.8, 0.5
# Below title rows and logos; a heading further down than this is no heading any more.
_SEARCH_DEPTH = 40
_SAMPLE = 60
# A mail address, a long number or a date: no heading has them.
_VALUE = re.compile(r"@|\d{4}|\d[/.-]\d")
_NUMBERED = re.compile(r"\s*\d{1,2}$")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the sheet and what we think it means. An empty `field` is not taken."""

    index: int
    heading: str
    field: str = ""
    certainty: float = 0.0
    samples: tuple[str, ...] = ()

    @property
    def letters(self) -> str:
        """The letters above the column in the spreadsheet."""
        return column_letters(self.index)

    @property
    def name(self) -> str:
        """What to call the column in a sentence: its heading, or its letters."""
        return self.heading or self.letters


@dataclass(frozen=True, slots=True)
class Understanding:
    """What we made of a sheet: row `heading_row` (1-based, 0 for none) and its columns."""

    sheet: str
    heading_row: int
    columns: tuple[Column, ...]

    @property
    def unmapped(self) -> list[Column]:
        """Columns with something in them that lead nowhere: reported, never dropped unseen."""
        return [column for column in self.columns if not column.field]

    @property
    def score(self) -> float:
        """How much of the heading was understood."""
        return sum(column.certainty for column in self.columns)

    def mapping(self) -> dict[int, str]:
        """Column number to field, for the columns that are taken."""
        return {column.index: column.field for column in self.columns if column.field}

    def with_mapping(self, mapping: dict[int, str]) -> "Understanding":
        """The same sheet with the columns as somebody set them."""
        return replace(
            self,
            columns=tuple(
                replace(column, field=mapping.get(column.index, ""), certainty=SURE)
                for column in self.columns
            ),
        )


def understand(sheets: Sheets, kind: str, *, country: str, today: date) -> Understanding:
    """The sheet of the file that looks most like this kind of list, and its columns."""
    seen = [sheet for sheet in sheets.sheets if not sheet.hidden and not sheet.is_empty]
    candidates = seen or [sheet for sheet in sheets.sheets if not sheet.is_empty]
    found = [understand_sheet(sheet, kind, country=country, today=today) for sheet in candidates]
    return max(found, key=lambda each: each.score)


def understand_sheet(
    sheet: Sheet, kind: str, *, country: str, today: date, heading_row: int | None = None
) -> Understanding:
    """The heading row and columns of one sheet. `heading_row` 0 says that there is none."""
    row = find_heading_row(sheet, kind) if heading_row is None else heading_row
    headings = sheet.rows[row - 1] if 0 < row <= len(sheet.rows) else []
    columns = _named_columns(sheet, row, headings, kind)
    guessed = _guess_from_content(columns, sheet, (row, kind, country, today))
    return Understanding(sheet.name, row, tuple(guessed))


def find_heading_row(sheet: Sheet, kind: str) -> int:
    """The row (1-based) with the most known words; 0 when no row looks like a heading."""
    best, best_score = 0, 0.0
    for number, row in sheet.filled_rows():
        if number > _SEARCH_DEPTH:
            break
        words = [cell for cell in row if isinstance(cell, str) and cell.strip()]
        found = {
            code: certainty for code, certainty in (match(word, kind) for word in words) if code
        }
        score = sum(found.values())
        # One known word alone is a heading only when nothing beside it looks like a value.
        if (len(found) >= 2 or (found and _holds_only_words(row))) and score > best_score:
            best, best_score = number, score
    return best


def _holds_only_words(row: list[Cell]) -> bool:
    filled = [cell for cell in row if is_filled(cell)]
    return all(isinstance(cell, str) and not _VALUE.search(cell) for cell in filled)


@lru_cache(maxsize=20_000)
def match(heading: str, kind: str) -> tuple[str, float]:
    """The field a heading means, with how sure we are; ("", 0) when it means nothing to us."""
    known = known_words(kind)
    plain = folded(re.sub(r"\([^)]*\)|\*", " ", heading)) or folded(heading)
    for wording in (folded(heading), plain, _NUMBERED.sub("", plain)):
        if wording in known:
            return known[wording], SURE
    if len(plain) > 60:
        return "", 0.0
    padded = f" {plain} "
    inside = [word for word in known if len(word) > 2 and f" {word} " in padded]
    if inside:
        return known[max(inside, key=len)], LIKELY
    return _near(plain, known)


def _near(plain: str, known: dict[str, str]) -> tuple[str, float]:
    if len(plain) < 5:
        return "", 0.0
    best, best_ratio = "", 0.0
    for word in known:
        if abs(len(word) - len(plain)) <= 2 and word[0] == plain[0]:
            ratio = SequenceMatcher(None, plain, word).ratio()
            if ratio > best_ratio:
                best, best_ratio = word, ratio
    return (known[best], 0.7) if best_ratio >= 0.84 else ("", 0.0)


def _named_columns(sheet: Sheet, row: int, headings: list[Cell], kind: str) -> list[Column]:
    samples = _samples(sheet, row)
    columns = []
    ours = 2 if is_leftovers([as_text(heading) for heading in headings[:2]]) else 0
    for index in range(ours, sheet.width):
        heading = as_text(headings[index]) if index < len(headings) else ""
        heading = " ".join(heading.split())
        if not heading and not samples[index]:
            continue
        field, certainty = match(heading, kind) if heading else ("", 0.0)
        columns.append(
            Column(index, heading, field, certainty, tuple(map(as_text, samples[index][:3])))
        )
    return _settle_names(_each_once(columns, kind), kind, samples)


def _samples(sheet: Sheet, row: int) -> list[list[Cell]]:
    """The first filled cells below the heading, a list for each column."""
    samples: list[list[Cell]] = [[] for _column in range(sheet.width)]
    for number, (_row, cells) in enumerate(sheet.filled_rows(after=row)):
        if number >= _SAMPLE * 4:
            break
        for index, cell in enumerate(cells):
            if len(samples[index]) < _SAMPLE and is_filled(cell):
                samples[index].append(cell)
    return samples


def _each_once(columns: list[Column], kind: str) -> list[Column]:
    """A field that can be said once goes to its surest column; the others are left unmapped."""
    taken: dict[str, Column] = {}
    for column in sorted(columns, key=lambda each: (-each.certainty, each.index)):
        field = field_named(kind, column.field)
        if field and not field.is_many:
            taken.setdefault(column.field, column)
    return [
        column
        if column.field not in taken or taken[column.field] is column
        else replace(column, field="", certainty=0.0)
        for column in columns
    ]


def _settle_names(columns: list[Column], kind: str, samples: list[list[Cell]]) -> list[Column]:
    """«Naam» beside «Voornaam» is the family name; alone, with two words in its cells, the whole."""
    if kind not in {"volunteers", "participants"}:
        return columns
    fields = {column.field for column in columns}
    settled = []
    for column in columns:
        if column.field == "family_name" and not fields & {"given_name", "full_name"}:
            column = replace(column, field="full_name")  # noqa: PLW2901 -- one column, corrected in place
        elif column.field == "full_name" and "given_name" in fields and "family_name" not in fields:
            whole = [
                text
                for cell in samples[column.index]
                if " " in (text := as_text(cell)) or "," in text
            ]
            if len(whole) * 2 < len(samples[column.index]):
                column = replace(column, field="family_name")  # noqa: PLW2901 -- as above
        settled.append(column)
    return settled


# --- what the cells say when the heading says nothing --------------------------------------------

_Test = Callable[[Cell, str, date], bool]


def _is_mail(cell: Cell, _country: str, _today: date) -> bool:
    return isinstance(cell, str) and "@" in cell and isinstance(parse_email(cell), Reading)


def _is_postcode(cell: Cell, country: str, _today: date) -> bool:
    return isinstance(parse_postcode(as_text(cell), country), Reading)


def _is_phone(cell: Cell, country: str, _today: date) -> bool:
    text = as_text(cell)
    return sum(letter.isdigit() for letter in text) >= 8 and isinstance(
        parse_phone(text, country), Reading
    )


def _is_birth_date(cell: Cell, _country: str, today: date) -> bool:
    if not isinstance(cell, date | datetime) and as_text(cell).isdigit():
        return False
    read = parse_date(cell, Meaning.BIRTH, today)
    return isinstance(read, Reading) and read.value.year < today.year - 14


def _is_recent_date(cell: Cell, _country: str, today: date) -> bool:
    if not isinstance(cell, date | datetime) and as_text(cell).isdigit():
        return False
    read = parse_date(cell, Meaning.VISIT, today)
    return isinstance(read, Reading) and read.value.year >= today.year - 14


def _is_gender(cell: Cell, _country: str, _today: date) -> bool:
    return isinstance(parse_gender(as_text(cell)), Reading)


def _is_language(cell: Cell, _country: str, _today: date) -> bool:
    text = as_text(cell)
    read = parse_languages(text) if len(text) > 1 and not text.isdigit() else None
    return isinstance(read, Reading) and not read.is_doubtful


_TESTS: dict[str, tuple[tuple[str, _Test], ...]] = {
    "volunteers": (
        ("email", _is_mail),
        ("birth_on", _is_birth_date),
        ("phone", _is_phone),
        ("postcode", _is_postcode),
        ("gender", _is_gender),
        ("languages", _is_language),
    ),
    "matches": (("volunteer_email", _is_mail), ("started_on", _is_recent_date)),
    "visits": (("volunteer_email", _is_mail), ("visited_on", _is_recent_date)),
}
_TESTS["participants"] = _TESTS["volunteers"]


def _guess_from_content(
    columns: list[Column], sheet: Sheet, context: tuple[int, str, str, date]
) -> list[Column]:
    row, kind, country, today = context
    taken = {column.field for column in columns}
    samples = _samples(sheet, row)
    guessed = []
    for column in columns:
        # A heading that says something else is believed; only a missing or odd one is overruled.
        cells = (
            samples[column.index] if not column.field and _says_little(column.heading, row) else []
        )
        field = next(
            (
                code
                for code, test in _TESTS[kind]
                if cells and code not in taken and _mostly(cells, test, country, today)
            ),
            "",
        )
        if field:
            taken.add(field)
            guessed.append(replace(column, field=field, certainty=GUESS))
        else:
            guessed.append(column)
    return guessed


def _says_little(heading: str, row: int) -> bool:
    plain = folded(heading)
    return (
        row == 0
        or len(plain) <= 3
        or plain.startswith(("kolom", "column", "colonne", "veld", "field", "contact", "unnamed"))
    )


def _mostly(cells: list[Cell], test: _Test, country: str, today: date) -> bool:
    return sum(test(cell, country, today) for cell in cells) * 5 >= len(cells) * 4


def fingerprint(columns: tuple[Column, ...]) -> str:
    """The same for each file with these headings in this order: the key of a remembered mapping."""
    words = "\x1f".join(
        f"{column.index}:{folded(column.heading)}" for column in columns if column.heading
    )
    return hashlib.sha256(words.encode()).hexdigest()[:32]
