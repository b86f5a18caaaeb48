"""Rows of this room, by subject."""

from naast.agreements.models.copy import Copy, CopyState, Issued, Question, Signature
from naast.agreements.models.document import (
    Asks,
    Document,
    DocumentKind,
    Style,
    Version,
    VersionText,
)

__all__ = [
    "Asks",
    "Copy",
    "CopyState",
    "Document",
    "DocumentKind",
    "Issued",
    "Question",
    "Signature",
    "Style",
    "Version",
    "VersionText",
]
