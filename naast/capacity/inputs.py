"""What the services of this room take in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from naast.capacity.states import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """A volunteer's own limits; None is «no limit». `days_off`: weekdays, Monday is 0."""

    max_matches: int | None = None
    hours_month: int | None = None
    evenings_month: int | None = None
    days_off: frozenset[int] = frozenset()
    rests_until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What somebody says in the self-check. `answers`: code of a line to 1…5; what they don’t know is left
    out. `amount`: a code of states.Amount, or nothing."""

    how_are_you: str = ""
    answers: Mapping[str, int] = field(default_factory=dict)
    amount: str = ""
    reader: str = Reader.COORDINATOR
    wants_call: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Less:
    """Stepping back: what would help in which match (match id → code of StepBackMatch.Wish), from when."""

    from_on: date
    wishes: Mapping[UUID, str]
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A break, from the first to the last day."""

    from_on: date
    until_on: date
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """That somebody talked with the volunteer, and what was agreed: the volunteer reads it."""

    talked_on: date
    agreed: str
