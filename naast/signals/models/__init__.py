"""Rows of this room."""

from naast.signals.models.handling import (
    AgendaPoint,
    Calamity,
    Consultation,
    Decision,
    LevelChange,
    Measure,
)
from naast.signals.models.signal import Signal

__all__ = [
    "AgendaPoint",
    "Calamity",
    "Consultation",
    "Decision",
    "LevelChange",
    "Measure",
    "Signal",
]
