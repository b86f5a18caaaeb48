"""A calendar year for finance: what was paid, who nears a ceiling, and what volunteers declared."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from naast.audit import log
from naast.core import clock
from naast.core.http import page
from naast.core.paging import keyset_page
from naast.core.templatetags.ui_actions import Tab
from naast.law.costs.figures import FIRST_DAY
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.statements.queries import lists, nearing
from naast.statements.queries import years as queries
from naast.statements.words import advice

BY_NAME = ("sort_name", "pk")
LOOKED = {
    "year": "costs.year-listed",
    "near": "costs.near-listed",
    "declarations": "costs.declarations-listed",
}


def a_year(year: int) -> int:
    """A year of which this house can know something; any other one is a 404."""
    if not FIRST_DAY.year <= year <= clock.today().year + 1:
        raise Http404
    return year


@require_safe
@open_to(Function.FINANCE)
def overview(request: ActorRequest) -> HttpResponse:
    """This year."""
    return _year(request, clock.today().year)


@require_safe
@open_to(Function.FINANCE)
def year(request: ActorRequest, year: int) -> HttpResponse:
    """One year: what was paid by kind, the name list to take along, and everybody who was paid."""
    return _year(request, a_year(year))


@require_safe
@open_to(Function.FINANCE)
def near(request: ActorRequest, year: int) -> HttpResponse:
    """Who nears a ceiling, also with what other organisations pay, and what to do."""
    look = nearing.look_at(request.organisation, a_year(year), today=clock.today())
    found = keyset_page(nearing.near(request.actor, look), params=request.GET, fields=BY_NAME)
    rows = nearing.shown(found.rows, look)
    context = {
        **_frame(request, year, "near"),
        "look": look,
        "page": found,
        "rows": [(nears, advice(nears, look.country)) for nears in rows],
    }
    return page(request, "statements/near.html", context)


@require_safe
@open_to(Function.FINANCE)
def declarations(request: ActorRequest, year: int) -> HttpResponse:
    """What volunteers said on their honour about this year, and on which day."""
    rows = queries.declared_in(request.actor, a_year(year))
    context = {
        **_frame(request, year, "declarations"),
        "page": keyset_page(rows, params=request.GET, fields=BY_NAME),
        "undeclared": queries.undeclared_in(request.actor, year),
    }
    return page(request, "statements/declarations.html", context)


def _year(request: ActorRequest, year: int) -> HttpResponse:
    shown = queries.year_of(request.actor, year)
    found = keyset_page(queries.people_of(request.actor, year), params=request.GET, fields=BY_NAME)
    context = {
        **_frame(request, year, "year"),
        "shown": shown,
        "page": found,
        "rows": queries.people_shown(found.rows),
        "parts": lists.parts_of(request.actor, year) if shown.lines > lists.MOST_ON_PAPER else [],
        "kept_until": queries.kept_until(request.organisation.pk, year),
    }
    return page(request, "statements/year.html", context)


def _frame(request: ActorRequest, year: int, current: str) -> dict[str, object]:
    """What the three pages of a year share: its tabs, and the other years. Each holds names with amounts or with what
    somebody declared: that it was opened is written down."""
    log.looked(LOOKED[current], actor=request.actor, target=request.organisation)
    pages = (
        ("year", _("What was paid")),
        ("near", _("Near a ceiling")),
        ("declarations", _("Declarations")),
    )
    url = request.actor.url
    years = queries.years_of(request.actor, today=clock.today())
    return {
        "year": year,
        "tabs": [
            Tab(label, url(f"statements:{name}", year=year), name == current)
            for name, label in pages
        ],
        "years": [(each, url(f"statements:{current}", year=each)) for each in years],
    }
