"""What can go wrong in this room. The text is a sentence for the person who reads the page."""

from naast.core.errors import DomainError


class TalkIncomplete(DomainError):
    """Something that belongs to a talk is missing: `fields` says what, by field."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = fields
