"""What the services of this room take in."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CirclePlan:
    """What a coordinator says of a circle."""

    name: str
    coordinator_id: UUID
    deputy_id: UUID | None = None
    concern_hours: int = 4
    keep_months: int = 12
    briefed_on: date | None = None


@dataclass(frozen=True, slots=True)
class OuterNote:
    """Somebody of the outer circle, and what the core member agreed that they may hear."""

    name: str
    role: str
    works_at: str = ""
    contact: str = ""
    membership_id: UUID | None = None
    may_hear: tuple[str, ...] = ()
    consented_on: date | None = None
    consent_how: str = ""


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """When and where the circle meets; `times`: this one and the next ones in the rhythm of the phase."""

    starts_at: datetime
    length: int = 90
    place: str = ""
    writer_id: UUID | None = None
    times: int = 1


@dataclass(frozen=True, slots=True)
class AgreedNote:
    """Who does what by when."""

    what: str
    who: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """A meeting as a volunteer wrote it down, under the two pillars."""

    support: str
    accountability: str
    present: tuple[UUID, ...] = ()
    themes: tuple[str, ...] = ()
    mood: str = ""
    shared_parts: tuple[str, ...] = ()
    agreed: tuple[AgreedNote, ...] = ()
    # Signals «to talk about» that came up.
    talked_about: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class PassageNote:
    """What is passed on, to whom, on which basis."""

    words: str
    subject: str = ""
    basis: str = ""
    why: str = ""
    to: tuple[UUID, ...] = ()
    is_hidden: bool = False
    hidden_why: str = ""


@dataclass(frozen=True, slots=True)
class Handling:
    """What a coordinator did with a signal."""

    decision: str
    consulted: str = ""
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class ReportNote:
    """A summary of the month or a review of the quarter: code of a question to words."""

    held_on: date
    with_whom: str = ""
    answers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Deciding:
    """How the circle goes on after a hard event."""

    decision: str
    consulted: str
    aftercare: str


@dataclass(frozen=True, slots=True)
class LookBackNote:
    """The end of the circle in somebody's own words."""

    brought: str = ""
    hard: str = ""
    next_circle: str = ""
    is_shared: bool = False
