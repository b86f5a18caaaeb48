"""What people say and answer, as one value."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class NewRequest:
    """A question about data: of whom, what, when and how it came. `who` names somebody of whom we have nothing."""

    kind: str
    asked_on: date
    how: str
    words: str = ""
    person_id: UUID | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was done, in words for the person; for a correction what is right now, never what was wrong."""

    outcome: str
    words: str
    corrected: str = ""
