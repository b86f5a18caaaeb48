"""What the world may refuse in this room."""

from naast.core.errors import DomainError, StateConflict


class CircleFull(DomainError):
    """Six volunteers is the most: more is no circle any more."""


class AlreadyInside(StateConflict):
    """This person has a place in the circle already."""


class NotOfHere(DomainError):
    """Somebody was chosen who does not belong to this circle, or can't."""


class WordsMissing(DomainError):
    """This needs a few words."""


class NotConsented(DomainError):
    """The core member did not agree that this person hears this."""


class AlreadyReleased(StateConflict):
    """What left the coordinator's screen does not change any more."""


class TooEarly(DomainError):
    """This is written once it took place."""
