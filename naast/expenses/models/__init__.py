"""Rows of this room."""

from naast.expenses.models.claim import Claim, Proof
from naast.expenses.models.terms import CostSettings, ProgrammeCosts
from naast.expenses.models.year import CostYear, Declaration, PayAccount

__all__ = [
    "Claim",
    "CostSettings",
    "CostYear",
    "Declaration",
    "PayAccount",
    "ProgrammeCosts",
    "Proof",
]
