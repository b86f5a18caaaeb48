"""The methods as guides on the screen: step texts of our own, from methods/*.toml (instruments B17).

The incident method and the ten steps are common practice; the wording is ours."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

FOLDER = Path(__file__).parent / "methods"
LANGUAGES = ("nl", "fr", "en")
USUAL = "incident"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: how long, who is busy, what to do, and a sentence the leader may say."""

    minutes: int
    title: str
    who: str
    do: str
    say: str


@dataclass(frozen=True, slots=True)
class Method:
    """One way to talk something over, with its steps."""

    code: str
    name: str
    about: str
    suits: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """How long all steps take together."""
        return sum(step.minutes for step in self.steps)


@lru_cache(maxsize=1)
def _files() -> dict[str, Mapping[str, Any]]:
    read = [tomllib.loads(path.read_text()) for path in FOLDER.glob("*.toml")]
    return {each["code"]: each for each in sorted(read, key=lambda each: each["position"])}


def codes() -> list[str]:
    """The codes of all methods, in the order in which they are offered."""
    return list(_files())


@lru_cache(maxsize=32)
def _method(code: str, language: str) -> Method:
    kept = _files().get(code) or _files()[USUAL]
    return Method(
        code=kept["code"],
        **{name: kept[name][language] for name in ("name", "about", "suits")},
        steps=tuple(
            Step(
                minutes=step["minutes"],
                **{name: step[name][language] for name in ("title", "who", "do", "say")},
            )
            for step in kept["steps"]
        ),
    )


def method_named(code: str, language: str = "") -> Method:
    """The method with this code in this language (the reader's, unless given); the usual one for a code
    that is no longer known."""
    asked = (language or get_language() or "en")[:2]
    return _method(code, asked if asked in LANGUAGES else "en")


def methods() -> list[Method]:
    """All methods in the language of the reader."""
    return [method_named(code) for code in codes()]
