"""What can go wrong in the domain. The text is a sentence for the person who reads the page."""


class DomainError(Exception):
    """The world does not allow this now; nothing was changed."""


class NotAllowed(DomainError):
    """This actor may not do this."""


class StateConflict(DomainError):
    """Somebody else was first, or the thing is in another state than the page showed."""
