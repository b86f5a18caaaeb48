"""Pages about the way to a start: its stages, their order, and how much of it is used."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.programmes import path as paths
from naast.programmes import services
from naast.programmes.forms import STAGE_FIELDS, SelectionForm, StageForm, posted
from naast.programmes.models import PathStage, Programme, Selection
from naast.programmes.services import Switched
from naast.programmes.views.programmes import changeable


def _to(request: ActorRequest, programme: Programme) -> HttpResponse:
    return see_other(request.actor.url("programmes:path", programme_id=programme.pk))


def _stage(programme: Programme, line_id: UUID) -> PathStage:
    """One of the stages that this programme has; otherwise a 404."""
    found = {line.pk: line for line in programme.pathstages.all()}
    if line_id not in found:
        raise Http404
    return found[line_id]


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def path(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """The stages in their order; sent back, it chooses how much people get to know each other first."""
    shown = changeable(request, programme_id)
    initial = {
        "selection": shown.selection,
        "agreement_before_trial": shown.agreement_before_trial,
        "switches_stages": True,
    }
    form = SelectionForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        switched = services.choose_selection(
            actor=request.actor,
            programme_id=shown.pk,
            selection=Selection(form.cleaned_data["selection"]),
            agreement_before_trial=form.cleaned_data["agreement_before_trial"],
            switches_stages=form.cleaned_data["switches_stages"],
        )
        _say(request, switched)
        return _to(request, shown)
    context = {"programme": shown, "form": form, "stages": paths.shown(shown)}
    return page(request, "programmes/path.html", context, refused=bool(form.errors))


def _say(request: ActorRequest, switched: Switched) -> None:
    """What the choice changed, in words."""
    messages.success(request, _("Saved."))
    if switched.on:
        names = ", ".join(str(label) for label in switched.on)
        messages.info(request, _("Switched on: %(names)s.") % {"names": names})
    if switched.off:
        names = ", ".join(str(label) for label in switched.off)
        messages.info(request, _("Switched off: %(names)s.") % {"names": names})


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def stage(request: ActorRequest, programme_id: UUID, line_id: UUID) -> HttpResponse:
    """Our own words and days for one stage."""
    shown = changeable(request, programme_id)
    line = _stage(shown, line_id)
    initial = {name: getattr(line, name) for name in STAGE_FIELDS}
    form = StageForm(posted(request), line=line, initial=initial)
    if request.method == "POST" and form.is_valid():
        changed = services.change_stage(
            actor=request.actor, programme_id=shown.pk, line_id=line.pk, values=form.cleaned_data
        )
        messages.success(request, _("Saved."))
        if advice := paths.advice_on(changed):
            messages.info(request, str(advice))
        return _to(request, shown)
    context = {"programme": shown, "line": line, "form": form}
    return page(request, "programmes/stage.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def switch_stage(request: ActorRequest, programme_id: UUID, line_id: UUID) -> HttpResponse:
    """Make a stage part of the way (`to=on`), or leave it out."""
    shown = changeable(request, programme_id)
    line = _stage(shown, line_id)
    is_on = request.POST.get("to") == "on"
    try:
        services.switch_stage(
            actor=request.actor, programme_id=shown.pk, line_id=line.pk, is_on=is_on
        )
    except DomainError as error:
        messages.error(request, str(error))
    else:
        words = _("«%(stage)s» is part of the way.") if is_on else _("«%(stage)s» is left out.")
        messages.success(request, words % {"stage": line.label})
    return _to(request, shown)


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def move_stage(request: ActorRequest, programme_id: UUID, line_id: UUID) -> HttpResponse:
    """Put a stage one place up (`to=up`) or down."""
    shown = changeable(request, programme_id)
    try:
        services.move_stage(
            actor=request.actor,
            programme_id=shown.pk,
            line_id=line_id,
            is_up=request.POST.get("to") == "up",
        )
    except ObjectDoesNotExist as error:
        raise Http404 from error
    return _to(request, shown)
