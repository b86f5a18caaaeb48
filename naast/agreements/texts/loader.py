"""Reads the texts of this folder, and refuses one that is not complete. No database."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from naast.agreements.contents import Clause
from naast.agreements.filling import unknown_in
from naast.agreements.models import Asks, DocumentKind, Style

FOLDER = Path(__file__).parent
LANGUAGES = ("nl", "fr", "en")
PARTS = ("A", "B", "")
AUDIENCES = {"for_volunteers": True, "for_participants": False, "for_staff": False}


@dataclass(frozen=True, slots=True)
class ReadyClause:
    """One clause in every language."""

    code: str
    part: str
    headings: Mapping[str, str]
    texts: Mapping[str, str]

    def in_language(self, language: str) -> Clause:
        """The clause in one of LANGUAGES. Raises KeyError."""
        return Clause(self.code, self.headings[language], self.texts[language], self.part)


@dataclass(frozen=True, slots=True)
class DefaultText:
    """A whole text, and how a document of this kind is usually set."""

    kind: DocumentKind
    asks: Asks
    style: Style
    renew_months: int | None
    audiences: Mapping[str, bool]
    titles: Mapping[str, str]
    clauses: tuple[ReadyClause, ...]


class IncompleteText(ValueError):
    """A text that lacks something: a fault of the package, never of a user."""


def default_text(kind: str) -> DefaultText | None:
    """Our own text of this kind; None for what an organisation writes itself."""
    return _load().get(kind)


def ready_clauses(kind: str) -> list[ReadyClause]:
    """Clauses that a writer can add to a text of this kind with one click (S1-119)."""
    return [line for kinds, line in _lines() if kind in kinds]


@lru_cache(maxsize=1)
def _load() -> dict[str, DefaultText]:
    kinds = [kind for kind in DocumentKind if kind != DocumentKind.OTHER]
    return {kind.value: read(_toml(kind.value)) for kind in kinds}


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[frozenset[str], ReadyClause], ...]:
    rows = _toml("lines")["lines"]
    return tuple((frozenset(row["for"]), _clause(row, "lines")) for row in rows)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def read(data: Mapping[str, Any]) -> DefaultText:
    """One text from its file. Raises IncompleteText, KeyError or ValueError (a value that the model doesn’t
    know)."""
    kind = DocumentKind(data["kind"])
    clauses = tuple(_clause(row, kind) for row in data["clauses"])
    if len({clause.code for clause in clauses}) < len(clauses):
        raise IncompleteText(f"{kind}: each clause has a code of its own")
    return DefaultText(
        kind=kind,
        asks=Asks(data["asks"]),
        style=Style(data.get("style", Style.PROTOCOL)),
        renew_months=data.get("renew_months"),
        audiences={name: data.get(name, usual) for name, usual in AUDIENCES.items()},
        titles=_words(data["title"], f"{kind}.title"),
        clauses=clauses,
    )


def _clause(row: Mapping[str, Any], where: str) -> ReadyClause:
    place = f"{where}.{row['code']}"
    part = row.get("part", "")
    if part not in PARTS:
        raise IncompleteText(f"{place}: part A, part B or none")
    texts = {language: row.get(language, "") for language in LANGUAGES}
    return ReadyClause(row["code"], part, _words(row["heading"], place), _words(texts, place))


def _words(table: Mapping[str, str], where: str) -> dict[str, str]:
    if set(table) != set(LANGUAGES) or not all(text.strip() for text in table.values()):
        raise IncompleteText(f"{where}: give a text in each of {', '.join(LANGUAGES)}")
    unknown = set().union(*map(unknown_in, table.values()))
    if unknown:
        raise IncompleteText(f"{where}: we don’t know {sorted(unknown)}")
    return {language: text.strip() for language, text in table.items()}
