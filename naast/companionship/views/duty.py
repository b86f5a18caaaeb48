"""Lines for who is on duty next, read by professionals (S1-128)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.companionship.models import DutyLine
from naast.companionship.queries import duty as queries
from naast.companionship.services import duty as services
from naast.core.errors import StateConflict
from naast.core.http import page, see_other
from naast.core.paging import keyset_page
from naast.messaging.services import mark_read as mark_message_read
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function


@require_http_methods(["GET"])
@open_to(Function.PROFESSIONAL, Function.COORDINATOR)
def duty_lines(request: ActorRequest) -> HttpResponse:
    """What volunteers passed on after an activity: unread first, then what was read before."""
    mark_message_read(actor=request.actor, url=request.path)
    rows = keyset_page(queries.listed(request.actor), params=request.GET, fields=("id",))
    is_desk = request.actor.is_coordinator
    back = "companionship:matches" if is_desk else "desk:professional_home"
    context = {"rows": rows, "back_url": request.actor.url(back), "is_desk": is_desk}
    return page(request, "companionship/duty_lines.html", context)


@require_http_methods(["POST"])
@open_to(Function.PROFESSIONAL, Function.COORDINATOR)
def read_duty_line(request: ActorRequest, duty_line_id: UUID) -> HttpResponse:
    """Read, and known to the team."""
    try:
        services.mark_read(actor=request.actor, line_id=duty_line_id)
    except DutyLine.DoesNotExist as error:
        raise Http404 from error
    except StateConflict as error:
        messages.info(request, str(error))
    else:
        messages.success(request, _("Marked as read."))
    return see_other(request.actor.url("companionship:duty_lines"))
