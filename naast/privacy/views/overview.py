"""The first page of this room."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from naast.core import clock
from naast.core.http import page
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.privacy.queries.overview import overview as read


@require_safe
@open_to(Function.COORDINATOR, Function.ADMINISTRATOR)
def overview(request: ActorRequest) -> HttpResponse:
    """Who waits for an answer, what is marked, and the way to everything else."""
    context: dict[str, object] = {
        "shown": read(request.actor, day=clock.today()),
        "is_coordinator": request.actor.is_coordinator,
    }
    return page(request, "privacy/overview.html", context)
