"""Rows of this room: shifts in a match, and the work of a programme."""

from naast.shifting.models.shift import (
    AgreedTask,
    ShiftAnswers,
    ShiftStep,
    ShiftView,
    TaskShift,
)
from naast.shifting.models.work import (
    Complexity,
    PlaceCheck,
    QuarterLook,
    StaffTask,
    TaskKind,
    TaskSheet,
    TeamTalk,
)

__all__ = [
    "AgreedTask",
    "Complexity",
    "PlaceCheck",
    "QuarterLook",
    "ShiftAnswers",
    "ShiftStep",
    "ShiftView",
    "StaffTask",
    "TaskKind",
    "TaskSheet",
    "TaskShift",
    "TeamTalk",
]
