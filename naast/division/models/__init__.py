"""Rows about who does what, by subject."""

from naast.division.models.handover import HandOver, StandIn
from naast.division.models.idea import Idea
from naast.division.models.passing import PassedOn
from naast.division.models.pattern import PatternMove, RoomWish
from naast.division.models.staffing import ExtraHand, StaffingDay, StaffingLine
from naast.division.models.table import Division, DivisionVersion, DivisionYes
from naast.division.models.tension import Tension
from naast.division.models.terms import Terms

__all__ = [
    "Division",
    "DivisionVersion",
    "DivisionYes",
    "ExtraHand",
    "HandOver",
    "Idea",
    "PassedOn",
    "PatternMove",
    "RoomWish",
    "StaffingDay",
    "StaffingLine",
    "StandIn",
    "Tension",
    "Terms",
]
