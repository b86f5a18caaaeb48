"""The catalogue of tasks: our own words in three languages (tasks.toml), to take into a programme. No database."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from naast.programmes.models import Task
from naast.shifting.models import Complexity, TaskKind, TaskSheet

FILE = Path(__file__).parent / "tasks.toml"
LANGUAGES = ("nl", "fr", "en")
WORDS = ("name", "what", "limits", "preparation", "place", "who_is_near")
LIGHTER = ("name", "what", "who_is_near")


class IncompleteEntry(ValueError):
    """A task that lacks words in a language: a fault of the package, never of a user."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One task with its limits, what comes before it, its surroundings, and a lighter piece of it."""

    slug: str
    kind: str
    complexity: int
    who: str
    bustle: str
    company: str
    words: Mapping[str, Mapping[str, str]]
    lighter: Mapping[str, Mapping[str, str]]

    def said(self, field: str, language: str) -> str:
        """One text in one language. Raises KeyError."""
        return self.words[field][language]

    def name_for(self, language: str, *, is_lighter: bool) -> str:
        """What the task is called in a programme."""
        return (self.lighter if is_lighter else self.words)["name"][language]

    def sheet(self, language: str, *, is_lighter: bool) -> dict[str, Any]:
        """The fields of a TaskSheet. A lighter piece is simple, with somebody near, never alone."""
        words = self.lighter if is_lighter else self.words
        return {
            "kind": self.kind,
            "complexity": Complexity.SIMPLE if is_lighter else self.complexity,
            "bustle": TaskSheet.Bustle.QUIET if is_lighter else self.bustle,
            "company": TaskSheet.Company.TOGETHER if is_lighter else self.company,
            "place": self.said("place", language),
            "who_is_near": words["who_is_near"][language],
            "limits": self.said("limits", language),
            "preparation": self.said("preparation", language),
        }


@lru_cache(maxsize=1)
def entries() -> dict[str, Entry]:
    """The whole catalogue by slug, in the order of the file: no task is above another (S1-132)."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["tasks"]
    return {row["slug"]: read(row) for row in rows}


def read(row: Mapping[str, Any]) -> Entry:
    """One task from its table. Raises IncompleteEntry, KeyError, or ValueError for a value we don’t know."""
    return Entry(
        slug=row["slug"],
        kind=TaskKind(row["kind"]),
        complexity=Complexity(row["complexity"]),
        who=Task.Who(row["who"]),
        bustle=TaskSheet.Bustle(row["bustle"]),
        company=TaskSheet.Company(row["company"]),
        words={field: _words(row[field], row["slug"]) for field in WORDS},
        lighter={field: _words(row["lighter"][field], row["slug"]) for field in LIGHTER},
    )


def _words(table: Mapping[str, str], where: str) -> Mapping[str, str]:
    if set(table) != set(LANGUAGES) or not all(text.strip() for text in table.values()):
        raise IncompleteEntry(f"{where}: give a text in each of {', '.join(LANGUAGES)}")
    return {language: text.strip() for language, text in table.items()}
