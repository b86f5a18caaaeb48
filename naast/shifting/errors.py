"""What the world may refuse in this room."""

from naast.core.errors import DomainError, Incomplete


class AnswersMissing(Incomplete):
    """Something has to be said first. `fields`: field to sentence, for what a form can mend."""


class AgreedAlready(DomainError):
    """This belongs to the agreement of these two, or is being settled."""


class NotYetAble(AnswersMissing):
    """A permission follows what somebody can and what was agreed, not whether they are paid (S2-12)."""
