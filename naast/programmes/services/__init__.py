"""Writes of this room, by subject."""

from naast.programmes.services.engagements import (
    Answers,
    change_kind,
    end_engagement,
    engage,
    meet_condition,
    test_engagement,
    undo_condition,
)
from naast.programmes.services.parts import move_part, remove_part, save_part
from naast.programmes.services.programmes import change_programme, create_programme

__all__ = [
    "Answers",
    "change_kind",
    "change_programme",
    "create_programme",
    "end_engagement",
    "engage",
    "meet_condition",
    "move_part",
    "remove_part",
    "save_part",
    "test_engagement",
    "undo_condition",
]
