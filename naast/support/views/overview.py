"""The front page of «Support»: whom to speak, whom nobody met, everybody."""

from typing import get_args

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from naast.core import clock
from naast.core.http import page
from naast.core.paging import Page, keyset_page
from naast.core.templatetags.ui_actions import Tab
from naast.organisations.access import ActorRequest
from naast.support.forms.lists import FindForm
from naast.support.models import Plan
from naast.support.queries import plans as queries
from naast.support.views.doors import by_guide


@require_GET
@by_guide
def overview(request: ActorRequest) -> HttpResponse:
    """The lists, one at a time; the one with who is due first."""
    show = _asked(request)
    form = FindForm(request.GET or None)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    rows = queries.listed(request.actor, show, day=clock.today(), text=text)
    found: Page[Plan] = keyset_page(rows, params=request.GET, fields=queries.ORDERS[show])
    context: dict[str, object] = {
        "page": found,
        "show": show,
        "tabs": _tabs(request, show),
        "form": form,
        "text": text,
        "today": clock.today(),
    }
    return page(request, "support/overview.html", context)


def _asked(request: ActorRequest) -> queries.Show:
    asked = request.GET.get("show", "due")
    known: tuple[queries.Show, ...] = get_args(queries.Show)
    return next((each for each in known if each == asked), "due")


def _tabs(request: ActorRequest, show: queries.Show) -> list[Tab]:
    url = request.actor.url("support:overview")
    labels: dict[queries.Show, str] = {
        "due": _("To speak"),
        "unmet": _("Not met lately"),
        "spoken": _("By last contact"),
        "name": _("By name"),
    }
    return [Tab(label, f"{url}?show={each}", each == show) for each, label in labels.items()]
