"""What would happen to each row of a list: new, changed, unchanged or left out, and why."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from naast.exchange.duplicates import Verdict, Why
from naast.exchange.rows import Context, Finding, Row
from naast.exchange.values.readings import folded
from naast.organisations.actors import Actor

State = dict[str, Any]


class Outcome(StrEnum):
    """What becomes of a row."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Change:
    """One field that gets another value."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Card:
    """As much of one of two likely duplicates as helps to tell them apart."""

    name: str
    birth_on: date | None = None
    email: str = ""
    phone: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """A row that may be about somebody we know, or about the same person as an earlier row."""

    row: int
    why: Why
    verdict: Verdict
    this: Card
    other: Card
    person_id: UUID | None = None
    other_row: int | None = None


@dataclass(slots=True)
class Planned:
    """One row with what will happen. `wanted` is the state of the target after the load."""

    row: Row
    outcome: Outcome
    target_id: UUID | None = None
    current: State = field(default_factory=dict)
    wanted: State = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    alike: list[Alike] = field(default_factory=list)


@dataclass(slots=True)
class Plan:
    """All rows of a list with what will happen to them."""

    planned: list[Planned]
    unmapped: list[str] = field(default_factory=list)

    def taken(self) -> list[Planned]:
        """The rows that are loaded or already there."""
        return [each for each in self.planned if each.outcome is not Outcome.LEFT_OUT]

    def left_out(self) -> list[Planned]:
        """The rows that come back with a reason."""
        return [each for each in self.planned if each.outcome is Outcome.LEFT_OUT]

    def counts(self) -> dict[str, int]:
        """How many rows become what."""
        found = Counter(each.outcome.value for each in self.planned)
        return {outcome.value: found[outcome.value] for outcome in Outcome}

    def problems(self) -> list[Finding]:
        """Everything to mend, in the order of the sheet."""
        return [problem for each in self.planned for problem in each.row.problems]

    def notes(self) -> list[Finding]:
        """How unclear values were understood, for rows that are taken."""
        return [note for each in self.taken() for note in each.row.notes]

    def alike(self) -> list[Alike]:
        """Every likely duplicate, in the order of the sheet."""
        return [alike for each in self.planned for alike in each.alike]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What somebody said about doubtful rows: row number to "new", "skip" or the id of the person.

    `otherwise` holds for rows without a decision: "ask" leaves them out, "new" takes them as new.
    """

    by_row: dict[int, str] = field(default_factory=dict)
    remembered: dict[str, str] = field(default_factory=dict)  # fingerprint to "new" or an id
    otherwise: str = "ask"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a plan depends on besides the list, and who loads it."""

    actor: Actor
    kind: str
    context: Context
    decisions: Decisions = field(default_factory=Decisions)

    @property
    def organisation_id(self) -> UUID:
        """The one organisation that this list belongs to."""
        return self.actor.organisation_id


class Subject(Protocol):
    """What the import needs to know of a kind of list (naast.exchange.subjects holds three)."""

    def plan(self, rows: list[Row], setting: Setting) -> list[Planned]:
        """What would happen. Reads, and changes nothing."""

    def write(self, planned: list[Planned], setting: Setting) -> None:
        """Make and change, in bulk; sets `target_id` of what is new. Inside a transaction."""

    def states(self, organisation_id: UUID, kind: str, ids: list[UUID] | None) -> dict[UUID, State]:
        """How these targets stand now (None: all of the organisation); absent ones are left out."""

    def built_upon(self, organisation_id: UUID, kind: str, ids: list[UUID]) -> set[UUID]:
        """The targets that something else leans on, so that they can't be taken away."""

    def restore(self, organisation_id: UUID, kind: str, before: dict[UUID, State]) -> None:
        """Put the fields of `before` back."""

    def remove(self, organisation_id: UUID, kind: str, ids: list[UUID]) -> None:
        """Take away what a load has made."""


def digest(state: State) -> str:
    """The same for the same state, whether it was read back or is about to be written."""
    # A word may be kept in another spelling of capitals: the vocabulary has each word once.
    plain = {
        code: sorted(map(folded, value)) if isinstance(value, list | tuple) else value
        for code, value in state.items()
    }
    text = json.dumps(plain, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
