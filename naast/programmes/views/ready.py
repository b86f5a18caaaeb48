"""Who is ready: the coordinator's list, and the volunteer's own page."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.http import page
from naast.core.paging import keyset_page
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.programmes import preparing, queries
from naast.programmes.forms_ready import ReadyFilterForm


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def who_is_ready(request: ActorRequest) -> HttpResponse:
    """Who takes part and misses something, by name, with who does the next step."""
    actor, today = request.actor, clock.today()
    form = ReadyFilterForm(request.GET or None, programmes=queries.programmes(actor))
    data = form.cleaned_data if form.is_bound and form.is_valid() else {}
    filters = preparing.Filters(
        programme_id=getattr(data.get("programme"), "pk", None),
        everybody=data.get("who") == "all",
    )
    found = keyset_page(
        preparing.who_takes_part(actor, filters, today=today),
        params=request.GET,
        fields=("sort_name", "id"),
    )
    context = {
        "form": form,
        "found": found,
        "rows": preparing.rows_of(actor, found.rows, today=today),
        "everybody": filters.everybody,
    }
    return page(request, "programmes/who_is_ready.html", context)


@require_http_methods(["GET"])
@open_to(Function.VOLUNTEER)
def my_readiness(request: ActorRequest) -> HttpResponse:
    """What is in place for me, and what is still needed before I start."""
    context: dict[str, object] = {
        "programmes": preparing.my_programmes(request.actor, today=clock.today())
    }
    return page(request, "programmes/my_readiness.html", context)
