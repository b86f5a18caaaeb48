"""What the services about steps take in."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody saw, or only heard, on which day: facts."""

    seen_on: date
    is_first_hand: bool
    seen_by: str
    facts: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement it is about, as it stands: where (`NotKept.About`), by which reference, in which words;
    `copy_id` when it stands in what was signed."""

    about: str
    reference: str
    words: str
    copy_id: str = ""


@dataclass(frozen=True, slots=True)
class OwnView:
    """How the volunteer sees it: `view` is one of `StepTaken.View`."""

    view: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class StepInput:
    """One step: when, why, what was said and agreed, when we look again; `safety_reason` skips the waiting;
    `own_view` when the volunteer was heard in the same talk."""

    taken_on: date
    reason: str = ""
    note: str = ""
    agreed: str = ""
    look_back_on: date | None = None
    safety_reason: str = ""
    own_view: OwnView | None = None
