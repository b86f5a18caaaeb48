"""What services take in: a new application, a new referral."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class NewApplication:
    """What somebody told us, by themselves or through whoever entered it. Codes are those of the
    model's choices; `explored`, `barriers` and `languages` as the model says. `sent_as` names the form
    that was sent: twice the same makes one. `is_reached_otherwise`: there is another way to answer than
    an address or a number."""

    programme_id: UUID
    given_name: str
    family_name: str = ""
    email: str = ""
    phone: str = ""
    place: str = ""
    language: str = "nl"
    languages: Mapping[str, int] = field(default_factory=dict)
    prefers_phone: bool = False
    age: str = "adult"
    vacancy_id: UUID | None = None
    is_undecided: bool = False
    channel_code: str = ""
    person_id: UUID | None = None
    sent_as: str = ""
    is_reached_otherwise: bool = False
    came_by: str = "site"
    came_on: date | None = None
    via: str = ""
    brings_along: str = ""
    why_here: str = ""
    likes: str = ""
    can: str = ""
    explored: Mapping[str, object] = field(default_factory=dict)
    professional_past: str = ""
    weekly: int | None = None
    term_months: int | None = None
    times_a_month: int | None = None
    support_wishes: tuple[str, ...] = ()
    barriers: Mapping[str, str] = field(default_factory=dict)
    occasion: str = ""
    free_choice: str = ""
    kind: str = "volunteering"
    working_relation: str = "free"
    steered_by: str = ""
    needs_guide: bool = False
    guide: str = ""
    expects: str = ""


# Columns that are copied as they are.
COPIED = (
    "given_name",
    "family_name",
    "phone",
    "place",
    "language",
    "prefers_phone",
    "age",
    "is_undecided",
    "sent_as",
    "came_by",
    "via",
    "brings_along",
    "why_here",
    "likes",
    "can",
    "professional_past",
    "weekly",
    "term_months",
    "times_a_month",
    "occasion",
    "free_choice",
    "kind",
    "working_relation",
    "steered_by",
    "needs_guide",
    "guide",
    "expects",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReferral:
    """What a referrer sends: the candidate's first name and a way to reach them, themselves, and the
    conditions they accepted (codes of models.Condition)."""

    application: NewApplication
    conditions: frozenset[str]
    service: str
    name: str
    email: str = ""
    phone: str = ""
    language: str = "nl"
    calls_together: bool = False
