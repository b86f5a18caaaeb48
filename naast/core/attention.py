"""What a room tells the desk: one thing that asks for somebody's attention, and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from uuid import UUID

from naast.core.text import Text


class Urgency(IntEnum):
    """The three groups of the coordinator's day."""

    NOW = 1
    THIS_WEEK = 2
    GOOD_TO_KNOW = 3


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """One line on somebody's desk: a sentence with its reason, since when, and the next step.

    `kind` groups and can be put off; `subject_id` is the row it is about, `owner_id` the membership
    that is responsible (None: every coordinator), `name` gives the initials beside it.
    """

    kind: str
    subject_id: UUID
    name: str
    sentence: Text
    since: datetime
    urgency: Urgency
    url: str
    action: Text
    owner_id: UUID | None = None

    @property
    def headline(self) -> str:
        """The sentence, led by the name where it doesn't say who it is about."""
        sentence, first = str(self.sentence), self.name.split(" ")[0]
        return sentence if first in sentence else f"{self.name}: {sentence}"
