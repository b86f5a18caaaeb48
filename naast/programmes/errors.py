"""What the world may refuse in this room."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from naast.core.errors import DomainError, StateConflict
from naast.core.text import Text


class NameTaken(DomainError):
    """Another programme of the organisation has this name."""


class TermsIncomplete(DomainError):
    """An engagement that doesn't say who steers or until when. `fields`: field to sentence."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = fields


class NotVolunteering(DomainError):
    """The five questions say no: this can't be called volunteering."""


class AlreadyTakesPart(StateConflict):
    """This person has an open engagement in this programme."""


class EngagementEnded(StateConflict):
    """This engagement ended; nothing about it changes any more."""


class KeptElsewhere(DomainError):
    """A page of its own proves this condition: a day that is written down by hand proves nothing beside it."""


class StageStays(DomainError):
    """The application and the start can't be left out of the way."""


class AdviceOutOfOrder(DomainError):
    """The longest advised time of a stage is shorter than the shortest."""


class BasicCareStays(DomainError):
    """Basic care can't be a task of volunteers alone (S1-172)."""


class Needed(Protocol):
    """What an error tells of something that is missing (readiness.Item)."""

    @property
    def code(self) -> str: ...

    @property
    def label(self) -> Text: ...


class StillNeeded(DomainError):
    """Something has to happen before this can start. `items`: what the gate of a programme misses (S0-44)."""

    def __init__(self, sentence: str, items: Sequence[Needed] = ()) -> None:
        super().__init__(sentence)
        self.items = items


class CannotWait(DomainError):
    """This can't be let wait as asked. `fields`: field to sentence, for what a form can mend."""

    def __init__(self, sentence: Text, fields: Mapping[str, Text] | None = None) -> None:
        super().__init__(str(sentence))
        self.fields = fields or {}
