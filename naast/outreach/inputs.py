"""What services take in."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlan:
    """Everything about a meeting that its planner decides."""

    kind: str
    title: str
    starts_at: datetime
    text: str = ""
    minutes: int = 90
    place: str = ""
    online_url: str = ""
    language: str = "nl"
    interpreter: str = ""
    places: int | None = None
    host_id: UUID | None = None
    channel_id: UUID | None = None
    is_public: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Who signs up for a meeting."""

    name: str
    email: str = ""
    phone: str = ""
    language: str = "nl"
    brings: int = 0
    needs_interpreter: bool = False
    needs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPlan:
    """What a group would like; codes as in the model."""

    group_name: str
    sort: str
    contact_name: str
    number: int
    plan: str
    brings: str
    kind: str = "volunteering"
    third_party: str = ""
    email: str = ""
    phone: str = ""
    language: str = "nl"
    wanted_on: date | None = None
    programme_id: UUID | None = None
    after_care: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAnswer:
    """What we answer a group. `subject` and `body` are the words the coordinator read and changed."""

    subject: str
    body: str
    date_on: date | None = None
    host_id: UUID | None = None
    note: str = ""
    over_reason: str = ""
    alternative: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignPlan:
    """A 2+ campaign; without an end it lasts three months."""

    programme_id: UUID
    starts_on: date
    ends_on: date | None = None
    aims_at: int = 2
    tasks: tuple[str, ...] = ()
    welcome_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadNote:
    """Somebody to ask, and what came of it."""

    first_name: str
    ask_before: date
    task: str = ""
    outcome: str = "not_asked"
    try_on: date | None = None
    welcomed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JobPlan:
    """A short job."""

    title: str
    starts_at: datetime
    place: str
    text: str = ""
    minutes: int = 120
    places: int = 2
    until_on: date | None = None
    programme_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperNote:
    """Who helps now and then."""

    name: str
    what: str
    email: str = ""
    phone: str = ""
    language: str = "nl"
    rhythm: str = "once"
    is_own_initiative: bool = False
    invite_again_on: date | None = None
    # Days on which they helped already, with whether they were insured.
    days: tuple[tuple[date, bool], ...] = field(default=())
