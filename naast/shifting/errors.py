"""What the world may refuse in this room."""

from collections.abc import Mapping

from naast.core.errors import DomainError
from naast.core.text import Text


class AnswersMissing(DomainError):
    """Something has to be said first. `fields`: field to sentence, for what a form can mend."""

    def __init__(self, fields: Mapping[str, Text]) -> None:
        super().__init__(" ".join(str(sentence) for sentence in fields.values()))
        self.fields = fields


class AgreedAlready(DomainError):
    """This belongs to the agreement of these two, or is being settled."""


class NotYetAble(AnswersMissing):
    """A permission follows what somebody can and what was agreed, not whether they are paid (S2-12)."""
