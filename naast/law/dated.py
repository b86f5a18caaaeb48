"""What all dated rows share: a country, from when until when, where it comes from and how sure it is.

No row for a country and day means that no rule is known: the page says so, and nothing is guessed (spec/law,
rule 1). What is only remembered (confidence M) is no row at all.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from django.utils.translation import get_language

from naast.law.ages import LANGUAGES, IncompleteRow

FOLDER = Path(__file__).parent / "data"
# F2: two sources agree; F: one source; X: sources disagree, and the page says so.
FOUND = ("F2", "F", "X")
# A figure that was computed (C) may be used as well; one that is only remembered (M) waits until an
# administrator confirms it with a source.
COMPUTED, UNVERIFIED = "C", "M"
Sentence = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A rule of one country from its first to its last day (None: still valid)."""

    country: str
    valid_from: date
    valid_to: date | None
    source: str
    confidence: str

    def holds_on(self, day: date) -> bool:
        """Whether this row is valid on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def is_disputed(self) -> bool:
        """Whether the sources disagree."""
        return self.confidence == "X"

    @property
    def is_well_known(self) -> bool:
        """Whether two sources agree."""
        return self.confidence == "F2"


R = TypeVar("R", bound=Dated)


def of_country(rows: Iterable[R], country: str, day: date) -> list[R]:
    """The rows of a country that are valid on a day, in the order of the file."""
    return [row for row in rows if row.country == country and row.holds_on(day)]


def in_words(sentence: Sentence) -> str:
    """A sentence in the language of the page."""
    return sentence.get((get_language() or "nl")[:2], sentence["nl"])


def table(name: str) -> dict[str, list[dict[str, Any]]]:
    """The file `name`.toml: kinds of rows, each with its rows."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def frame(row: Mapping[str, Any], *, confidences: Iterable[str] = FOUND) -> dict[str, Any]:
    """The columns that every row has. Raises IncompleteRow or KeyError."""
    if row["confidence"] not in confidences or not row["source"]:
        raise IncompleteRow(f"{row['country']}: say where it comes from, and how sure it is")
    valid_to = row.get("valid_to")
    if valid_to is not None and valid_to < row["valid_from"]:
        raise IncompleteRow(f"{row['country']}: it ends before it begins")
    return {
        "country": row["country"],
        "valid_from": row["valid_from"],
        "valid_to": valid_to,
        "source": row["source"],
        "confidence": row["confidence"],
    }


def sentence(row: Mapping[str, Any], name: str) -> Sentence:
    """A sentence in every language. Raises IncompleteRow when one is missing."""
    found: Sentence = row.get(name, {})
    if set(found) != set(LANGUAGES) or not all(found.values()):
        raise IncompleteRow(f"{row['country']}.{name}: a sentence in each language")
    return found


def sentences(row: Mapping[str, Any], name: str) -> tuple[Sentence, ...]:
    """A list of sentences, each in every language; may be empty. Raises IncompleteRow."""
    return tuple(sentence({"country": row["country"], name: each}, name) for each in row[name])
