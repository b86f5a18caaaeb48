"""Rows of this room, by subject."""

from naast.programmes.models.engagement import (
    FIVE_QUESTIONS,
    Engagement,
    EngagementQuerySet,
    EngagementTest,
    Kind,
    WorkingRelation,
    newest_result,
)
from naast.programmes.models.override import Override
from naast.programmes.models.parts import (
    ContactLine,
    EntryCondition,
    OnCallLine,
    ProgrammePart,
    Task,
)
from naast.programmes.models.path import Competence, PathStage, StageKind
from naast.programmes.models.programme import (
    Form,
    Pattern,
    Programme,
    Selection,
    Serves,
)

__all__ = [
    "FIVE_QUESTIONS",
    "Competence",
    "ContactLine",
    "Engagement",
    "EngagementQuerySet",
    "EngagementTest",
    "EntryCondition",
    "Form",
    "Kind",
    "OnCallLine",
    "Override",
    "PathStage",
    "Pattern",
    "Programme",
    "ProgrammePart",
    "Selection",
    "Serves",
    "StageKind",
    "Task",
    "WorkingRelation",
    "newest_result",
]
