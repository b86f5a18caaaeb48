"""How an organisation weighs a worry about somebody, and what it must report at once, in a country, on a day. Pure:
dated rows in data/handling.toml.

No row for a country and day: no rule is known, and the page says so (spec/law 1.10, 2.4, 2.5).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from naast.law.dated import Dated, Sentence, frame, in_words, of_country, sentence, table


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteStep(Dated):
    """One step of weighing, in the order of the file: a short name and a plain sentence."""

    code: str
    name: Sentence
    says: Sentence

    @property
    def title(self) -> str:
        """What the step is called."""
        return in_words(self.name)

    @property
    def sentence(self) -> str:
        """What somebody does in it."""
        return in_words(self.says)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalamityRule(Dated):
    """That something grave is reported at once, and to whom."""

    says: Sentence
    to_whom: Sentence

    @property
    def sentence(self) -> str:
        """The duty in plain words."""
        return in_words(self.says)

    @property
    def supervisor(self) -> str:
        """To whom it is reported."""
        return in_words(self.to_whom)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRule(Dated):
    """That an organisation names a contact person before volunteers begin."""

    says: Sentence

    @property
    def sentence(self) -> str:
        """Why, in plain words."""
        return in_words(self.says)


def route(country: str, day: date) -> list[RouteStep]:
    """The steps of a country on a day; empty when none is known."""
    return of_country(_steps(), country, day)


def calamity(country: str, day: date) -> CalamityRule | None:
    """The duty to report a calamity at once; None where none is known."""
    return next(iter(of_country(_calamities(), country, day)), None)


def contact_person(country: str, day: date) -> ContactRule | None:
    """Whether care tasks wait for a contact person; None where nothing asks it."""
    return next(iter(of_country(_contacts(), country, day)), None)


@lru_cache(maxsize=1)
def _steps() -> tuple[RouteStep, ...]:
    return tuple(read_step(row) for row in table("handling")["step"])


@lru_cache(maxsize=1)
def _calamities() -> tuple[CalamityRule, ...]:
    return tuple(
        CalamityRule(**frame(row), says=sentence(row, "says"), to_whom=sentence(row, "to_whom"))
        for row in table("handling")["calamity"]
    )


@lru_cache(maxsize=1)
def _contacts() -> tuple[ContactRule, ...]:
    return tuple(
        ContactRule(**frame(row), says=sentence(row, "says"))
        for row in table("handling")["contact_person"]
    )


def read_step(row: Mapping[str, Any]) -> RouteStep:
    """One step of the file. Raises IncompleteRow or KeyError."""
    return RouteStep(
        **frame(row), code=row["code"], name=sentence(row, "name"), says=sentence(row, "says")
    )
