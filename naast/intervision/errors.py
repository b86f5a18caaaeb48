"""What can go wrong in this room."""

from naast.core.errors import DomainError, StateConflict


class NameInText(DomainError):
    """A text tells who it is about: `words` are the places that do, as they were typed."""

    def __init__(self, sentence: str, words: list[str]) -> None:
        super().__init__(sentence)
        self.words = words


class NameDoubtful(NameInText):
    """A word may be a name: the writer looks once more and says that it is not."""


class NotOfHere(DomainError):
    """Who or what was chosen can't belong to this group."""


class EveningOver(StateConflict):
    """The evening was held or called off, or it has not begun yet."""


class VotingOver(StateConflict):
    """The votes are counted, or this person has none left."""


class SomethingMissing(DomainError):
    """A sentence, a day or a name that is needed was left out."""
