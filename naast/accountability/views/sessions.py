"""Administrators who read along: who did, why, and what was opened (ADR 0021)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.accountability.forms.papers import SessionForm
from naast.accountability.queries import sessions as queries
from naast.accountability.services import sessions as services
from naast.accountability.views.doors import by_administrator, by_keeper, by_reader
from naast.accountability.views.tabs import tabs_of
from naast.core import clock
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.forms import posted
from naast.organisations import policies, staff_sessions
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page


@require_http_methods(["GET"])
@by_reader
def sessions(request: ActorRequest) -> HttpResponse:
    """Everybody who read along, newest first."""
    rows = queries.listed(request.actor)
    found = keyset_page(rows, params=request.GET, fields=("id",), newest_first=True)
    now = clock.now()
    context = {
        "page": found,
        "running": [each.pk for each in found.rows if each.runs_at(now)],
        "may_open": bool(policies.can_read_along(request.actor)),
        "tabs": tabs_of(request.actor, "sessions"),
    }
    return page(request, "accountability/sessions.html", context)


@require_http_methods(["GET", "POST"])
@by_administrator
def new_session(request: ActorRequest) -> HttpResponse:
    """Begin to read along, with a reason; it belongs to this browser alone."""
    form = SessionForm(posted(request))

    def act(sent: SessionForm) -> str:
        made = services.open_session(actor=request.actor, **sent.cleaned_data)
        request.session[staff_sessions.KEY] = str(made.pk)
        return request.actor.url("accountability:session", session_id=made.pk)

    told = FormPage(
        title=_("Read along for a short time"),
        lead=_(
            "You read what a coordinator reads, and change nothing. Signals, complaints and circles stay closed."
        ),
        done=_("You read along. The coordinators know it."),
        back_url=request.actor.url("accountability:sessions"),
        back_label=_("Who read along"),
        action=_("Begin"),
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET"])
@by_reader
def session(request: ActorRequest, session_id: UUID) -> HttpResponse:
    """One session: the reason and every page that was opened."""
    found = or_404(queries.get_session(request.actor, session_id))
    is_running = found.runs_at(clock.now())
    context = {
        "found": found,
        "is_running": is_running,
        "may_end": is_running and bool(policies.can_end_session(request.actor, found)),
        "opened": queries.opened_in(request.actor, found),
    }
    return page(request, "accountability/session.html", context)


@require_http_methods(["POST"])
@by_keeper
def end_session(request: ActorRequest, session_id: UUID) -> HttpResponse:
    """End it now: one's own, or that of an administrator for a coordinator."""
    found = or_404(queries.get_session(request.actor, session_id))
    staff_sessions.end_session(actor=request.actor, session_id=found.pk)
    if found.membership_id == request.actor.membership_id:
        request.session.pop(staff_sessions.KEY, None)
    messages.success(request, _("Reading along has ended."))
    return see_other(request.actor.url("accountability:session", session_id=found.pk))
