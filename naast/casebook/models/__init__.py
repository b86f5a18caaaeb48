"""Rows of this room, by subject."""

from naast.casebook.models.cards_read import CardsRead
from naast.casebook.models.case import Case, CaseForm
from naast.casebook.models.piece import Piece
from naast.casebook.models.sheet import SHEET_LISTS, ProgrammeSheet, Sheet

__all__ = ["SHEET_LISTS", "CardsRead", "Case", "CaseForm", "Piece", "ProgrammeSheet", "Sheet"]
