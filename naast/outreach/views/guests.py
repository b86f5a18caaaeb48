"""Who comes to a meeting: signing somebody up, ticking off, the letter afterwards, an application."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.messaging.forms import WordsForm, posted
from naast.organisations.access import ActorRequest
from naast.outreach.forms.meetings import CloseForm, GuestForm
from naast.outreach.letters import FOLLOW_UP
from naast.outreach.models import SignUp
from naast.outreach.policies import meetings as policies
from naast.outreach.queries import campaigns as programme_queries
from naast.outreach.queries import meetings as queries
from naast.outreach.services import follow_up as follow_up_services
from naast.outreach.services import meetings as meeting_services
from naast.outreach.services import signups as services
from naast.outreach.views.doors import by_coordinator, chosen_programme


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_guest(request: ActorRequest, meeting_id: UUID) -> HttpResponse:
    """Sign somebody up who phoned, or who stands at the door."""
    shown = or_404(queries.get_meeting(request.actor, meeting_id))
    form = GuestForm(request.POST or None, country=request.organisation.country)
    if request.method == "POST" and form.is_valid():
        try:
            services.sign_up(actor=request.actor, meeting_id=shown.pk, guest=form.guest())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Written down."))
            has_begun = shown.starts_at <= clock.now()
            back = "outreach:attendance" if has_begun else "outreach:meeting"
            return see_other(request.actor.url(back, meeting_id=shown.pk))
    context: dict[str, object] = {"form": form, "meeting": shown}
    return page(request, "outreach/guest_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_coordinator
def attendance(request: ActorRequest, meeting_id: UUID) -> HttpResponse:
    """Ticking off who is there, with a thumb; and afterwards the letter and the applications."""
    shown = or_404(queries.get_meeting(request.actor, meeting_id))
    context: dict[str, object] = {
        "meeting": shown,
        "guests": queries.guests_of(request.actor, shown),
        "form": CloseForm(initial={"reach": shown.reach}),
        "programmes": list(programme_queries.programmes(request.actor)[:30]),
        "has_begun": shown.starts_at <= clock.now(),
    }
    return page(request, "outreach/attendance.html", context)


@require_http_methods(["GET"])
@by_coordinator
def guest_list(request: ActorRequest, meeting_id: UUID) -> HttpResponse:
    """Who comes, on paper."""
    shown = or_404(queries.get_meeting(request.actor, meeting_id))
    context: dict[str, object] = {
        "meeting": shown,
        "guests": queries.guests_of(request.actor, shown),
    }
    return page(request, "outreach/guest_list.html", context)


@require_http_methods(["POST"])
@by_coordinator
def guest_step(request: ActorRequest, sign_up_id: UUID, step: str) -> HttpResponse:
    """One tap: was there, was not, comes after all, does not come."""
    guest = _guest(request, sign_up_id)
    if step not in services.STEPS_OF_STAFF:
        raise Http404
    try:
        services.take_step(actor=request.actor, sign_up_id=guest.pk, step=step)
    except DomainError as error:
        messages.error(request, str(error))
    is_ticked = step in {"attend", "miss"}
    back = "outreach:attendance" if is_ticked else "outreach:meeting"
    url = request.actor.url(back, meeting_id=guest.meeting_id)
    return see_other(f"{url}#guest-{guest.pk}" if is_ticked else url)


@require_http_methods(["POST"])
@by_coordinator
def guest_applies(request: ActorRequest, sign_up_id: UUID) -> HttpResponse:
    """One tap: an application of somebody who was there."""
    guest = _guest(request, sign_up_id)
    programme_id = chosen_programme(request)
    try:
        made = services.make_application(
            actor=request.actor, sign_up_id=guest.pk, programme_id=programme_id
        )
    except DomainError as error:
        messages.error(request, str(error))
        return see_other(request.actor.url("outreach:attendance", meeting_id=guest.meeting_id))
    messages.success(request, _("The application is there. Nobody has to fill in anything twice."))
    return see_other(
        request.actor.url("recruitment:application", application_id=made.application_id)
    )


def _guest(request: ActorRequest, sign_up_id: UUID) -> SignUp:
    return or_404(policies.sign_ups_visible_to(request.actor).filter(pk=sign_up_id).first())


@require_http_methods(["POST"])
@by_coordinator
def close_meeting(request: ActorRequest, meeting_id: UUID) -> HttpResponse:
    """The list is filled in, and how many people it reached."""
    shown = or_404(queries.get_meeting(request.actor, meeting_id))
    form = CloseForm(request.POST)
    url = request.actor.url("outreach:attendance", meeting_id=shown.pk)
    if not form.is_valid():
        messages.error(request, _("Write the number of people in digits."))
        return see_other(url)
    try:
        meeting_services.close_meeting(
            actor=request.actor, meeting_id=shown.pk, reach=form.cleaned_data["reach"]
        )
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Filled in. A letter to who was there makes it warm."))
    return see_other(url)


@require_http_methods(["GET", "POST"])
@by_coordinator
def follow_up(request: ActorRequest, meeting_id: UUID) -> HttpResponse:
    """The letter to who was there: read, change, send."""
    shown = or_404(queries.get_meeting(request.actor, meeting_id))
    words = follow_up_services.usual_words(request.actor, shown, request.organisation.language)
    form = WordsForm(posted(request), kind=FOLLOW_UP, words=words)
    guests = queries.guests_of(request.actor, shown)
    if form.is_valid() and form.asks_to_look:
        form.look = follow_up_services.preview(request.actor, shown, guests.came, form.words())
    elif form.is_valid():
        try:
            sent = follow_up_services.write_follow_up(
                actor=request.actor, meeting_id=shown.pk, words=form.words()
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Letters on their way: %(number)s.") % {"number": sent})
            return see_other(request.actor.url("outreach:attendance", meeting_id=shown.pk))
    context: dict[str, object] = {"form": form, "meeting": shown, "guests": guests}
    return page(request, "outreach/follow_up.html", context, refused=bool(form.errors))
