"""Figures of recruiting: without a name, and without a way to one."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.http import page
from naast.core.templatetags.ui_actions import Tab
from naast.core.text import Text
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.recruitment.forms.lists import ProgrammeForm
from naast.recruitment.queries import figures, sources, staying, voluntary

READERS = (Function.COORDINATOR, Function.BOARD)
BY: dict[str, Text] = {
    figures.CHANNEL: _("By channel"),
    figures.PROGRAMME: _("By programme"),
    figures.MONTH: _("By month"),
}


@require_http_methods(["GET"])
@open_to(*READERS)
def funnel(request: ActorRequest) -> HttpResponse:
    """How many came, how far, where people stop and why, and how long it takes (S1-245, S1-246)."""
    this_year = clock.today().year
    years = figures.years(request.actor) or [this_year]
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else years[0]
    by = request.GET.get("by", figures.CHANNEL)
    by = by if by in BY else figures.CHANNEL
    form = ProgrammeForm(
        request.GET or None, programmes=figures.programmes(request.actor, year=year)
    )
    context = {
        "year": year,
        "years": _tabs(request, {str(each): str(each) for each in years}, "year", str(year), by=by),
        "by": _tabs(request, BY, "by", by, year=str(year)),
        "heading": BY[by],
        "funnel": figures.funnel(request.actor, year=year, by=by),
        "form": form,
        "by_now": by,
        "programme": form.programme_name(),
        "stops": figures.stops(request.actor, year=year, programme_id=form.programme_id()),
        "lead_times": figures.lead_times(
            request.actor, year=year, programme_id=form.programme_id()
        ),
        "staying": staying.staying(request.actor, year=year),
        "tallies": voluntary.tallies(request.actor, year=year),
    }
    return page(request, "recruitment/funnel.html", context)


def _tabs(
    request: ActorRequest, labels: Mapping[str, Text], name: str, current: str, **kept: str
) -> list[Tab]:
    rest = "".join(f"&{key}={value}" for key, value in kept.items())
    return [
        Tab(str(label), f"{request.path}?{name}={code}{rest}", code == current)
        for code, label in labels.items()
    ]


@require_http_methods(["GET"])
@open_to(*READERS)
def source_list(request: ActorRequest) -> HttpResponse:
    """What each channel costs and brings, and whether one circle dominates (S1-232, S1-64)."""
    today = clock.today()
    context: dict[str, object] = {
        "sources": sources.sources(request.actor, today=today),
        "circle": sources.dominating_circle(request.actor, today=today),
        "can_change": request.actor.is_coordinator,
    }
    return page(request, "recruitment/sources.html", context)
