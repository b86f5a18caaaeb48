"""A list or a statement leaves the house: made, and who took it stands in the history."""

from collections.abc import Iterator
from decimal import Decimal
from tempfile import SpooledTemporaryFile
from typing import Any

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core.errors import NotAllowed
from naast.core.sheets import write_xlsx
from naast.expenses.models import CostYear
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.statements.pdf import list_heads, list_pdf, statement_pdf, what_of
from naast.statements.queries.lists import Line, Part, lines_of
from naast.statements.queries.statements import statement_of

# A list of this many bytes stays in memory; a longer one goes to a file that nobody else can open.
IN_MEMORY = 1_000_000
A_PIECE = 64 * 1024


def take_sheet(*, actor: Actor, house: Organisation, year: int) -> Iterator[bytes]:
    """The name list as a spreadsheet, in the language of the page: written row by row and handed out in pieces, so
    that a list of any length takes little memory. Raises NotAllowed."""
    _take(actor, house, year)
    return _pieces(actor, year, get_language())


def take_paper(*, actor: Actor, house: Organisation, year: int, part: Part | None) -> bytes:
    """The name list as PDF, or one part of a long one. Raises NotAllowed."""
    _take(actor, house, year)
    return list_pdf(lines_of(actor, year, part=part), year=year, house=house, part=part)


def take_statement(*, actor: Actor, year: CostYear) -> bytes:
    """The statement of one volunteer, for finance or for themselves. Raises NotAllowed."""
    if not actor.has(Function.FINANCE) and actor.person_id != year.person_id:
        raise NotAllowed(_("Only finance and the volunteer can do this."))
    log.looked("costs.statement-taken", actor=actor, target=year.person)
    return statement_pdf(statement_of(year))


def _take(actor: Actor, house: Organisation, year: int) -> None:
    if not actor.has(Function.FINANCE) or house.pk != actor.organisation_id:
        raise NotAllowed(_("Only finance can do this."))
    log.record("costs.list-taken", actor=actor, target=house, changes={"year": year})


def _pieces(actor: Actor, year: int, language: str | None) -> Iterator[bytes]:
    with SpooledTemporaryFile(IN_MEMORY) as file:
        with override(language):
            rows = (_cells(line) for line in lines_of(actor, year))
            write_xlsx(file, list_heads(), rows, _("Costs of %(year)s") % {"year": year})
        file.seek(0)
        while piece := file.read(A_PIECE):
            yield piece


def _cells(line: Line) -> list[Any]:
    km = None if line.km is None else Decimal(line.km) / 1000
    return [
        line.name,
        line.day,
        what_of(line.kind, line.cents),
        km,
        Decimal(line.cents) / 100,
        line.paid_on,
    ]
