"""What services take in."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePart:
    """A programme of a group: whether taking part belongs to it, and about how many evenings a year."""

    programme_id: UUID
    is_duty: bool = False
    a_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPlan:
    """Everything about a group that its planner decides."""

    name: str
    label: str
    weekday: int
    hour: time
    starts_on: date
    invitation_title: str = ""
    talk_label: str = ""
    every: int = 1
    unit: str = "month"
    week_of_month: int = 1
    minutes: int = 120
    place: str = ""
    online_url: str = ""
    method: str = "incident"
    takes_staff: bool = False
    has_silence: bool = True
    missed_in_a_row: int = 3
    missed_months: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class EveningPlan:
    """One evening, planned by hand or changed."""

    starts_at: datetime
    kind: str = "evening"
    title: str = ""
    minutes: int = 120
    place: str = ""
    online_url: str = ""
    votes_each: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPlan:
    """What the leader chooses for an evening. `article`: code of a clause of the charter, '' for none."""

    method: str
    article: str = ""
    ethics_id: UUID | None = None
    case_id: UUID | None = None
    brought_by_id: UUID | None = None
    led_by_id: UUID | None = None
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionNote:
    """A learning question. `is_checked`: the writer looked once more at words that may be names."""

    text: str
    theme: str = ""
    is_shared: bool = False
    is_checked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionNote:
    """An agreed action: by a member of the group, or by a first name."""

    what: str
    person_id: UUID | None = None
    who: str = ""
    due_on: date | None = None
    is_checked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseNote:
    """What the organisation promises after a group talk, and later what came of it."""

    what: str
    due_on: date
    owner_id: UUID | None = None
    wish_id: UUID | None = None
    news: str = ""
    is_done: bool = False
