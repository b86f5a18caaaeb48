"""Pages about meetings: the list, one meeting, planning, changing, cancelling."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.core.templatetags.ui_blocks import Definition
from naast.organisations.access import ActorRequest
from naast.outreach.forms.meetings import CancelForm, MeetingForm, initial_of
from naast.outreach.models import InfoMeeting
from naast.outreach.queries import meetings as queries
from naast.outreach.services import meetings as services
from naast.outreach.views.doors import by_coordinator
from naast.people.terms import language_name


@require_http_methods(["GET"])
@by_coordinator
def meetings(request: ActorRequest) -> HttpResponse:
    """The meetings to come, or those that were."""
    is_past = request.GET.get("show") == "past"
    rows = queries.listed(request.actor, now=clock.now(), is_past=is_past)
    context: dict[str, object] = {
        "rows": keyset_page(rows, params=request.GET, fields=("starts_at", "id")),
        "is_past": is_past,
    }
    return page(request, "outreach/meetings.html", context)


@require_http_methods(["GET"])
@by_coordinator
def meeting(request: ActorRequest, meeting_id: UUID) -> HttpResponse:
    """One meeting: when and where, who comes, who waits, what is next."""
    shown = or_404(queries.get_meeting(request.actor, meeting_id))
    now = clock.now()
    context: dict[str, object] = {
        "meeting": shown,
        "guests": queries.guests_of(request.actor, shown),
        "facts": _facts(shown),
        "has_begun": shown.starts_at <= now,
    }
    return page(request, "outreach/meeting.html", context)


def _facts(shown: InfoMeeting) -> list[Definition]:
    interpreter = language_name(shown.interpreter) if shown.interpreter else ""
    return [
        Definition(_("What it is"), shown.get_kind_display()),
        Definition(_("Where"), shown.place),
        Definition(_("Online"), shown.online_url, shown.online_url),
        Definition(_("Language spoken"), language_name(shown.language)),
        Definition(_("Interpreter for"), interpreter),
        Definition(_("Who welcomes people"), shown.host.user.name if shown.host else ""),
        Definition(_("Channel"), shown.channel.name if shown.channel else ""),
        Definition(_("Number of places"), shown.places or _("as many as like")),
        Definition(_("People reached"), "" if shown.reach is None else str(shown.reach)),
    ]


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_meeting(request: ActorRequest) -> HttpResponse:
    """Plan a meeting."""
    key = "meeting:new"
    first = {"language": request.organisation.language}
    form = MeetingForm(request.POST or None, actor=request.actor, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.plan_meeting(actor=request.actor, plan=form.plan())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("The meeting is planned."))
            return see_other(request.actor.url("outreach:meeting", meeting_id=made.pk))
    return _form_page(request, form, key, None)


@require_http_methods(["GET", "POST"])
@by_coordinator
def change_meeting(request: ActorRequest, meeting_id: UUID) -> HttpResponse:
    """Change a meeting; who comes hears of another moment or place."""
    shown = or_404(queries.get_meeting(request.actor, meeting_id))
    key = f"meeting:{shown.pk}"
    form = MeetingForm(request.POST or None, actor=request.actor, initial=initial_of(shown))
    if request.method == "POST" and form.is_valid():
        try:
            services.change_meeting(actor=request.actor, meeting_id=shown.pk, plan=form.plan())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("The meeting is changed."))
            return see_other(request.actor.url("outreach:meeting", meeting_id=shown.pk))
    return _form_page(request, form, key, shown)


def _form_page(
    request: ActorRequest, form: MeetingForm, key: str, shown: InfoMeeting | None
) -> HttpResponse:
    saved = {} if request.method == "POST" else drafts.kept(request.user.pk, key)
    context: dict[str, object] = {
        "form": form,
        "draft_key": key,
        "saved": saved,
        "meeting": shown,
    }
    return page(request, "outreach/meeting_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def cancel_meeting(request: ActorRequest, meeting_id: UUID) -> HttpResponse:
    """A meeting does not take place: everybody hears why."""
    shown = or_404(queries.get_meeting(request.actor, meeting_id))
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.cancel_meeting(
                actor=request.actor, meeting_id=shown.pk, reason=form.cleaned_data["reason"]
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Cancelled. Everybody with an e-mail address was told."))
            return see_other(request.actor.url("outreach:meeting", meeting_id=shown.pk))
    context: dict[str, object] = {
        "form": form,
        "meeting": shown,
        "guests": queries.guests_of(request.actor, shown),
    }
    return page(request, "outreach/meeting_cancel.html", context, refused=bool(form.errors))
