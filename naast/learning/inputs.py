"""What services take in."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from naast.learning.models import CourseForm


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePlan:
    """Everything about a course that its makers decide."""

    title: str
    about: str = ""
    outcomes: list[str] = field(default_factory=list)
    outline: list[str] = field(default_factory=list)
    exercises: list[str] = field(default_factory=list)
    bring: str = ""
    form: str = CourseForm.TOGETHER
    minutes: int = 150
    languages: list[str] = field(default_factory=list)
    is_external: bool = False
    provider: str = ""
    link: str = ""
    valid_months: int | None = None
    refresher_of_id: UUID | None = None
    helps_with: list[str] = field(default_factory=list)
    is_mixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """Everything about a session that its planner decides."""

    starts_at: datetime
    minutes: int = 150
    language: str = "nl"
    place: str = ""
    online_url: str = ""
    places: int | None = None
    host_id: UUID | None = None
    is_mixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A course somebody did outside our sessions. `is_seen`: the certificate was shown to the one who writes
    it down."""

    course_id: UUID
    done_on: date
    minutes: int | None = None
    provider: str = ""
    cost: Decimal | None = None
    is_seen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """Something somebody learned, in their own words."""

    learned_on: date
    category: str
    words: str
    activity: str = ""
    is_shared: bool = False
