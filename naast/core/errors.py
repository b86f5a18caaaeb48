"""What can go wrong in the domain. The text is a sentence for the person who reads the page."""

from collections.abc import Mapping

from naast.core.text import Text


class DomainError(Exception):
    """The world does not allow this now; nothing was changed."""


class NotAllowed(DomainError):
    """This actor may not do this."""


class StateConflict(DomainError):
    """Somebody else was first, or the thing is in another state than the page showed."""


class Incomplete(DomainError):
    """Something is missing or does not fit: `fields` says what, by field."""

    def __init__(self, fields: Mapping[str, Text]) -> None:
        super().__init__(" ".join(str(sentence) for sentence in fields.values()))
        self.fields = fields
