"""The first page of this room."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function


@require_safe
@open_to(Function.COORDINATOR, Function.ADMINISTRATOR)
def overview(request: ActorRequest) -> HttpResponse:
    """What this room has to show."""
    return render(request, "accountability/overview.html", {})
