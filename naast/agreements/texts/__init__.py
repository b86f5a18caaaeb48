"""Our own texts in Dutch, French and English, as data."""

from naast.agreements.texts.loader import (
    LANGUAGES,
    DefaultText,
    IncompleteText,
    ReadyClause,
    default_text,
    ready_clauses,
)

__all__ = [
    "LANGUAGES",
    "DefaultText",
    "IncompleteText",
    "ReadyClause",
    "default_text",
    "ready_clauses",
]
