"""What leaves the house on paper or as a file: the name list and the statement of a volunteer."""

from uuid import UUID

from django.http import HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from naast.core.http import or_404
from naast.core.sheets import CONTENT_TYPES
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.statements.queries import lists, statements
from naast.statements.services import taking
from naast.statements.views.years import a_year

PDF = "application/pdf"


@require_safe
@open_to(Function.FINANCE)
def sheet(request: ActorRequest, year: int) -> StreamingHttpResponse:
    """The name list as a spreadsheet."""
    pieces = taking.take_sheet(actor=request.actor, house=request.organisation, year=a_year(year))
    answer = StreamingHttpResponse(pieces, content_type=CONTENT_TYPES["xlsx"])
    answer["Content-Disposition"] = f'attachment; filename="costs-{year}.xlsx"'
    return answer


@require_safe
@open_to(Function.FINANCE)
def paper(request: ActorRequest, year: int) -> HttpResponse:
    """The whole name list as PDF; of a long one, its first part."""
    return _paper(request, a_year(year), number=1)


@require_safe
@open_to(Function.FINANCE)
def paper_part(request: ActorRequest, year: int, number: int) -> HttpResponse:
    """One part of a long name list as PDF."""
    return _paper(request, a_year(year), number=number)


@require_safe
@open_to(Function.FINANCE)
def statement(request: ActorRequest, year: int, person_id: UUID) -> HttpResponse:
    """What one volunteer was paid back in one year, as PDF."""
    found = or_404(statements.year_of_somebody(request.actor, person_id, year))
    return _pdf(taking.take_statement(actor=request.actor, year=found), f"statement-{year}")


@require_safe
@open_to(Function.VOLUNTEER)
def my_statement(request: ActorRequest, year: int) -> HttpResponse:
    """What I was paid back in one year, as PDF."""
    found = or_404(statements.own_year(request.actor, year))
    return _pdf(taking.take_statement(actor=request.actor, year=found), f"statement-{year}")


def _paper(request: ActorRequest, year: int, *, number: int) -> HttpResponse:
    parts = {each.number: each for each in lists.parts_of(request.actor, year)}
    part = or_404(parts.get(number))
    content = taking.take_paper(
        actor=request.actor,
        house=request.organisation,
        year=year,
        part=part if len(parts) > 1 else None,
    )
    return _pdf(content, f"costs-{year}" if len(parts) == 1 else f"costs-{year}-{number}")


def _pdf(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=PDF)
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer
