"""What people may be told no about, by name."""

from naast.core.errors import DomainError


class HearsayOnly(DomainError):
    """Nobody saw or heard it themselves (S1-273)."""


class NotHeard(DomainError):
    """The view of one of the two is not known."""


class CanBeLookedAt(DomainError):
    """Somebody saw it themselves: it gets an answer."""


class NotAgreed(DomainError):
    """The reporter has not agreed that their name is told, or a side has not said yes."""
