"""Our own default texts in Dutch, French and English, as data: a first day, and tips after a heavy visit."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
USUAL = "nl"


@dataclass(frozen=True, slots=True)
class Tips:
    """A few tips on one theme. `cases` is the theme of the case bank that fits, or ''."""

    theme: str
    title: str
    lines: tuple[str, ...]
    cases: str


@lru_cache(maxsize=4)
def _file(name: str) -> Mapping[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _in(language: str, words: Mapping[str, Any]) -> Any:
    """In this language («fr-be» reads «fr»), or in the usual one."""
    return words.get(language.split("-")[0], words[USUAL])


def first_day_lines(language: str) -> list[str]:
    """What belongs to a first day, unless a programme has lines of its own."""
    return [_in(language, line) for line in _file("first_day")["lines"]]


def tips(language: str) -> list[Tips]:
    """All tip cards, in the order of the file."""
    return [
        Tips(
            theme=row["theme"],
            title=_in(language, row["title"]),
            lines=tuple(_in(language, row["lines"])),
            cases=row.get("cases", ""),
        )
        for row in _file("tips")["tips"]
    ]
