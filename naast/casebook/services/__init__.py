"""Writes."""

from naast.casebook.services.pieces import (
    change_case,
    change_sheet,
    show_case,
    show_sheet,
    write_case,
    write_sheet,
)
from naast.casebook.services.programmes import choose_sheets
from naast.casebook.services.reading import say_cards_read
from naast.casebook.services.starter import take_starter_set

__all__ = [
    "change_case",
    "change_sheet",
    "choose_sheets",
    "say_cards_read",
    "show_case",
    "show_sheet",
    "take_starter_set",
    "write_case",
    "write_sheet",
]
