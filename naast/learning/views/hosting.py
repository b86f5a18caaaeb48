"""Attendance: for whoever leads a session, on a phone. Names of this session alone."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.learning.forms.sessions import CloseForm
from naast.learning.models import Seat, Session
from naast.learning.queries import sessions as queries
from naast.learning.services import seats as services
from naast.learning.views.doors import by_learners
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest


@require_http_methods(["GET", "POST"])
@by_learners
def attendance(request: ActorRequest, session_id: UUID) -> HttpResponse:
    """Who is there, one tap a person; and at the end: the list is filled in."""
    shown = or_404(queries.get_hosted(request.actor, session_id))
    form = CloseForm(request.POST or None, initial={"also_came": shown.also_came})
    if request.method == "POST" and form.is_valid():
        try:
            services.close_session(
                actor=request.actor, session_id=shown.pk, also_came=form.cleaned_data["also_came"]
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Thank you. The list is filled in."))
            return see_other(request.actor.url("learning:attendance", session_id=shown.pk))
    mark_read(actor=request.actor, url=request.path)
    context: dict[str, object] = {
        "session": shown,
        "who": queries.who_comes(request.actor, shown),
        "form": form,
        "is_today_or_past": _is_today_or_past(shown),
        "has_begun": shown.starts_at <= clock.now(),
    }
    return page(request, "learning/attendance.html", context, refused=bool(form.errors))


def _is_today_or_past(session: Session) -> bool:
    return localdate(session.starts_at) <= clock.today()


@require_http_methods(["POST"])
@by_learners
def tick(request: ActorRequest, session_id: UUID, person_id: UUID, step: str) -> HttpResponse:
    """Is there, or is not."""
    shown = or_404(queries.get_hosted(request.actor, session_id))
    if step not in services.ATTENDANCE:
        raise Http404
    try:
        services.tick(actor=request.actor, session_id=shown.pk, person_id=person_id, step=step)
    except Seat.DoesNotExist as error:
        raise Http404 from error
    except DomainError as error:
        messages.error(request, str(error))
    url = request.actor.url("learning:attendance", session_id=shown.pk)
    return see_other(f"{url}#person-{person_id}")
