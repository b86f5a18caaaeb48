"""What can go wrong in this room."""

from naast.core.errors import DomainError, StateConflict


class DayRefused(DomainError):
    """A day that does not fit: `field` says which one."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class HasMentor(StateConflict):
    """Somebody walks along already, or was asked."""


class AlreadyAnswered(StateConflict):
    """This question was answered, or let go."""
