"""What can go wrong here, as sentences for who reads the page."""

from naast.core.errors import DomainError, StateConflict


class AlreadyAnswered(StateConflict):
    """This self-check was answered or let go."""


class AlreadyTalked(StateConflict):
    """A colleague wrote down a talk about this already."""


class AlreadyAsked(StateConflict):
    """The volunteer asked this already, and waits for the call."""


class NothingLeft(DomainError):
    """Something is missing in what was asked: a match, a day, a few words."""
