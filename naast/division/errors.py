"""What can go wrong in this room."""

from naast.core.errors import DomainError, StateConflict


class ChangedMeanwhile(StateConflict):
    """The table is no longer the one that was on the screen."""


class WordsMissing(DomainError):
    """Something has to be written first. `field` is where."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field
