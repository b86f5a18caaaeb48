"""What may be told no about, by name."""

from naast.core.errors import DomainError


class Incomplete(DomainError):
    """Something is missing: `fields` says what, by field."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = fields
