"""The list, the board and one application."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import clock
from naast.core.http import page
from naast.core.paging import keyset_page
from naast.core.templatetags.ui_actions import Tab
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.recruitment.forms.lists import BoardForm, ListForm
from naast.recruitment.models import Application
from naast.recruitment.policies.applications import STAFF
from naast.recruitment.queries import applications as queries
from naast.recruitment.queries import board as boards
from naast.recruitment.queries.application_page import application_page


def application_or_404(request: ActorRequest, application_id: UUID) -> Application:
    """The application of this page, when the actor may know that it exists."""
    found = queries.get_application(request.actor, application_id)
    if found is None:
        raise Http404
    return found


def opened(request: ActorRequest, application: Application) -> None:
    """Reading what somebody told, or what is written about them, leaves a line."""
    if request.method == "GET":
        log.looked("application.read", actor=request.actor, target=application)


@require_http_methods(["GET"])
@open_to(*STAFF)
def applications(request: ActorRequest) -> HttpResponse:
    """The candidates the actor may see, by the day on which something is due."""
    actor = request.actor
    form = ListForm(request.GET or None, programmes=queries.programmes_with_candidates(actor))
    found = keyset_page(
        queries.listed(actor, form.chosen()), params=request.GET, fields=("due_on", "id")
    )
    today = clock.today()
    context = {
        "form": form,
        "page": found,
        "lines": [boards.line_of(row, today=today) for row in found.rows],
        "tabs": _tabs(request, is_board=False),
        "is_filtered": bool(request.GET),
        "can_enter": actor.is_coordinator,
    }
    return page(request, "recruitment/applications.html", context)


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def board(request: ActorRequest) -> HttpResponse:
    """Where everybody stands: the stages beside each other."""
    actor = request.actor
    form = BoardForm(request.GET or None, programmes=queries.programmes_with_candidates(actor))
    chosen = form.programme_id()
    programme = boards.programme_of(actor, UUID(chosen) if chosen else None)
    columns = boards.board(actor, programme)
    context = {
        "form": form,
        "columns": columns,
        "total": sum(column.count for column in columns),
        "tabs": _tabs(request, is_board=True),
    }
    return page(request, "recruitment/board.html", context)


def _tabs(request: ActorRequest, *, is_board: bool) -> list[Tab]:
    """List and board beside each other, for who sees both."""
    if not request.actor.is_coordinator:
        return []
    return [
        Tab(_("By stage"), request.actor.url("recruitment:board"), is_board),
        Tab(_("In one list"), request.actor.url("recruitment:applications"), not is_board),
    ]


@require_http_methods(["GET"])
@open_to(*STAFF)
def application(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """One candidate: the next step first. Opening the page is logged."""
    found = application_or_404(request, application_id)
    log.looked("application.read", actor=request.actor, target=found)
    context = application_page(request.actor, found)
    return page(request, "recruitment/application.html", context)
