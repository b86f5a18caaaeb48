"""Sessions as the coordinator arranges them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.learning.facts import moment_of
from naast.learning.forms.sessions import SessionForm, first_of, initial_of
from naast.learning.models import Course, Seat, Session
from naast.learning.queries import courses as course_queries
from naast.learning.queries import sessions as queries
from naast.learning.services import seats as seat_services
from naast.learning.services import sessions as services
from naast.learning.views.doors import by_coordinator
from naast.organisations.access import ActorRequest
from naast.people.models import Person


@require_http_methods(["GET"])
@by_coordinator
def sessions(request: ActorRequest) -> HttpResponse:
    """The sessions to come, or those that were."""
    is_past, now = request.GET.get("show") == "past", clock.now()
    rows = queries.listed(request.actor, now=now, is_past=is_past)
    year = clock.today().year
    context: dict[str, object] = {
        "rows": keyset_page(
            rows, params=request.GET, fields=("starts_at", "id"), newest_first=is_past
        ),
        "is_past": is_past,
        "year": year,
        "mixed": queries.mixed_in(request.actor, year=year, now=now) if is_past else None,
    }
    return page(request, "learning/sessions.html", context)


@require_http_methods(["GET"])
@by_coordinator
def session(request: ActorRequest, session_id: UUID) -> HttpResponse:
    """One session: when and where, who comes, who waits, what is next."""
    now = clock.now()
    shown = or_404(queries.get_session(request.actor, session_id, now=now))
    text = request.GET.get("q", "")
    context: dict[str, object] = {
        "session": shown,
        "who": queries.who_comes(request.actor, shown),
        "facts": moment_of(shown, has_seat=True),
        "has_begun": shown.starts_at <= now,
        "has_room": queries.free_places(shown) != 0,
        "text": text,
        "found": queries.who_may_come(request.actor, shown, text),
    }
    return page(request, "learning/session.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_session(request: ActorRequest, course_id: UUID) -> HttpResponse:
    """Plan a session of a course."""
    course = or_404(course_queries.in_use(request.actor).filter(pk=course_id).first())
    first = first_of(course, request.organisation.language)
    form = SessionForm(request.POST or None, actor=request.actor, initial=first)
    if request.method == "POST" and form.is_valid():
        made = services.plan_session(actor=request.actor, course_id=course.pk, plan=form.plan())
        messages.success(request, _("Planned. People can sign up."))
        return see_other(request.actor.url("learning:session", session_id=made.pk))
    return _form_page(request, form, course, None)


@require_http_methods(["GET", "POST"])
@by_coordinator
def change_session(request: ActorRequest, session_id: UUID) -> HttpResponse:
    """Change a session; who comes hears of another moment or place."""
    shown = or_404(queries.get_session(request.actor, session_id, now=clock.now()))
    form = SessionForm(
        request.POST or None, actor=request.actor, session=shown, initial=initial_of(shown)
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.change_session(actor=request.actor, session_id=shown.pk, plan=form.plan())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Changed."))
            return see_other(request.actor.url("learning:session", session_id=shown.pk))
    return _form_page(request, form, shown.course, shown)


def _form_page(
    request: ActorRequest, form: SessionForm, course: Course, shown: Session | None
) -> HttpResponse:
    context: dict[str, object] = {"form": form, "course": course, "session": shown}
    return page(request, "learning/session_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def cancel_session(request: ActorRequest, session_id: UUID) -> HttpResponse:
    """A session does not take place: who comes or waits hears it."""
    shown = or_404(queries.get_session(request.actor, session_id, now=clock.now()))
    back = request.actor.url("learning:session", session_id=shown.pk)
    if request.method == "POST":
        try:
            services.cancel_session(actor=request.actor, session_id=shown.pk)
        except DomainError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Cancelled. Whoever can be reached was told."))
        return see_other(back)
    context: dict[str, object] = {
        "session": shown,
        "who": queries.who_comes(request.actor, shown),
    }
    return page(request, "learning/session_cancel.html", context)


STEPS = {
    "comes": seat_services.sign_somebody_up,
    "stays-away": seat_services.take_somebody_off,
    "gets-place": seat_services.give_place,
    "leads": services.name_host,
}


@require_http_methods(["POST"])
@by_coordinator
def person_step(
    request: ActorRequest, session_id: UUID, person_id: UUID, step: str
) -> HttpResponse:
    """Somebody who called comes, does not come, gets a free place, or leads the session."""
    shown = or_404(queries.get_session(request.actor, session_id, now=clock.now()))
    take = STEPS.get(step)
    if take is None:
        raise Http404
    try:
        take(actor=request.actor, session_id=shown.pk, person_id=person_id)
    except (Person.DoesNotExist, Seat.DoesNotExist) as error:
        raise Http404 from error
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Noted."))
    return see_other(request.actor.url("learning:session", session_id=shown.pk))
