"""Writes of this room, by subject."""

from naast.programmes.services.engagements import (
    Answers,
    change_kind,
    end_engagement,
    engage,
    extend_engagement,
    meet_condition,
    test_engagement,
    undo_condition,
)
from naast.programmes.services.gate import require_allowed, require_ready, require_what_waited
from naast.programmes.services.parts import move_part, remove_part, save_part
from naast.programmes.services.path import (
    Switched,
    change_stage,
    choose_selection,
    move_stage,
    switch_stage,
)
from naast.programmes.services.programmes import change_programme, create_programme
from naast.programmes.services.waiting import let_wait, take_back

__all__ = [
    "Answers",
    "Switched",
    "change_kind",
    "change_programme",
    "change_stage",
    "choose_selection",
    "create_programme",
    "end_engagement",
    "engage",
    "extend_engagement",
    "let_wait",
    "meet_condition",
    "move_part",
    "move_stage",
    "remove_part",
    "require_allowed",
    "require_ready",
    "require_what_waited",
    "save_part",
    "switch_stage",
    "take_back",
    "test_engagement",
    "undo_condition",
]
