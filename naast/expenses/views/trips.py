"""The volunteer's own trip sheet: on the page, on paper, and as a list."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from naast.core import clock
from naast.core.http import page
from naast.core.sheets import CONTENT_TYPES
from naast.expenses.queries import mine as queries
from naast.expenses.trip_sheet import TripSheet, trips_pdf, trips_xlsx
from naast.expenses.views.own_doors import by_volunteer
from naast.organisations.access import ActorRequest

FIRST_YEAR = 2019
MONTHS = range(1, 13)


@require_safe
@by_volunteer
def my_trips(request: ActorRequest, year: int) -> HttpResponse:
    """The travel of a year or a month, by day."""
    sheet = _sheet(request, year)
    context: dict[str, object] = {
        "sheet": sheet,
        "years": queries.years_with_trips(request.actor),
        "months": queries.months_with_trips(request.actor, year),
        "asked": "" if sheet.month is None else f"?month={sheet.month}",
    }
    return page(request, "expenses/mine_trips.html", context)


@require_safe
@by_volunteer
def my_trips_pdf(request: ActorRequest, year: int) -> HttpResponse:
    """The sheet on paper."""
    return _file(trips_pdf(_sheet(request, year)), "application/pdf", f"trips-{year}.pdf")


@require_safe
@by_volunteer
def my_trips_xlsx(request: ActorRequest, year: int) -> HttpResponse:
    """The sheet as a list."""
    return _file(trips_xlsx(_sheet(request, year)), CONTENT_TYPES["xlsx"], f"trips-{year}.xlsx")


def _sheet(request: ActorRequest, year: int) -> TripSheet:
    if not FIRST_YEAR <= year <= clock.today().year:
        raise Http404
    asked = request.GET.get("month", "")
    month = int(asked) if asked.isascii() and asked.isdigit() else None
    month = month if month in MONTHS else None
    return TripSheet(
        name=request.user.name,
        organisation=request.organisation.name,
        year=year,
        month=month,
        claims=list(queries.trips(request.actor, year=year, month=month)),
    )


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
