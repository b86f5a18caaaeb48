"""What can go wrong in this room."""

from naast.core.errors import DomainError


class NotPayable(DomainError):
    """The law, or a rule of the house, does not let this be paid; the text says why and what to do."""


class DeclareFirst(DomainError):
    """In Belgium a volunteer says first what other organisations pay them in that year (spec/law 1.7)."""

    def __init__(self, text: str, *, year: int) -> None:
        super().__init__(text)
        self.year = year
