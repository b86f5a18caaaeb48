"""Where a coordinator sees which tables and tensions wait."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.http import page
from naast.core.paging import keyset_page
from naast.core.text import Text
from naast.division.queries import handovers, tables
from naast.division.views.doors import by_coordinator
from naast.organisations.access import ActorRequest
from naast.organisations.actors import Actor
from naast.programmes import queries as programmes
from naast.programmes.models import Programme

PROGRAMMES, WAITS, REVIEW, ALONE = "programmes", "waits", "review", "alone"
TABS: dict[str, Text] = {
    PROGRAMMES: _("Programmes"),
    WAITS: _("Waits for a yes"),
    REVIEW: _("To talk through"),
    ALONE: _("Hangs on one person"),
}
PEOPLE = ("match__volunteer", "match__participant", "programme")


@require_http_methods(["GET"])
@by_coordinator
def overview(request: ActorRequest) -> HttpResponse:
    """Programmes, tables that wait, tables to talk through, and owner roles without a stand-in."""
    chosen = request.GET.get("show", PROGRAMMES)
    chosen = chosen if chosen in TABS else PROGRAMMES
    rows = keyset_page(_rows(request.actor, chosen), params=request.GET, fields=("id",))
    here = request.actor.url("division:overview")
    context: dict[str, object] = {
        "rows": rows,
        "chosen": chosen,
        "tabs": [(label, f"{here}?show={name}", name == chosen) for name, label in TABS.items()],
    }
    return page(request, "division/overview.html", context)


def _rows(actor: Actor, chosen: str) -> QuerySet[Any]:
    if chosen == WAITS:
        return tables.unsaid(actor).select_related(*PEOPLE)
    if chosen == REVIEW:
        return tables.to_review(actor, day=clock.today()).select_related(*PEOPLE)
    if chosen == ALONE:
        return handovers.hanging_on_one(actor)
    return programmes.programmes(actor).exclude(status=Programme.Status.CLOSED)
