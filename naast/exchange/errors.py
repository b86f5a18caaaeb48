"""What can go wrong with a list: each is one sentence for the person who brought the file."""

from naast.core.errors import DomainError


class UnreadableFile(DomainError):
    """The file can't be taken as a list; nothing was read and nothing was changed."""


class UnusableList(DomainError):
    """The file can be read, but not as the kind of list that was asked for."""


class NotUndoable(DomainError):
    """Something else was built on what was loaded, so it stays."""
