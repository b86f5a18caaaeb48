"""The name list of a year and the statement of a volunteer as accessible PDF (PDF/UA-1)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from naast.core import clock
from naast.core.pdf import pdf_of
from naast.expenses.models import Claim, Declaration
from naast.expenses.money import euro, kilometres
from naast.organisations.models import Organisation
from naast.people.models import Person
from naast.statements.queries.lists import Line, Part
from naast.statements.queries.statements import Statement
from naast.statements.queries.years import Total

TEMPLATE = Path(__file__).parent / "sheets" / "year.typ"


def list_pdf(lines: Iterable[Line], *, year: int, house: Organisation, part: Part | None) -> bytes:
    """The name list, or one part of it, in the language of the page."""
    title = _("Costs paid back in %(year)s: name list") % {"year": year}
    if part is not None:
        title = _("%(title)s, part %(number)s") % {"title": title, "number": part.number}
    rows = [_row_of_list(line) for line in lines]
    lead = [by_day_of_the_cost(year)] if rows else [nothing_paid()]
    tables = [_table(_("Each payment"), list_heads(), rows, numbers=(3, 4))] if rows else []
    return _made(title, "", house, lead, tables, [])


def list_heads() -> list[str]:
    """The columns of the name list, on paper and in a spreadsheet."""
    return [_("Name"), _("Day"), _("What"), _("Kilometres"), _("Amount"), _("Paid on")]


def by_day_of_the_cost(year: int) -> str:
    """Why a payment stands in this year."""
    return _(
        "Each payment stands in the year of its cost: what was spent in %(year)s and paid later is on this list, with both days."
    ) % {"year": year}


def nothing_paid() -> str:
    """What an empty list says."""
    return _("Nothing was paid back in this year.")


def statement_pdf(statement: Statement) -> bytes:
    """What one volunteer was paid back in one year, in their own language."""
    year = statement.year
    with override(language_of(year.person, year.organisation)):
        lead = [
            _("%(organisation)s paid back these costs of %(year)s: %(amount)s together.")
            % {
                "organisation": year.organisation.name,
                "year": year.year,
                "amount": euro(statement.cents),
            }
            if statement.lines
            else nothing_paid()
        ]
        return _made(
            _("My costs in %(year)s") % {"year": year.year},
            year.listed_name,
            year.organisation,
            lead,
            _tables(statement),
            [note for note in (_word_of(statement.declaration), _kept()) if note],
        )


def language_of(person: Person, house: Organisation) -> str:
    """In which language somebody reads: their own, or that of the house."""
    return person.user.language if person.user else house.language


def _tables(statement: Statement) -> list[dict[str, Any]]:
    if not statement.lines:
        return []
    heads = [_("Day"), _("What"), _("Kilometres"), _("Amount"), _("Paid on")]
    rows = [_row_of_statement(line) for line in statement.lines]
    return [
        _table(
            _("By kind"), [_("What"), _("Amount")], _rows_by_kind(statement.totals), numbers=(1,)
        ),
        _table(_("Each payment"), heads, rows, numbers=(2, 3)),
    ]


def _rows_by_kind(totals: Iterable[Total]) -> list[list[str]]:
    return [[total.label, euro(total.cents)] for total in totals]


def _row_of_list(line: Line) -> list[str]:
    return [
        line.name,
        date_format(line.day, "SHORT_DATE_FORMAT"),
        what_of(line.kind, line.cents),
        "" if line.km is None else kilometres(line.km),
        euro(line.cents),
        "" if line.paid_on is None else date_format(line.paid_on, "SHORT_DATE_FORMAT"),
    ]


def _row_of_statement(claim: Claim) -> list[str]:
    return [
        date_format(claim.day, "SHORT_DATE_FORMAT"),
        what_of(claim.get_kind_display(), claim.cents),
        "" if claim.km is None else kilometres(claim.km),
        euro(claim.cents),
        "" if claim.paid_on is None else date_format(claim.paid_on, "SHORT_DATE_FORMAT"),
    ]


def what_of(kind: str, cents: int) -> str:
    """The kind of a payment; said where it takes an earlier one back."""
    return _("%(kind)s (correction)") % {"kind": kind} if cents < 0 else kind


def _word_of(declaration: Declaration | None) -> str:
    if declaration is None:
        return ""
    day = date_format(declaration.declared_on, "DATE_FORMAT")
    if declaration.has_others:
        return _(
            "On %(day)s the volunteer declared that another organisation pays something too."
        ) % {"day": day}
    return _("On %(day)s the volunteer declared that no other organisation pays anything.") % {
        "day": day
    }


def _kept() -> str:
    return _(
        "Keep this sheet with your papers: somebody may ask what you were paid back. It says nothing about how often you were here."
    )


def _table(
    heading: str, heads: list[str], rows: list[list[str]], *, numbers: tuple[int, ...]
) -> dict[str, Any]:
    return {"heading": heading, "heads": heads, "rows": rows, "numbers": list(numbers)}


def _made(
    title: str,
    name: str,
    house: Organisation,
    lead: list[str],
    tables: list[dict[str, Any]],
    notes: list[str],
) -> bytes:
    day = clock.today()
    content = {
        "title": title,
        "name": name,
        "organisation": house.name,
        "language": (get_language() or "nl")[:2],
        "on": [day.year, day.month, day.day],
        "date": date_format(day, "DATE_FORMAT"),
        "lead": lead,
        "tables": tables,
        "notes": notes,
    }
    return pdf_of(TEMPLATE, content)
