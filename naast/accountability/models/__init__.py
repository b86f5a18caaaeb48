"""Rows of this room."""

from naast.accountability.models.breach import Breach, BreachReport
from naast.accountability.models.register import (
    Activity,
    Assessment,
    CleanUp,
    FieldChoice,
    Processor,
)

__all__ = [
    "Activity",
    "Assessment",
    "Breach",
    "BreachReport",
    "CleanUp",
    "FieldChoice",
    "Processor",
]
