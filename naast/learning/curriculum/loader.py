"""Reads the themes of this folder, and refuses one that is not complete. No database."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from naast.learning.inputs import CoursePlan
from naast.learning.models import CourseForm

FOLDER = Path(__file__).parent
# The order in which people read them: the signal function closes the basics (S0-5, S0-19, S1-266).
ORDER = (
    "loneliness",
    "poverty",
    "secrecy",
    "frame",
    "vision",
    "signal",
    "experts",
    "cultures",
)
LANGUAGES = ("nl", "fr", "en")
TEXTS = ("title", "about", "bring")
LISTS = ("outcomes", "outline", "exercises", "helps")
Words = Mapping[str, str]


class IncompleteTheme(ValueError):
    """A theme lacks something in one of the languages."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: its words by language and what it asks. `valid_months` None: it counts for good."""

    code: str
    form: CourseForm
    minutes: int
    is_mixed: bool
    valid_months: int | None
    texts: Mapping[str, Words]
    lists: Mapping[str, tuple[Words, ...]]

    def plan(self, language: str) -> CoursePlan:
        """The theme as a course in one language; in Dutch where it is not written in that language."""
        chosen = language if language in LANGUAGES else "nl"
        return CoursePlan(
            title=self.texts["title"][chosen],
            about=self.texts["about"][chosen],
            bring=self.texts["bring"][chosen],
            outcomes=self.said("outcomes", chosen),
            outline=self.said("outline", chosen),
            exercises=self.said("exercises", chosen),
            helps_with=self.said("helps", chosen),
            form=self.form,
            minutes=self.minutes,
            languages=[chosen],
            is_mixed=self.is_mixed,
            valid_months=self.valid_months,
        )

    def said(self, name: str, language: str) -> list[str]:
        """One of the lists in one language."""
        return [row[language] for row in self.lists[name]]


@lru_cache
def themes() -> tuple[Theme, ...]:
    """Every theme, in the order in which people read them."""
    return tuple(
        read(tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))) for code in ORDER
    )


def theme_named(code: str) -> Theme | None:
    """The theme with this code, or None."""
    return next((each for each in themes() if each.code == code), None)


def read(data: dict[str, Any]) -> Theme:
    """One theme from its file. Raises IncompleteTheme, KeyError or ValueError for an unknown form."""
    code = data["code"]
    return Theme(
        code=code,
        form=CourseForm(data["form"]),
        minutes=data["minutes"],
        is_mixed=data.get("mixed", False),
        valid_months=data.get("valid_months"),
        texts={name: _words(data[name], f"{code}.{name}") for name in TEXTS},
        lists={name: tuple(_words(row, f"{code}.{name}") for row in data[name]) for name in LISTS},
    )


def _words(row: dict[str, str], where: str) -> Words:
    lacking = [language for language in LANGUAGES if not row.get(language, "").strip()]
    if lacking:
        raise IncompleteTheme(f"{where} lacks {', '.join(lacking)}")
    return row
