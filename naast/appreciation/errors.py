"""What can go wrong in this room, in words for whoever reads it."""

from naast.core.errors import DomainError


class TooMany(DomainError):
    """The same once more on one day."""


class DayMissing(DomainError):
    """The day does not fit."""


class WordsMissing(DomainError):
    """A few words are needed here."""
