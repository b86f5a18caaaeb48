"""What agreements must say, in a country, on a day, in a situation. Pure: dated rows in data/clauses.toml.

Two kinds of rows: clauses that appear by themselves (S0-41, S1-57), and clauses that a text may not lack. A row says
where it comes from and how sure that is; where no row is valid, nothing is added and nothing is guessed.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text

FILE = Path(__file__).parent / "data" / "clauses.toml"
LANGUAGES = ("nl", "fr", "en")
# What can be said of a situation. The two of a pair are never true together.
VOLUNTEERING, NOT_VOLUNTEERING = "volunteering", "not_volunteering"
LEGAL_PERSON, DE_FACTO = "legal_person", "de_facto"
DECREE, EXTRA_CARE, MINORS = "decree", "extra_care", "minors"
FLAGS = frozenset(
    {VOLUNTEERING, NOT_VOLUNTEERING, LEGAL_PERSON, DE_FACTO, DECREE, EXTRA_CARE, MINORS}
)
PARTS = ("A", "B", "")
# How sure a row is, in words for the reader (spec/law; what is only remembered has no row).
CONFIDENCES: Mapping[str, Text] = {
    "F2": _("found in two sources that agree"),
    "F": _("found in one source"),
    "X": _("sources disagree: the strictest is used"),
    "practice": _("good practice, not law"),
}


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a text is used: the country and what holds there (some of FLAGS)."""

    country: str
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Row:
    """What every row has: where, since when, under which conditions, and how we know."""

    country: str
    valid_from: date
    valid_to: date | None
    when: frozenset[str]
    source: str
    confidence: str

    def holds(self, situation: Situation, day: date) -> bool:
        """Whether this row is valid there, on that day."""
        in_time = self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
        return in_time and self.country == situation.country and self.when <= situation.flags

    @property
    def certainty(self) -> Text:
        """How sure it is, in words."""
        return CONFIDENCES[self.confidence]


@dataclass(frozen=True, slots=True)
class LegalClause(Row):
    """A clause that appears by itself in these kinds of documents, behind the first of `after`."""

    code: str
    documents: frozenset[str]
    part: str
    after: tuple[str, ...]
    headings: Mapping[str, str]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Needed(Row):
    """Clauses that a kind of document may not lack, in their own words; advice stops nobody."""

    document: str
    codes: tuple[str, ...]
    is_advice: bool


class IncompleteRow(ValueError):
    """A row that lacks something: a fault of the package, never of a user."""


def compulsory(document: str, situation: Situation, day: date) -> list[LegalClause]:
    """The clauses that a document of this kind gets by itself, in the order of the file."""
    rows = _rows()[0]
    return [row for row in rows if document in row.documents and row.holds(situation, day)]


def needed(document: str, situation: Situation, day: date) -> list[Needed]:
    """What a document of this kind may not lack."""
    return [row for row in _rows()[1] if row.document == document and row.holds(situation, day)]


def is_known(country: str, day: date) -> bool:
    """Whether any row about this country is valid on that day. If not: look it up, nothing is guessed."""
    everywhere = Situation(country, FLAGS)
    return any(row.holds(everywhere, day) for rows in _rows() for row in rows)


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[LegalClause, ...], tuple[Needed, ...]]:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return (
        tuple(read_clause(row) for row in table["clauses"]),
        tuple(read_needed(row) for row in table["needed"]),
    )


def read_clause(row: Mapping[str, Any]) -> LegalClause:
    """One clause of the file. Raises IncompleteRow or KeyError."""
    where = f"{row['country']}.{row['code']}"
    texts = {language: row.get(language, "").strip() for language in LANGUAGES}
    headings = {language: row["heading"].get(language, "").strip() for language in LANGUAGES}
    if not all(texts.values()) or not all(headings.values()):
        raise IncompleteRow(f"{where}: a heading and a text in each language")
    if row["part"] not in PARTS or not row["documents"]:
        raise IncompleteRow(f"{where}: say in which documents, and in which part")
    return LegalClause(
        **_common(row, where),
        code=row["code"],
        documents=frozenset(row["documents"]),
        part=row["part"],
        after=tuple(row["after"]),
        headings=headings,
        texts=texts,
    )


def read_needed(row: Mapping[str, Any]) -> Needed:
    """One list of what may not be lacking. Raises IncompleteRow or KeyError."""
    return Needed(
        **_common(row, f"{row['country']}.{row['document']}"),
        document=row["document"],
        codes=tuple(row["codes"]),
        is_advice=row["is_advice"],
    )


def _common(row: Mapping[str, Any], where: str) -> dict[str, Any]:
    _check(row["when"], FLAGS, where)
    _check([row["confidence"]], CONFIDENCES, where)
    if not row["source"]:
        raise IncompleteRow(f"{where}: say where it comes from")
    return {
        "country": row["country"],
        "valid_from": row["valid_from"],
        "valid_to": row.get("valid_to"),
        "when": frozenset(row["when"]),
        "source": row["source"],
        "confidence": row["confidence"],
    }


def _check(given: Iterable[str], known: Iterable[str], where: str) -> None:
    unknown = set(given) - set(known)
    if unknown:
        raise IncompleteRow(f"{where}: we don’t know {sorted(unknown)}")
