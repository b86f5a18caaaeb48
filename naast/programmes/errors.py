"""What the world may refuse in this room."""

from naast.core.errors import DomainError, StateConflict


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


class StageStays(DomainError):
    """The application and the start can't be left out of the way."""


class AdviceOutOfOrder(DomainError):
    """The longest advised time of a stage is shorter than the shortest."""
