"""What the services of this room take in."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from naast.parting.inputs import SeenInput


@dataclass(frozen=True, slots=True, kw_only=True)
class NewComplaint:
    """What somebody tells: what happened, what it is about, and who may listen (S4-22).

    `other_id` and `other_member_id` when they know exactly who it is, `other_words` when they say it in words.
    """

    about: str
    hat: str
    seen: SeenInput
    receiver_id: UUID
    other_id: UUID | None = None
    other_member_id: UUID | None = None
    other_words: str = ""
    without_coordinator: bool = False
    may_be_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ForSomebody:
    """For whom staff write it down: a person we know, or a name with how to reach them."""

    person_id: UUID | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSide:
    """Who sits on the other side: a volunteer, a colleague, or somebody by name."""

    person_id: UUID | None = None
    membership_id: UUID | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkPlan:
    """The talk: when, where, and who leads it."""

    starts_at: datetime
    place: str
    mediator_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer both read, what was agreed, what went well, and when we look back."""

    outcome: str
    agreed: str
    went_well: str
    look_back_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one side told the receiver: how they see it (states.View), or what they say to the talk (states.Yes) or
    to the answer (states.Content)."""

    side: str
    how: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseTerms:
    """What the organisation chose."""

    confirm_days: int
    answer_weeks: int
    look_back_weeks: int
    appeal_name: str = ""
    appeal_address: str = ""
    appeal_phone: str = ""
