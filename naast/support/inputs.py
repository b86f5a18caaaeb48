"""What forms hand to services in this room."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class TalkPlan:
    """A talk to come, or one that just took place."""

    kind: str
    planned_on: date
    place: str = ""
    with_whom: str = ""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who does what by when."""

    who: str
    what: str
    due_on: date


@dataclass(frozen=True, slots=True)
class TalkInput:
    """What was said and agreed in a talk."""

    held_on: date
    appreciation: str
    blocks: Mapping[str, str] = field(default_factory=dict)
    growth: str = ""
    actions: tuple[Agreed, ...] = ()
    # A next talk, when one was agreed.
    next_kind: str = ""
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answers of a check-in: words first; each of the three may stay open."""

    words: str = ""
    feels: str = ""
    goes: str = ""
    enjoys: str = ""
