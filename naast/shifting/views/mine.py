"""Own pages: what belongs to my tasks, how I see a shift, and what a professional does themselves."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other, show_refusal
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.shifting.forms.shifts import YES, MyAnswerForm, ViewForm
from naast.shifting.forms.work import OwnWorkForm
from naast.shifting.models import ShiftAnswers, TaskShift
from naast.shifting.policies import shifts as policies
from naast.shifting.policies import work as work_policies
from naast.shifting.queries import shifts as queries
from naast.shifting.queries import work
from naast.shifting.services import shifts as services
from naast.shifting.services import work as work_services
from naast.shifting.states import ShiftState
from naast.shifting.views.doors import by_both_sides, by_professional, by_volunteer


@require_http_methods(["GET"])
@by_both_sides
def mine(request: ActorRequest) -> HttpResponse:
    """What belongs to my tasks, match by match, and what is being settled."""
    return page(request, "shifting/mine.html", {"packages": queries.own_packages(request.actor)})


@require_http_methods(["GET", "POST"])
@by_both_sides
def my_shift(request: ActorRequest, shift_id: UUID) -> HttpResponse:
    """One shift as both sides read it; here they say how they see it."""
    found = _found(request, shift_id)
    own = next((view for view in found.views.all() if view.side == _side(request, found)), None)
    form = ViewForm(posted(request), initial={"words": own.words if own else ""})
    if form.is_valid():
        try:
            services.give_view(actor=request.actor, shift_id=found.pk, **form.cleaned_data)
        except DomainError as error:
            show_refusal(form, error)
        else:
            messages.success(request, _("Thank you. Your coordinator reads it."))
            return see_other(request.actor.url("shifting:my_shift", shift_id=found.pk))
    services.note_read(request.actor, found)
    return _shown(request, found, form, is_refused=bool(form.errors))


@require_http_methods(["POST"])
@by_volunteer
def my_answer(request: ActorRequest, shift_id: UUID) -> HttpResponse:
    """I agree, or rather not."""
    found = _found(request, shift_id)
    form = MyAnswerForm(request.POST)
    if not form.is_valid():
        return _shown(request, found, ViewForm(), is_refused=True)
    agrees = form.cleaned_data["agrees"] == YES
    try:
        services.answer(
            actor=request.actor, shift_id=found.pk, agrees=agrees, note=form.cleaned_data["note"]
        )
    except DomainError as error:
        messages.error(request, str(error))
    else:
        yes = _("Thank you. It is part of your tasks from now on.")
        messages.success(request, yes if agrees else _("That is fine. We talk about it."))
    return see_other(request.actor.url("shifting:my_shift", shift_id=found.pk))


def _found(request: ActorRequest, shift_id: UUID) -> TaskShift:
    """A shift of which the actor is one of both sides; a coordinator without a side has their own page."""
    found = or_404(queries.get_shift(request.actor, shift_id))
    if _side(request, found) is None:
        raise Http404
    return found


def _side(request: ActorRequest, found: TaskShift) -> str | None:
    return policies.side_of(request.actor, found.match)


def _shown(
    request: ActorRequest, found: TaskShift, form: ViewForm, *, is_refused: bool
) -> HttpResponse:
    context: dict[str, object] = {
        "shift": found,
        "match": found.match,
        "views": found.views.all(),
        "answers": ShiftAnswers.objects.filter(shift=found).first(),
        "can_answer": policies.can_answer(request.actor, found),
        "can_give_view": policies.can_give_view(request.actor, found),
        "is_restored": found.state == ShiftState.RESTORED,
        "form": form,
        "answer_form": MyAnswerForm(),
        "is_volunteer": _side(request, found) == "volunteer",
    }
    return page(request, "shifting/my_shift.html", context, refused=is_refused)


@require_http_methods(["GET"])
@by_professional
def what_i_do(request: ActorRequest) -> HttpResponse:
    """In which programme do you tell what you do?"""
    told = work.own_work(request.actor)
    programmes = work_policies.programmes_to_tell_of(request.actor)
    rows = [(each, told.get(each.pk, [])) for each in programmes]
    return page(request, "shifting/what_i_do.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
@by_professional
def my_work(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """What I do myself in this programme, in a minute."""
    programmes = work_policies.programmes_to_tell_of(request.actor).prefetch_related("tasks")
    programme = or_404(programmes.filter(pk=programme_id).first())
    told = work.own_work(request.actor).get(programme.pk, [])
    form = OwnWorkForm(posted(request), tasks=list(programme.tasks.all()), told=told)
    if form.is_valid():
        work_services.tell_own_work(actor=request.actor, programme=programme, work=form.work())
        messages.success(request, _("Thank you. The team talks about it once a year."))
        return see_other(request.actor.url("shifting:what_i_do"))
    context = {"form": form, "programme": programme}
    return page(request, "shifting/my_work.html", context, refused=bool(form.errors))
