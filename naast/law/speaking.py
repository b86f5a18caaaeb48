"""When somebody may or must speak about what they heard, in a country, on a day. Pure: dated rows in
data/speaking.toml.

No row for a country and day: no rule is known, and the page says so (spec/law 1.10, 2.4).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from naast.law.dated import Dated, Sentence, frame, in_words, of_country, sentence, table


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakingRule(Dated):
    """One dated row: what holds, in plain words, and the numbers somebody may have to dial."""

    code: str
    says: Sentence
    remarks: Sentence
    phones: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The rule in the language of the page."""
        return in_words(self.says)

    @property
    def remark(self) -> str:
        """What the reader should know about how sure it is, or ''."""
        return in_words(self.remarks) if self.remarks else ""


def rules(country: str, day: date) -> dict[str, SpeakingRule]:
    """The rules of a country on a day, by code; empty when none is known."""
    return {row.code: row for row in of_country(_rows(), country, day)}


@lru_cache(maxsize=1)
def _rows() -> tuple[SpeakingRule, ...]:
    return tuple(read(row) for row in table("speaking")["speaking"])


def read(row: Mapping[str, Any]) -> SpeakingRule:
    """One row of the file. Raises IncompleteRow or KeyError."""
    return SpeakingRule(
        **frame(row),
        code=row["code"],
        says=sentence(row, "sentence"),
        remarks=sentence(row, "remark") if "remark" in row else {},
        phones=tuple(row.get("phone", ())),
    )
