"""Pages of a coordinator about tasks that shifted: the list, one match, one shift and the ways to settle it."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other, show_refusal
from naast.core.paging import keyset_page
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.kept import kept_for
from naast.shifting.forms.shifts import (
    YES,
    AcceptForm,
    AnsweredForm,
    LookBackForm,
    NewTaskForm,
    RestoreForm,
    TalkForm,
    initial_of,
)
from naast.shifting.models import ShiftAnswers, TaskShift
from naast.shifting.policies import shifts as policies
from naast.shifting.quarters import Quarter
from naast.shifting.queries import shifts as queries
from naast.shifting.queries import work
from naast.shifting.services import shifts as services
from naast.shifting.states import SHIFT, ShiftState
from naast.shifting.views.doors import by_coordinator


@require_http_methods(["GET"])
@by_coordinator
def overview(request: ActorRequest) -> HttpResponse:
    """What is to settle, or what was settled; and the way to quarters, programmes and catalogue."""
    is_settled = request.GET.get("show") == "settled"
    rows = queries.listed(request.actor, is_open=not is_settled)
    found = keyset_page(rows, params=request.GET, fields=("id",), newest_first=True)
    times = queries.times_of(found.rows, clock.today() - queries.SEEN_IN)
    context = {
        "page": found,
        "rows": [(shift, times[shift.pk]) for shift in found.rows],
        "is_settled": is_settled,
        "programmes": work.running(request.actor),
        "quarter": Quarter.of(clock.today()),
    }
    return page(request, "shifting/overview.html", context)


@require_http_methods(["GET"])
@by_coordinator
def match(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """What was agreed for two people beside what was done in a quarter."""
    found = or_404(queries.get_match(request.actor, match_id))
    quarter = Quarter.named(request.GET.get("quarter", "")) or Quarter.of(clock.today())
    ((_match, shown),) = work.quarter_of_matches(request.actor, found.programme, [found], quarter)
    context = {
        "match": found,
        "quarter": quarter,
        "shown": shown,
        "shifts": found.task_shifts.order_by("-state_since"),
        "besides": found.agreed_tasks.filter(ended_on__isnull=True),
        "can_add": policies.can_add(request.actor, found),
    }
    return page(request, "shifting/match.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_task(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """Put a new task forward for these two; the questions come next."""
    found = or_404(queries.get_match(request.actor, match_id))
    form = NewTaskForm(posted(request))
    if form.is_valid():
        try:
            made = services.add_task(
                actor=request.actor, match_id=found.pk, words=form.cleaned_data["words"]
            )
        except DomainError as error:
            show_refusal(form, error)
        else:
            return see_other(request.actor.url("shifting:accept", shift_id=made.pk))
    context = {"form": form, "match": found}
    return page(request, "shifting/new_task.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_coordinator
def shift(request: ActorRequest, shift_id: UUID) -> HttpResponse:
    """One shift with both views, and the ways to settle it. Opening it is written down."""
    found = or_404(queries.get_shift(request.actor, shift_id))
    log.looked("task-shift.read", actor=request.actor, target=found)
    context = {
        "shown": queries.shift_page(found, day=clock.today()),
        "shift": found,
        "can_settle": policies.can_settle(request.actor, found),
        "steps": {step.name for step in SHIFT.open_from(found.state)},
        "must_talk_over_division": services.must_talk_over_division(found),
        "is_accepted": found.state == ShiftState.ACCEPTED,
    }
    return page(request, "shifting/shift.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def accept(request: ActorRequest, shift_id: UUID) -> HttpResponse:
    """The three questions, and whether it fits this person; then the volunteer is asked."""
    found = or_404(queries.get_shift(request.actor, shift_id))
    answers = ShiftAnswers.objects.filter(shift=found).first()
    form = AcceptForm(posted(request), initial=initial_of(answers, found))

    def save() -> None:
        services.propose(
            actor=request.actor, shift_id=found.pk, answers=form.answers(), terms=form.terms()
        )
        if not form.cleaned_data["connects"].strip():
            messages.warning(
                request,
                _("No strength or wish of the volunteer is named. Ask what they would love to do."),
            )
        messages.success(request, _("The volunteer is asked. Once they agree, it is part of it."))

    profile = getattr(found.match.volunteer, "volunteer", None)
    return _settle(request, found, form, "shifting/accept.html", save, {"profile": profile})


@require_http_methods(["GET", "POST"])
@by_coordinator
def talk(request: ActorRequest, shift_id: UUID) -> HttpResponse:
    """Talk first; both sides are asked how they see it."""
    found = or_404(queries.get_shift(request.actor, shift_id))
    form = TalkForm(posted(request))

    def save() -> None:
        services.talk_first(actor=request.actor, shift_id=found.pk, **form.cleaned_data)
        messages.success(request, _("Both are asked how they see it."))

    context: dict[str, object] = {
        "heading": _("Talk first"),
        "lead": _("Nothing is decided yet. Volunteer and professional are asked how they see it."),
        "send": _("Ask both"),
    }
    return _settle(request, found, form, "shifting/settle_form.html", save, context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def restore(request: ActorRequest, shift_id: UUID) -> HttpResponse:
    """Back to what was agreed, told kindly."""
    found = or_404(queries.get_shift(request.actor, shift_id))
    form = RestoreForm(posted(request))

    def save() -> None:
        services.restore(actor=request.actor, shift_id=found.pk, **form.cleaned_data)
        messages.success(request, _("The volunteer is thanked, and reads how it goes from now on."))

    context: dict[str, object] = {
        "heading": _("Back to what was agreed"),
        "lead": _("Who does more than agreed does so because they care. Say thank you first."),
        "send": _("Thank them and go back"),
    }
    return _settle(request, found, form, "shifting/settle_form.html", save, context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def answered(request: ActorRequest, shift_id: UUID) -> HttpResponse:
    """What the volunteer answered by phone or at the table."""
    found = or_404(queries.get_shift(request.actor, shift_id))
    form = AnsweredForm(posted(request))

    def save() -> None:
        done = services.write_answer(
            actor=request.actor,
            shift_id=found.pk,
            agrees=form.cleaned_data["agrees"] == YES,
            note=form.cleaned_data["note"],
        )
        messages.success(request, _("Written down."))
        if done.state == ShiftState.ACCEPTED and services.must_talk_over_division(done):
            messages.info(request, _("Talk the table of who does what through again."))

    context: dict[str, object] = {
        "heading": _("What did the volunteer say?"),
        "lead": _("For who has no account, or told you by phone."),
        "send": _("Write it down"),
    }
    return _settle(request, found, form, "shifting/settle_form.html", save, context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def look_back(request: ActorRequest, shift_id: UUID) -> HttpResponse:
    """Three months later: how is it now?"""
    found = or_404(queries.get_shift(request.actor, shift_id))
    can_go_back = found.state == ShiftState.ACCEPTED
    form = LookBackForm(posted(request), can_go_back=can_go_back)

    def save() -> None:
        services.look_back(
            actor=request.actor,
            shift_id=found.pk,
            goes_well=form.cleaned_data["goes_well"] == YES,
            note=form.cleaned_data["note"],
            from_now_on=form.cleaned_data.get("from_now_on", ""),
        )
        messages.success(request, _("Written down."))

    context: dict[str, object] = {
        "heading": _("Look back"),
        "lead": _("Ask both, and the professional who is near."),
        "send": _("Write it down"),
    }
    return _settle(request, found, form, "shifting/settle_form.html", save, context)


@require_http_methods(["POST"])
@by_coordinator
def let_be(request: ActorRequest, shift_id: UUID) -> HttpResponse:
    """It was just this once."""
    found = or_404(queries.get_shift(request.actor, shift_id))
    try:
        services.let_be(actor=request.actor, shift_id=found.pk)
    except DomainError as error:
        messages.error(request, str(error))
        return see_other(request.actor.url("shifting:shift", shift_id=found.pk))
    messages.success(request, _("Fine. If it is told of again, you see it here."))
    return see_other(request.actor.url("shifting:overview"))


def _settle(
    request: ActorRequest,
    found: TaskShift,
    form: forms.Form,
    template: str,
    save: Callable[[], None],
    context: dict[str, object],
) -> HttpResponse:
    """The page of one step: its form, and what happens when it is sent."""
    key = f"{request.resolver_match.url_name if request.resolver_match else ''}:{found.pk}"
    if form.is_valid():
        try:
            save()
        except DomainError as error:
            show_refusal(form, error)
        else:
            drafts.forget(request.user.pk, key)
            return see_other(request.actor.url("shifting:shift", shift_id=found.pk))
    log.looked("task-shift.read", actor=request.actor, target=found)
    context = {
        "form": form,
        "shift": found,
        "match": found.match,
        **context,
        **kept_for(request, key),
    }
    return page(request, template, context, refused=bool(form.errors))
