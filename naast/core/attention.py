"""What a room tells the desk: one thing that asks for somebody's attention, and why."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from naast.core.text import Text


class _Everything:
    """Holds every name: whoever asks without having looked first gets all."""

    def __contains__(self, name: object) -> bool:
        return True


EVERYTHING: Container[str] = _Everything()
# Name of a kind to the rows that ask for it: the desk looks once which exist, and reads only those.
Signs = dict[str, QuerySet[Any, Any]]


class Urgency(IntEnum):
    """The three groups of the coordinator's day."""

    NOW = 1
    THIS_WEEK = 2
    GOOD_TO_KNOW = 3


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """One line on somebody's desk: a sentence with its reason, since when, and the next step.

    `kind` groups and can be put off; `subject_id` is the row it is about, `owner_id` the membership
    that is responsible (None: every coordinator), `name` gives the initials beside it. `has_hours`: it has
    to be looked at within hours, so it stands before everything else of its group.
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
    has_hours: bool = False

    @property
    def headline(self) -> str:
        """The sentence, led by the name where it doesn't say who it is about."""
        sentence, first = str(self.sentence), self.name.split(" ")[0]
        return sentence if first in sentence else f"{self.name}: {sentence}"
