"""Rows of this room: checks seen, what was reported, what is insured."""

from naast.checks.models.check import CheckKind, CheckRecord
from naast.checks.models.insurance import Activity, Policy
from naast.checks.models.report import NO, RATHER_NOT, Report, Statement, StatementProgramme

__all__ = [
    "NO",
    "RATHER_NOT",
    "Activity",
    "CheckKind",
    "CheckRecord",
    "Policy",
    "Report",
    "Statement",
    "StatementProgramme",
]
