"""What the services of this room take in."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkInput:
    """The closing talk with one side: how it stands (states.TalkOutcome), and what was said."""

    outcome: str
    talk_on: date | None = None
    brought: str = ""
    in_touch: str = ""
    goodbye: str = ""
    next: str = ""
    next_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPulse:
    """A light contact after an end: by a volunteer or a colleague, how often, until when, with whose yes."""

    volunteer_id: UUID | None
    colleague_id: UUID | None
    every_weeks: int
    until_on: date
    consent_on: date
    consent_how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWish:
    """Why somebody stops, what we could do better, and what they would like to take along."""

    reasons: tuple[str, ...] = ()
    reason_words: str = ""
    better: tuple[str, ...] = ()
    better_words: str = ""
    wants_letter: bool = False
    wants_certificate: bool = False
    come_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """On which grounds we begin, which core value or norm is concerned, and the steps of which agreement are
    taken over."""

    grounds: tuple[str, ...]
    value: str
    not_kept_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """Something that was tried before: `heard` is one of models.Heard."""

    kind: str
    taken_on: date
    words: str
    heard: str
    own_view: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenInput:
    """What somebody saw, or only heard, on which day: facts."""

    seen_on: date
    is_first_hand: bool
    seen_by: str
    facts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartingTalk:
    """The talk: when, what was said, and how the volunteer reacted."""

    talk_on: date
    words: str
    reaction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goodbye:
    """The words of thanks that go along."""

    thanks: str
    language: str = ""
