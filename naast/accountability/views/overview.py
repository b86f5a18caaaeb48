"""The first page of this room."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from naast.accountability.queries.overview import overview_of
from naast.accountability.views.doors import by_reader
from naast.accountability.views.tabs import tabs_of
from naast.core.http import page
from naast.organisations.access import ActorRequest


@require_http_methods(["GET"])
@by_reader
def overview(request: ActorRequest) -> HttpResponse:
    """How each part stands, and where to say that something leaked."""
    context = {"shown": overview_of(request.actor), "tabs": tabs_of(request.actor, "overview")}
    return page(request, "accountability/overview.html", context)
