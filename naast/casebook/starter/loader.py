"""Reads the files of this folder, and refuses a piece that is not complete. No database.

Raise VERSION when a text changes: organisations that did not touch theirs get the new one when they take the
set again.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from naast.casebook.words import LISTS

VERSION = 1
FOLDER = Path(__file__).parent
Row = Mapping[str, Any]
CASE_TEXTS = ("code", "title", "situation", "themes", "settings", "questions", "numbers")
SHEET_TEXTS = ("code", "title", "lead", "means", "helps", "better_not", "pass_on", "say", "avoid")


class IncompletePiece(ValueError):
    """A piece that lacks something: a fault of the package, never of a user."""


@lru_cache(maxsize=1)
def cases() -> tuple[Row, ...]:
    """Every case and exercise of the set."""
    return tuple(_checked_case(row) for row in _rows("cases"))


@lru_cache(maxsize=1)
def sheets() -> tuple[Row, ...]:
    """Every sheet of the set."""
    return tuple(_checked(row, SHEET_TEXTS) for row in _rows("sheets"))


def _rows(kind: str) -> Iterator[Row]:
    """The rows of all files of a kind, each with the language of its file; long texts without the empty
    lines around them."""
    for file in sorted(FOLDER.glob(f"{kind}_*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        for row in table[kind]:
            tidy = {
                name: value.strip() if isinstance(value, str) else value
                for name, value in row.items()
            }
            yield {"language": table["language"], **tidy}


def _checked_case(row: Row) -> Row:
    is_exercise = row.get("form") == "exercise"
    _checked(row, (*CASE_TEXTS, "roles", "minutes") if is_exercise else (*CASE_TEXTS, "helps"))
    for name, words in LISTS.items():
        unknown = set(row[name]) - set(words)
        if unknown:
            raise IncompletePiece(f"{row['code']}: {name} knows no {sorted(unknown)}")
    return row


def _checked(row: Row, needed: tuple[str, ...]) -> Row:
    missing = [name for name in needed if not row.get(name)]
    if missing:
        raise IncompletePiece(f"{row.get('code', '?')}: {missing} is missing")
    return row
