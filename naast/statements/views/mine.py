"""What a year brought me."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from naast.core.http import page
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.statements.queries import statements


@require_safe
@open_to(Function.VOLUNTEER)
def my_years(request: ActorRequest) -> HttpResponse:
    """Each year of mine: what was paid back by kind, and the statement to keep."""
    return page(request, "statements/my_years.html", {"years": statements.own_years(request.actor)})
