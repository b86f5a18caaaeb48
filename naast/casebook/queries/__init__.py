"""Reads; what other rooms may use stands here."""

from naast.casebook.queries.cards import contacts, read_by
from naast.casebook.queries.cases import CaseLink, case_by_reference, cases_for
from naast.casebook.queries.sheets import sheets_of_programme

__all__ = [
    "CaseLink",
    "case_by_reference",
    "cases_for",
    "contacts",
    "read_by",
    "sheets_of_programme",
]
