"""What can stand in the way of erasing somebody."""

from dataclasses import dataclass

from naast.core.errors import DomainError


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Something that has to be settled first: a sentence that says how, and the page where it is done; no page
    for who may not know what it is."""

    sentence: str
    url: str = ""


class InTheWay(DomainError):
    """Nothing was erased: these come first."""

    def __init__(self, what: list[Hindrance]) -> None:
        super().__init__(" ".join(each.sentence for each in what))
        self.what = what


class TermOutOfBounds(DomainError):
    """A term that is shorter or longer than what may be chosen."""
