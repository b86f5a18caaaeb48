"""Rows of this room, by subject."""

from naast.programmes.models.engagement import (
    FIVE_QUESTIONS,
    Engagement,
    EngagementQuerySet,
    EngagementTest,
    Kind,
    newest_result,
)
from naast.programmes.models.parts import (
    ContactLine,
    EntryCondition,
    OnCallLine,
    ProgrammePart,
    Task,
)
from naast.programmes.models.programme import (
    Form,
    Pattern,
    Programme,
)

__all__ = [
    "FIVE_QUESTIONS",
    "ContactLine",
    "Engagement",
    "EngagementQuerySet",
    "EngagementTest",
    "EntryCondition",
    "Form",
    "Kind",
    "OnCallLine",
    "Pattern",
    "Programme",
    "ProgrammePart",
    "Task",
    "newest_result",
]
