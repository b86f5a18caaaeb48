"""What the privacy law asks of the house: the clock of a breach, on which ground data are used, what stands on
paper. Pure: dated rows in data/privacy.toml (spec/law part 3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from naast.law.ages import IncompleteRow
from naast.law.dated import Dated, Sentence, frame, in_words, of_country, sentence, table

DUTIES = ("register", "assessment", "processor")


@dataclass(frozen=True, slots=True)
class BreachRule(Dated):
    """Within how many hours, counted from the moment we know, and whom we tell."""

    hours: int
    authority_names: Sentence
    authority_source: str

    @property
    def authority(self) -> str:
        """What the authority is called, in the language of the page."""
        return in_words(self.authority_names)


@dataclass(frozen=True, slots=True)
class BasisRule(Dated):
    """On which ground data of these activities are used, by the code of the ground."""

    activities: frozenset[str]
    basis: str
    says: Sentence

    @property
    def sentence(self) -> str:
        """The ground in a plain sentence."""
        return in_words(self.says)


@dataclass(frozen=True, slots=True)
class Duty(Dated):
    """Something the house has on paper."""

    code: str
    says: Sentence

    @property
    def sentence(self) -> str:
        """What it asks, in a plain sentence."""
        return in_words(self.says)


def breach_rule(country: str, day: date) -> BreachRule | None:
    """The clock of a breach; None where no rule is known: then nothing is guessed."""
    return next(iter(of_country(_rows()[0], country, day)), None)


def basis_of(activity: str, country: str, day: date) -> BasisRule | None:
    """The ground that was found for this activity; None where it was not: the house chooses."""
    rows = of_country(_rows()[1], country, day)
    return next((row for row in rows if activity in row.activities), None)


def duty(code: str, country: str, day: date) -> Duty | None:
    """What the law asks to have on paper, by its code; None where it was not found."""
    return next((row for row in of_country(_rows()[2], country, day) if row.code == code), None)


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[BreachRule, ...], tuple[BasisRule, ...], tuple[Duty, ...]]:
    rows = table("privacy")
    return (
        tuple(read_breach(row) for row in rows["breach"]),
        tuple(read_basis(row) for row in rows["basis"]),
        tuple(read_duty(row) for row in rows["duty"]),
    )


def read_breach(row: Mapping[str, Any]) -> BreachRule:
    """One clock. Raises IncompleteRow or KeyError."""
    return BreachRule(
        **frame(row),
        hours=row["hours"],
        authority_names=sentence(row, "authority"),
        authority_source=row["authority_source"],
    )


def read_basis(row: Mapping[str, Any]) -> BasisRule:
    """One ground. Raises IncompleteRow or KeyError."""
    return BasisRule(
        **frame(row),
        activities=frozenset(row["activities"]),
        basis=row["basis"],
        says=sentence(row, "says"),
    )


def read_duty(row: Mapping[str, Any]) -> Duty:
    """One duty. Raises IncompleteRow or KeyError."""
    if row["code"] not in DUTIES:
        raise IncompleteRow(f"{row['country']}: there is no duty {row['code']}")
    return Duty(**frame(row), code=row["code"], says=sentence(row, "says"))
