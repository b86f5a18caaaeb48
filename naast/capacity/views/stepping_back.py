"""A volunteer steps back, takes a break, changes their mind, comes back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.capacity.forms.stepping_back import BACK, LONGER, BackForm, BreakForm, LessForm
from naast.capacity.models import StepBack
from naast.capacity.queries import one as queries
from naast.capacity.services import stepping_back as services
from naast.capacity.views.doors import by_volunteer
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest


@require_http_methods(["GET", "POST"])
@by_volunteer
def step_back(request: ActorRequest) -> HttpResponse:
    """I would like to do less: for whom, from when."""
    matches = queries.own_matches(request.actor)
    form = LessForm(request.POST if request.method == "POST" else None, matches=matches)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.ask_less(actor=request.actor, less=form.less())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return see_other(request.actor.url("capacity:asked", step_back_id=made.pk))
    context: dict[str, object] = {"form": form, "matches": matches}
    return page(request, "capacity/step_back.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_volunteer
def pause(request: ActorRequest) -> HttpResponse:
    """I need a break, until a day."""
    form = BreakForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.ask_break(actor=request.actor, wish=form.wish())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return see_other(request.actor.url("capacity:asked", step_back_id=made.pk))
    return page(request, "capacity/pause.html", {"form": form}, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_volunteer
def asked(request: ActorRequest, step_back_id: UUID) -> HttpResponse:
    """Thank you that you say it: what happens next, and afterwards what was agreed."""
    mark_read(actor=request.actor, url=request.path)
    shown = or_404(queries.get_own_step_back(request.actor, step_back_id))
    return page(request, "capacity/asked.html", _about(shown))


@require_http_methods(["POST"])
@by_volunteer
def take_back(request: ActorRequest, step_back_id: UUID) -> HttpResponse:
    """It is fine after all."""
    shown = or_404(queries.get_own_step_back(request.actor, step_back_id))
    try:
        services.take_back(actor=request.actor, step_back_id=shown.pk)
    except DomainError as error:
        refusal: dict[str, object] = {"refusal": str(error)}
        return page(request, "capacity/asked.html", _about(shown) | refusal, refused=True)
    messages.success(request, _("All stays as it was. You can always say it again."))
    return see_other(request.actor.url("capacity:mine"))


def _about(shown: StepBack) -> dict[str, object]:
    return {"asked": shown, "wishes": queries.wishes_in(shown), "refusal": ""}


@require_http_methods(["GET", "POST"])
@by_volunteer
def come_back(request: ActorRequest, step_back_id: UUID) -> HttpResponse:
    """After a break: back, a little longer, or a talk first."""
    mark_read(actor=request.actor, url=request.path)
    shown = or_404(queries.get_own_step_back(request.actor, step_back_id))
    if not shown.is_going_on:
        return see_other(request.actor.url("capacity:asked", step_back_id=shown.pk))
    form = BackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            url = _go_on(request, shown, form)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return see_other(url)
    context: dict[str, object] = {"form": form, "asked": shown}
    return page(request, "capacity/come_back.html", context, refused=bool(form.errors))


def _go_on(request: ActorRequest, shown: StepBack, form: BackForm) -> str:
    """Do what was chosen. Returns where to go."""
    actor, answer = request.actor, form.cleaned_data["answer"]
    if answer == BACK:
        services.come_back(actor=actor, step_back_id=shown.pk)
        messages.success(request, _("Good to have you back. Your coordinator knows."))
        return actor.url("capacity:mine")
    if answer == LONGER:
        until_on = form.cleaned_data["until_on"]
        services.stay_away_longer(actor=actor, step_back_id=shown.pk, until_on=until_on)
        messages.success(request, _("Take the time you need."))
        return actor.url("capacity:mine")
    return actor.url("companionship:ask_call_back", kind="talk")
