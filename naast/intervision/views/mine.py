"""Own pages: my evenings, one of them, «I can’t come», what I would do."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.templatetags.ui_blocks import Definition
from naast.intervision import guides
from naast.intervision.forms.evenings import SignOffForm
from naast.intervision.models import Evening
from naast.intervision.policies import evenings as policies
from naast.intervision.queries import agenda as agenda_queries
from naast.intervision.queries import evenings as queries
from naast.intervision.services import actions, attendance, telling
from naast.intervision.views.doors import by_taker, evening_or_404, own_or_404
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest


@require_http_methods(["GET"])
@by_taker
def mine(request: ActorRequest) -> HttpResponse:
    """My next evenings, my questions, what I would do, and the group talk."""
    mark_read(actor=request.actor, url=request.path)
    context: dict[str, object] = {
        "mine": queries.mine(request.actor, now=clock.now()),
        "now": clock.now(),
        "today": clock.today(),
    }
    return page(request, "intervision/mine.html", context)


@require_http_methods(["GET"])
@by_taker
def evening(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """One evening: when and where, what is on the agenda, what was agreed."""
    shown = evening_or_404(request, evening_id)
    actor = request.actor
    state = shown.presences.filter(person=actor.person_id).values_list("state", flat=True).first()
    context: dict[str, object] = {
        "evening": shown,
        "agenda": agenda_queries.agenda_of(actor, shown),
        "agreed": queries.actions_of(shown),
        "facts": _facts(shown),
        "state": state,
        "can_answer": policies.can_answer(actor, shown, now=clock.now()),
        "can_lead": policies.can_lead(actor, shown),
    }
    return page(request, "intervision/evening.html", context)


def _facts(shown: Evening) -> list[Definition]:
    method = guides.method_named(shown.method or shown.series.method)
    return [
        Definition(_("Group"), shown.series.name),
        Definition(_("Where"), shown.place),
        Definition(_("Online"), shown.online_url, shown.online_url),
        Definition(_("How we talk"), "" if shown.is_talk else method.name),
        Definition(_("Who leads"), shown.led_by.first_name if shown.led_by else ""),
    ]


@require_http_methods(["GET", "POST"])
@by_taker
def sign_off(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """I can’t come, with a few words for who leads."""
    shown = own_or_404(request, evening_id)
    form = SignOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            words = form.cleaned_data["words"]
            attendance.sign_off(actor=request.actor, evening_id=shown.pk, words=words)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Thank you for saying so. See you next time."))
            return see_other(request.actor.url("intervision:mine"))
    context: dict[str, object] = {"form": form, "evening": shown}
    return page(request, "intervision/sign_off.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_taker
def come(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """I come after all."""
    shown = own_or_404(request, evening_id)
    try:
        attendance.come_after_all(actor=request.actor, evening_id=shown.pk)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("How nice that you come."))
    return see_other(request.actor.url("intervision:mine"))


@require_http_methods(["GET"])
@by_taker
def calendar(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """The evening for a phone or computer."""
    shown = evening_or_404(request, evening_id)
    text = telling.calendar_of(shown)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="naast.ics"'
    return response


@require_http_methods(["POST"])
@by_taker
def action_done(request: ActorRequest, action_id: UUID) -> HttpResponse:
    """I did it."""
    action = or_404(queries.get_action(request.actor, action_id))
    try:
        actions.tick_action(actor=request.actor, action_id=action.pk, is_done=True)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Done. Well done."))
    return see_other(request.actor.url("intervision:mine"))
