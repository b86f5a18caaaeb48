"""What forms hand to services in this room."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class LimitInput:
    """A limit that was reached: in a signal, in a match, or told by phone."""

    reason: str
    words: str = ""
    signal_id: UUID | None = None
    match_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class AskInput:
    """A service was asked: by whom, before when they answer, and what the volunteer reads about it."""

    service: str
    asked_on: date
    answer_due_on: date
    agreed: str
    for_volunteer: str
    contact: str = ""
    caller_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class StuckInput:
    """Why there is no good answer, and whom we turn to next. A theme puts it in the register of needs."""

    why: str
    escalate_to: str
    escalation: str
    escalate_on: date
    for_volunteer: str
    theme: str = ""


@dataclass(frozen=True, slots=True)
class EndInput:
    """What came of it, for us and for the volunteer."""

    outcome: str
    for_volunteer: str
    theme: str = ""


@dataclass(frozen=True, slots=True)
class ObstacleInput:
    """What an agency made hard, and what somebody asks of us."""

    wish: str
    agency: str
    subject: str
    words: str = ""
    days_lost: int | None = None
    theme: str = ""
    match_id: UUID | None = None
    signal_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class AnswerInput:
    """Our answer to what was asked of us."""

    answer: str
    done_by_id: UUID | None = None
    do_on: date | None = None


@dataclass(frozen=True, slots=True)
class CarerInput:
    """Who has too much to carry, what we offer, and when we look back."""

    person_id: UUID
    words: str
    offered: str
    look_back_on: date
    who: str = ""
    line_id: UUID | None = None
    relative_id: UUID | None = None
    theme: str = ""
    signal_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class LookInput:
    """How it goes now; with a day we look back once more."""

    load: str
    after: str = ""
    offered: str = ""
    again_on: date | None = None


@dataclass(frozen=True, slots=True)
class FavourInput:
    """What was tried through a volunteer, and on which day."""

    words: str
    tried_on: date
    match_id: UUID | None = None
    signal_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class NeedInput:
    """One line for the register."""

    theme: str
    words: str = ""
    own_theme: str = ""
    aspect: str = ""
    programme_id: UUID | None = None
    signal_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PolicyInput:
    """One thing that management can change, and the lines of the register it leans on."""

    title: str
    theme: str
    sees: str
    asks: str
    need_ids: frozenset[UUID] = field(default_factory=frozenset)
