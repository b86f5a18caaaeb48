"""Rows of this room."""

from naast.circles.models.circle import (
    Circle,
    CircleStep,
    Covenant,
    CovenantYes,
    InnerMember,
    OuterMember,
)
from naast.circles.models.meeting import (
    MINUTES_WITHIN,
    Agreed,
    Contact,
    LookBack,
    Meeting,
    Present,
)
from naast.circles.models.passage import (
    Debrief,
    HardEvent,
    Passage,
    PassageTo,
    Report,
    Signal,
)

__all__ = [
    "MINUTES_WITHIN",
    "Agreed",
    "Circle",
    "CircleStep",
    "Contact",
    "Covenant",
    "CovenantYes",
    "Debrief",
    "HardEvent",
    "InnerMember",
    "LookBack",
    "Meeting",
    "OuterMember",
    "Passage",
    "PassageTo",
    "Present",
    "Report",
    "Signal",
]
