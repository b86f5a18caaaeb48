"""What can go wrong in this room."""

from naast.core.errors import DomainError


class NothingToPay(DomainError):
    """Nobody waits for money in this way; the text says what to look at."""


class AccountNotRight(DomainError):
    """An account number can't be right, so that no bank would take the file."""
