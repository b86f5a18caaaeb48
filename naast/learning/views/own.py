"""My learning: my path, courses to come, signing up, my certificate."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.learning.facts import facts_of, moment_of
from naast.learning.forms.records import WishForm
from naast.learning.models import Seat
from naast.learning.pdf import certificate_pdf
from naast.learning.queries import courses as course_queries
from naast.learning.queries import records as queries
from naast.learning.queries import sessions as session_queries
from naast.learning.services import records as services
from naast.learning.services import seats as seat_services
from naast.learning.services.telling import calendar_of
from naast.learning.states import SeatState
from naast.learning.views.doors import by_learners
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.people.api import get_person

PDF = "application/pdf"


@require_http_methods(["GET"])
@by_learners
def mine(request: ActorRequest) -> HttpResponse:
    """What I follow, what is next, what I did."""
    actor, now, today = request.actor, clock.now(), clock.today()
    person_id = or_404(actor.person_id)
    mark_read(actor=actor, url=request.path)
    context: dict[str, object] = {
        "paths": queries.paths_of(actor, person_id, now=now, today=today),
        "seats": session_queries.own_seats(actor, now=now),
        "sessions": session_queries.to_choose(actor, now=now),
        "hosting": session_queries.to_host(actor, now=now),
        "done": queries.for_certificate(actor)[::-1],
        "wish": queries.wish_of(actor, person_id),
        "today": today,
    }
    return page(request, "learning/mine.html", context)


@require_http_methods(["GET"])
@by_learners
def my_course(request: ActorRequest, course_id: UUID) -> HttpResponse:
    """One course: what it is for, its material, and when I can follow it."""
    actor = request.actor
    shown = or_404(course_queries.get_course(actor, course_id))
    coming = session_queries.to_choose(actor, now=clock.now())
    context: dict[str, object] = {
        "course": shown,
        "facts": facts_of(shown),
        "package": course_queries.newest_package(shown.pk),
        "sessions": [each for each in coming if each.course_id == shown.pk],
    }
    return page(request, "learning/my_course.html", context)


@require_http_methods(["GET"])
@by_learners
def my_session(request: ActorRequest, session_id: UUID) -> HttpResponse:
    """When and where; the link to take part when I have a place."""
    now = clock.now()
    shown = or_404(session_queries.get_session(request.actor, session_id, now=now))
    seat = _seat(request, session_id)
    has_seat = seat is not None and seat.state in {SeatState.COMING, SeatState.PRESENT}
    is_host = shown.host_id is not None and shown.host_id == request.actor.membership_id
    mark_read(actor=request.actor, url=request.path)
    context: dict[str, object] = {
        "session": shown,
        "seat": seat,
        "has_seat": has_seat,
        "facts": moment_of(shown, has_seat=has_seat or is_host),
        "has_begun": shown.starts_at <= now,
        "is_full": session_queries.free_places(shown) == 0,
    }
    return page(request, "learning/my_session.html", context)


def _seat(request: ActorRequest, session_id: UUID) -> Seat | None:
    if request.actor.person_id is None:
        return None
    own = Seat.objects.filter(
        organisation_id=request.actor.organisation_id,
        session_id=session_id,
        person_id=request.actor.person_id,
    )
    return own.first()


@require_http_methods(["POST"])
@by_learners
def come_or_leave(request: ActorRequest, session_id: UUID, step: str) -> HttpResponse:
    """One tap: I come, or I can’t."""
    shown = or_404(session_queries.get_session(request.actor, session_id, now=clock.now()))
    if step not in {"come", "leave"}:
        raise Http404
    try:
        if step == "come":
            seat = seat_services.sign_up(actor=request.actor, session_id=shown.pk)
            said = _("You come. See you there!")
            if seat.state == SeatState.WAITING:
                said = _("You are on the waiting list. A place that comes free is yours.")
        else:
            seat_services.leave(actor=request.actor, session_id=shown.pk)
            said = _("Thank you for saying so. Somebody else can come now.")
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, said)
    return see_other(request.actor.url("learning:my_session", session_id=shown.pk))


@require_http_methods(["GET"])
@by_learners
def calendar(request: ActorRequest, session_id: UUID) -> HttpResponse:
    """The session for my own calendar, when I have a place."""
    shown = or_404(session_queries.get_session(request.actor, session_id, now=clock.now()))
    seat = or_404(_seat(request, session_id))
    if seat.state != SeatState.COMING:
        raise Http404
    answer = HttpResponse(calendar_of(shown), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="course.ics"'
    return answer


@require_http_methods(["GET", "POST"])
@by_learners
def my_wish(request: ActorRequest) -> HttpResponse:
    """How I like to learn."""
    person_id = or_404(request.actor.person_id)
    wish = queries.wish_of(request.actor, person_id)
    form = WishForm.of(wish, request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        services.choose_how(actor=request.actor, likes=data["likes"], forms=data["ways"])
        messages.success(request, _("Thank you. We keep it in mind when we plan courses."))
        return see_other(request.actor.url("learning:mine"))
    return page(request, "learning/my_wish.html", {"form": form}, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_learners
def certificate(request: ActorRequest) -> HttpResponse:
    """My certificate: made now, because I ask for it (S4-16)."""
    person = get_person(request.actor, or_404(request.actor.person_id))
    rows = queries.for_certificate(request.actor)
    if not rows:
        raise Http404
    made = certificate_pdf(person, rows, organisation=request.organisation.name, on=clock.today())
    log.record("certificate.asked-for", actor=request.actor, target=person)
    answer = HttpResponse(made, content_type=PDF)
    answer["Content-Disposition"] = 'inline; filename="certificate.pdf"'
    return answer
