"""What people may be told no about, by name."""

from naast.core.errors import DomainError


class NotTalked(DomainError):
    """The end waits for the talk with one of the two."""


class InTheWay(DomainError):
    """Something has to be closed or handed over first: `what` says so, with where."""

    def __init__(self, sentence: str, what: list[tuple[str, str]]) -> None:
        super().__init__(sentence)
        self.what = what
