"""Pages of who leads an evening: agenda, guide on the screen, who is there, what is agreed."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.intervision import guides
from naast.intervision.errors import NameInText
from naast.intervision.forms.evenings import (
    ActionForm,
    AgendaForm,
    BroughtForm,
    initial_of_agenda,
)
from naast.intervision.models import Evening
from naast.intervision.queries import agenda as agenda_queries
from naast.intervision.queries import evenings as queries
from naast.intervision.services import actions as action_services
from naast.intervision.services import attendance as attendance_services
from naast.intervision.services import evenings as evening_services
from naast.intervision.services import questions as question_services
from naast.intervision.views.doors import by_taker, led_or_404
from naast.organisations.access import ActorRequest


@require_http_methods(["GET"])
@by_taker
def lead(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """Everything for who leads: what is on the table, what to do next, what was agreed."""
    shown = led_or_404(request, evening_id)
    return _lead_page(request, shown, ActionForm(evening=shown))


def _lead_page(
    request: ActorRequest, shown: Evening, form: ActionForm, brought: BroughtForm | None = None
) -> HttpResponse:
    brought = brought or BroughtForm(evening=shown)
    context: dict[str, object] = {
        "evening": shown,
        "agenda": agenda_queries.agenda_of(request.actor, shown),
        "waiting": queries.waiting_count(shown),
        "turn": queries.next_turn(shown),
        "agreed": queries.actions_of(shown),
        "form": form,
        "brought": brought,
        "has_some": queries.without_account(shown).exists(),
        "has_begun": localdate(shown.starts_at) <= clock.today(),
    }
    is_refused = bool(form.errors or brought.errors)
    return page(request, "intervision/lead.html", context, refused=is_refused)


@require_http_methods(["POST"])
@by_taker
def bring_in(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """What somebody without an account would like to talk over."""
    shown = led_or_404(request, evening_id)
    brought = BroughtForm(request.POST, evening=shown)
    if brought.is_valid():
        try:
            question_services.bring_in_for(
                actor=request.actor,
                evening_id=shown.pk,
                person_id=brought.cleaned_data["person"].pk,
                note=brought.note(),
            )
        except NameInText as error:
            brought.refuse(error, field="text")
        except DomainError as error:
            brought.refuse(error, field=None)
        else:
            messages.success(request, _("Noted."))
            return see_other(request.actor.url("intervision:lead", evening_id=shown.pk))
    return _lead_page(request, shown, ActionForm(evening=shown), brought)


@require_http_methods(["POST"])
@by_taker
def new_action(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """Somebody will do something."""
    shown = led_or_404(request, evening_id)
    form = ActionForm(request.POST, evening=shown)
    if form.is_valid():
        try:
            action_services.agree_action(actor=request.actor, evening_id=shown.pk, note=form.note())
        except NameInText as error:
            form.refuse(error, field="what")
        except DomainError as error:
            form.refuse(error, field=None)
        else:
            messages.success(request, _("Agreed. It stands on the next agenda."))
            return see_other(request.actor.url("intervision:lead", evening_id=shown.pk))
    return _lead_page(request, shown, form)


@require_http_methods(["POST"])
@by_taker
def tick(request: ActorRequest, evening_id: UUID, action_id: UUID, step: str) -> HttpResponse:
    """What was agreed is done, or not yet after all."""
    shown = led_or_404(request, evening_id)
    action = or_404(queries.get_action(request.actor, action_id))
    if step not in {"done", "not-yet"} or action.evening.series_id != shown.series_id:
        raise Http404
    try:
        action_services.tick_action(
            actor=request.actor, action_id=action.pk, is_done=step == "done"
        )
    except DomainError as error:
        messages.error(request, str(error))
    return see_other(request.actor.url("intervision:lead", evening_id=shown.pk))


@require_http_methods(["POST"])
@by_taker
def choose(request: ActorRequest, evening_id: UUID, question_id: UUID, step: str) -> HttpResponse:
    """This question now, or another time."""
    shown = led_or_404(request, evening_id)
    asked = {each.pk for each in queries.questions_of(request.actor, shown)}
    if question_id not in asked or step not in {"pick", "later"}:
        raise Http404
    try:
        question_services.choose_question(
            actor=request.actor,
            question_id=question_id,
            choice="pick" if step == "pick" else "later",
        )
    except DomainError as error:
        messages.error(request, str(error))
    return see_other(request.actor.url("intervision:lead", evening_id=shown.pk))


@require_http_methods(["GET", "POST"])
@by_taker
def arrange(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """Choose what stands on the agenda."""
    shown = led_or_404(request, evening_id)
    agenda = agenda_queries.agenda_of(request.actor, shown)
    first = initial_of_agenda(shown, agenda)
    form = AgendaForm(
        request.POST or None, actor=request.actor, evening=shown, agenda=agenda, initial=first
    )
    if request.method == "POST" and form.is_valid():
        try:
            evening_services.arrange_agenda(
                actor=request.actor, evening_id=shown.pk, plan=form.plan()
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The agenda is changed."))
            return see_other(request.actor.url("intervision:lead", evening_id=shown.pk))
    context: dict[str, object] = {
        "form": form,
        "evening": shown,
        "turn": queries.next_turn(shown),
        "methods": guides.methods(),
    }
    return page(request, "intervision/agenda_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_taker
def print_agenda(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """The agenda on a sheet."""
    shown = led_or_404(request, evening_id)
    context: dict[str, object] = {
        "evening": shown,
        "agenda": agenda_queries.agenda_of(request.actor, shown),
    }
    return page(request, "intervision/agenda_print.html", context)


@require_http_methods(["GET"])
@by_taker
def guide(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """The method step by step, to put on a screen: `step` counts from 1."""
    shown = led_or_404(request, evening_id)
    method = guides.method_named(shown.method or shown.series.method, request.organisation.language)
    asked = request.GET.get("step", "1")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 1
    number = min(max(number, 1), len(method.steps))
    step = method.steps[number - 1]
    context: dict[str, object] = {
        "evening": shown,
        "method": method,
        "step": step,
        "seconds": step.minutes * 60,
        "number": number,
        "previous": number - 1,
        "following": number + 1 if number < len(method.steps) else 0,
    }
    return page(request, "intervision/guide.html", context)


@require_http_methods(["GET"])
@by_taker
def attendance(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """Who is there: one tap a person, on a phone."""
    shown = led_or_404(request, evening_id)
    context: dict[str, object] = {
        "evening": shown,
        "table": queries.table_of(shown),
        "has_begun": localdate(shown.starts_at) <= clock.today(),
    }
    return page(request, "intervision/attendance.html", context)


@require_http_methods(["POST"])
@by_taker
def presence(request: ActorRequest, evening_id: UUID, person_id: UUID, step: str) -> HttpResponse:
    """Is there, or is not."""
    shown = led_or_404(request, evening_id)
    if step not in {"there", "not-there"}:
        raise Http404
    try:
        attendance_services.note_presence(
            actor=request.actor,
            evening_id=shown.pk,
            person_id=person_id,
            is_there=step == "there",
        )
    except DomainError as error:
        messages.error(request, str(error))
    url = request.actor.url("intervision:attendance", evening_id=shown.pk)
    return see_other(f"{url}#person-{person_id}")


@require_http_methods(["POST"])
@by_taker
def close(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """The evening was held."""
    shown = led_or_404(request, evening_id)
    try:
        attendance_services.close_evening(actor=request.actor, evening_id=shown.pk)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Noted. What was said stays there."))
    return see_other(request.actor.url("intervision:lead", evening_id=shown.pk))
