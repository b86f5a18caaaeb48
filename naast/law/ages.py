"""From which age somebody may volunteer in a country, on a day. Pure: dated rows in data/ages.toml.

No valid row means that no rule is known: then a person checks, and nothing is guessed (spec/law, rule 1).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from naast.core.text import Text

FILE = Path(__file__).parent / "data" / "ages.toml"
LANGUAGES = ("nl", "fr", "en")
CONFIDENCES = ("F2", "F", "C", "M", "X")


class Verdict(StrEnum):
    """What a rule says about an age."""

    ALLOWED = "allowed"
    ASK = "ask"  # allowed, and a person looks at something first
    TOO_YOUNG = "too_young"
    UNKNOWN = "unknown"  # no rule is known, or no age was told: a person checks


# The ages people may tell (recruitment.models.Age), each with the whole years that it covers.
YEARS: Mapping[str, tuple[int, int | None]] = {
    "under_15": (0, 14),
    "15": (15, 15),
    "16_17": (16, 17),
    "adult": (18, None),
}


def age_on(born: date, day: date) -> int:
    """Full years lived on that day. Who was born on 29 February turns older on 1 March in other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@dataclass(frozen=True, slots=True)
class AgeRule:
    """One dated row. `lowest` holds with a condition, `free_from` without one; `sentences`: by verdict or
    «minor», then by language."""

    country: str
    valid_from: date
    valid_to: date | None
    lowest: int
    free_from: int
    adult: int
    sentences: Mapping[str, Mapping[str, str]]
    source: str
    confidence: str

    def holds_on(self, day: date) -> bool:
        """Whether this row is valid on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def sentence(self, code: str) -> str:
        """A sentence for the reader, in the language of the page."""
        by_language = self.sentences[code]
        return by_language.get((get_language() or "nl")[:2], by_language["nl"])


@dataclass(frozen=True, slots=True)
class Judgement:
    """What may be done, in one sentence, and where that comes from. `is_minor`: a parent has a say."""

    verdict: Verdict
    sentence: Text = ""
    source: str = ""
    confidence: str = ""
    is_minor: bool = False

    @property
    def is_too_young(self) -> bool:
        """Whether the rule says no."""
        return self.verdict is Verdict.TOO_YOUNG

    @property
    def is_disputed(self) -> bool:
        """Whether the sources disagree, so that the strictest of them is used."""
        return self.confidence == "X"


class IncompleteRow(ValueError):
    """A row that lacks something: a fault of the package, never of a user."""


def rule(country: str, day: date) -> AgeRule | None:
    """The rule of a country on a day; None when no row is valid."""
    return next((row for row in _rows() if row.country == country and row.holds_on(day)), None)


def judge(age_code: str, country: str, day: date) -> Judgement:
    """What the rule of this country says about an age as people tell it (a key of YEARS, or '')."""
    found = rule(country, day)
    if found is None:
        return Judgement(
            Verdict.UNKNOWN,
            _("We know no rule about age for this country and day. Look it up before the start."),
        )
    if age_code not in YEARS:
        return Judgement(
            Verdict.UNKNOWN,
            _("We don’t know this age yet. Ask for it before the start."),
            found.source,
            found.confidence,
        )
    youngest, oldest = YEARS[age_code]
    return _judged(found, youngest, oldest)


def _judged(found: AgeRule, youngest: int, oldest: int | None) -> Judgement:
    """Who is in doubt is asked: an age that lies partly under a limit is not sent away."""
    is_minor = youngest < found.adult
    if oldest is not None and oldest < found.lowest:
        verdict, code = Verdict.TOO_YOUNG, "too_young"
    elif youngest < found.free_from:
        verdict, code = Verdict.ASK, "with_condition"
    elif is_minor:
        verdict, code = Verdict.ASK, "minor"
    else:
        verdict, code = Verdict.ALLOWED, ""
    sentence = found.sentence(code) if code else ""
    return Judgement(verdict, sentence, found.source, found.confidence, is_minor)


@lru_cache(maxsize=1)
def _rows() -> tuple[AgeRule, ...]:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(read(row) for row in table["ages"])


def read(row: Mapping[str, Any]) -> AgeRule:
    """One row of the file. Raises IncompleteRow or KeyError."""
    sentences = {code: row[code] for code in ("too_young", "with_condition", "minor")}
    for code, by_language in sentences.items():
        if set(by_language) != set(LANGUAGES) or not all(by_language.values()):
            raise IncompleteRow(f"{row['country']}.{code}: a sentence in each language")
    if row["confidence"] not in CONFIDENCES or not row["source"]:
        raise IncompleteRow(f"{row['country']}: say where it comes from, and how sure it is")
    if not row["lowest"] <= row["free_from"] <= row["adult"]:
        raise IncompleteRow(f"{row['country']}: the ages are not in order")
    return AgeRule(
        country=row["country"],
        valid_from=row["valid_from"],
        valid_to=row.get("valid_to"),
        lowest=row["lowest"],
        free_from=row["free_from"],
        adult=row["adult"],
        sentences=sentences,
        source=row["source"],
        confidence=row["confidence"],
    )
