"""What services take in about a wish: the words, the preferences, the home, the yes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """The fields of a request that say what somebody would like. Empty or None is *not asked yet*."""

    own_words: str
    pace: str = ""
    languages: Mapping[str, int] = field(default_factory=dict)
    genders: tuple[str, ...] = ()
    weekly: int | None = None
    max_km: int | None = None
    rather_not_nearby: bool = False
    no_smoker: bool = False
    types: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    rhythm: int | None = None
    term_months: int | None = None
    closeness: int | None = None
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What a volunteer meets in the home (kept on the participant's profile)."""

    home_has_smoker: bool | None = None
    home_pets: tuple[str, ...] = ()
    home_has_stairs: bool | None = None
    allergies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Yes:
    """A yes of the participant: when, and how it was given (codes of Consent.How)."""

    given_on: date
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """The wishes with what belongs to them; None leaves the home or the topics as they are."""

    wishes: Wishes
    home: Home | None = None
    topic_ids: frozenset[UUID] | None = None
    own_criteria_yes: Yes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRequest:
    """A wish that comes in."""

    participant_id: UUID
    programme_id: UUID
    particulars: Particulars
    asked_on: date
    is_for_household: bool = False
    consent: Yes | None = None
    is_exploring: bool = False
    review_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGoal:
    """A goal of the participant, or the place for one that is still to be found (S1-80)."""

    text: str
    is_still_to_explore: bool = False
    consulted_on: date | None = None
    review_on: date | None = None
