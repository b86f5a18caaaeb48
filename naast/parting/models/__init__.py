"""Rows of this room."""

from naast.parting.models.closing import Care, Closing, ClosingTalk
from naast.parting.models.farewell import Away, Invitation, Keepsake, OnwardGoal
from naast.parting.models.parting import EarlierStep, Heard, Parting, PartingReason, Seen
from naast.parting.models.pulse import Pulse, PulseContact

__all__ = [
    "Away",
    "Care",
    "Closing",
    "ClosingTalk",
    "EarlierStep",
    "Heard",
    "Invitation",
    "Keepsake",
    "OnwardGoal",
    "Parting",
    "PartingReason",
    "Pulse",
    "PulseContact",
    "Seen",
]
