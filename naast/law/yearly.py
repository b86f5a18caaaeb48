"""What an organisation hands in every year, and when somebody is reminded. Pure: dated rows in data/yearly.toml
(spec/law 1.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.functional import lazy

from naast.core.text import Text
from naast.law.ages import IncompleteRow
from naast.law.dated import Dated, Sentence, frame, in_words, of_country, sentence, table
from naast.law.insurance import WELFARE_DECREE

_words = lazy(in_words, str)


def _in_letter(says: Sentence, source: str) -> str:
    return f"{in_words(says)}\n\n({source})"


_with_source = lazy(_in_letter, str)
# Month and day.
Day = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Yearly(Dated):
    """One report: before which day, and on which days somebody is reminded."""

    name: Sentence
    says: Sentence
    due: Day
    remind: tuple[Day, ...]

    @property
    def subject(self) -> Text:
        """What it is called, in the language of who reads it."""
        return _words(self.name)

    @property
    def sentence(self) -> str:
        """For whom it is, and where it goes."""
        return in_words(self.says)

    @property
    def body(self) -> Text:
        """The same with its source, for a letter."""
        return _with_source(self.says, self.source)


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder that it is time for: `step` names it, in its year."""

    rule: Yearly
    step: str


def reports(country: str, day: date, *, under_decree: bool) -> list[Yearly]:
    """What is handed in every year; nothing for who falls outside the decree."""
    return of_country(_rows(), country, day) if under_decree else []


def due(country: str, day: date, *, under_decree: bool) -> Due | None:
    """The reminder of this day: the last that has passed in a year, up to the day it is due."""
    for rule in reports(country, day, under_decree=under_decree):
        passed = [each for each in rule.remind if each <= (day.month, day.day) <= rule.due]
        if passed:
            month, number = max(passed)
            return Due(rule, date(day.year, month, number).isoformat())
    return None


@lru_cache(maxsize=1)
def _rows() -> tuple[Yearly, ...]:
    return tuple(read(row) for row in table("yearly")["yearly"])


def read(row: Mapping[str, Any]) -> Yearly:
    """One row of the file. Raises IncompleteRow or KeyError."""
    if row["scheme"] != WELFARE_DECREE:
        raise IncompleteRow(f"{row['country']}: there is no scheme {row['scheme']}")
    return Yearly(
        **frame(row),
        name=sentence(row, "name"),
        says=sentence(row, "says"),
        due=(row["due"][0], row["due"][1]),
        remind=tuple((month, number) for month, number in row["remind"]),
    )
