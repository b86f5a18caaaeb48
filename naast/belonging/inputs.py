"""What forms and rooms above give to the services of this room."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from uuid import UUID

from naast.belonging.states import How


@dataclass(frozen=True, slots=True)
class WelcomeTerms:
    """How a programme welcomes. No lines: the usual ones."""

    host_id: UUID | None
    place: str
    lines: tuple[str, ...]
    check_weeks: tuple[int, ...]
    mentor_weeks: tuple[int, ...]
    look_months: int
    end_weeks: int


@dataclass(frozen=True, slots=True)
class FirstDayPlan:
    """Who awaits somebody, when and where."""

    host_id: UUID | None
    day: date
    hour: time | None
    place: str


@dataclass(frozen=True, slots=True)
class MentorAsk:
    """Whom we ask, from when, and who stands behind."""

    engagement_id: UUID
    mentor_id: UUID
    from_on: date
    backup_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to a question: on the own screen, or as it was said by phone or on paper."""

    words: str = ""
    taps: Mapping[str, str] = field(default_factory=dict)
    choice: str = ""
    shares_with_host: bool = False
    shares_unnamed: bool = False
    how: str = How.SCREEN


@dataclass(frozen=True, slots=True)
class Settled:
    """What the house answers: what comes of it, and for «extend» until when."""

    outcome: str
    reply: str = ""
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewGuide:
    """Somebody outside, with what may be told them and until when."""

    name: str
    works_at: str
    reach: str
    may_share: str
    until_on: date


@dataclass(frozen=True, slots=True)
class NewIdea:
    """What somebody would like to organise."""

    title: str
    for_whom: str
    what: str = ""
    when: str = ""
    needs: str = ""
    pace: str = ""
