"""What the services of this room are given, as it was typed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LineInput:
    """Somebody around a participant, as told by them."""

    who: str
    category: str
    does: str
    when: str = ""
    phone: str = ""
    since_on: date | None = None
    until_on: date | None = None
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class LedInput:
    """To which help somebody found their way, and how it went on."""

    service: str
    led_on: date
    outcome: str = "under_way"
    words: str = ""


@dataclass(frozen=True, slots=True)
class MapInput:
    """A map as it was drawn together: when, with which yes, and the talk around it."""

    moment: str
    drawn_on: date
    agreed_how: str
    own_strength: str = ""
    own_solutions: str = ""
    wish: str = ""


@dataclass(frozen=True, slots=True)
class PersonInput:
    """One person on a map."""

    name: str
    ring: int
    category: str
    means: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody says, who may read it, and how it came in."""

    text: str
    audience: str = "coordinator"
    how: str = "here"


@dataclass(frozen=True, slots=True)
class CheckAnswers:
    """The five answers of an early check, whether to go on, and anything else."""

    go_on: str
    at_ease: int | None = None
    wants_alike: int | None = None
    often: str = ""
    keeps_to_it: int | None = None
    wants_to_talk: bool = False
    words: str = ""
    how: str = "here"


@dataclass(frozen=True, slots=True)
class OutcomeAnswers:
    """What changed, first in own words; None is «I don't know»."""

    changed: str = ""
    contact: int | None = None
    looks_forward: int | None = None
    how: str = "here"
