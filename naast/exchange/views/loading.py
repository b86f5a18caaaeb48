"""From the preview to what became of the rows."""

import json
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.sheets import CONTENT_TYPES, as_xlsx
from naast.exchange import services
from naast.exchange.forms import DecisionsForm, LoadForm
from naast.exchange.models import ImportJob, Kind
from naast.exchange.states import JobState
from naast.exchange.views.doors import found, home_of
from naast.exchange.vocabulary import leftover_headings
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

# Where the rows of a list stand afterwards; visits have no list of their own.
LISTS = {
    Kind.VOLUNTEERS: (Kind.VOLUNTEERS, "people:volunteers"),
    Kind.PARTICIPANTS: (Kind.PARTICIPANTS, "people:participants"),
    Kind.MATCHES: (Kind.MATCHES, "companionship:matches"),
    Kind.VISITS: (Kind.MATCHES, "companionship:matches"),
}


@require_GET
@open_to(Function.COORDINATOR)
def job(request: ActorRequest, job_id: UUID) -> HttpResponse:
    """The page that the state of the import asks for: it may be closed and opened again."""
    loaded = found(request, job_id)
    if loaded.state in {JobState.UPLOADED, JobState.MAPPED}:
        return see_other(request.actor.url("exchange:columns", job_id=loaded.pk))
    if loaded.state == JobState.RUNNING:
        return page(request, "exchange/running.html", _progress(loaded, request))
    if loaded.state == JobState.CHECKED:
        return page(request, "exchange/preview.html", _preview(loaded, request))
    return page(request, "exchange/result.html", _result(loaded, request))


def _result(loaded: ImportJob, request: ActorRequest) -> dict[str, object]:
    kind, address = LISTS[Kind(loaded.kind)]
    return {
        "job": loaded,
        "became": _became(loaded),
        "list_url": request.actor.url(address),
        "list_label": kind.label,
        "back_url": request.actor.url("exchange:start"),
    }


def _became(loaded: ImportJob) -> str:
    if loaded.state == JobState.FAILED:
        return _("This did not work")
    if loaded.state == JobState.UNDONE:
        return _("The import is undone")
    if loaded.created or loaded.updated or loaded.unchanged:
        return _("Your list is loaded")
    return _("Nothing was loaded")


def _preview(loaded: ImportJob, request: ActorRequest) -> dict[str, object]:
    report = json.loads(loaded.report)
    form = DecisionsForm(doubtful=report["doubtful"])
    counts = report["counts"]
    return {
        "job": loaded,
        "report": report,
        "good": counts["created"] + counts["updated"] + counts["unchanged"],
        "doubts": [(doubt, form[f"row_{doubt['row']}"]) for doubt in report["doubtful"]],
        "form": LoadForm(),
        "back_url": request.actor.url("exchange:columns", job_id=loaded.pk),
    }


@require_POST
@open_to(Function.COORDINATOR)
def decide(request: ActorRequest, job_id: UUID) -> HttpResponse:
    """Same person, new person, or leave out."""
    loaded = found(request, job_id)
    report = json.loads(loaded.report or '{"doubtful": []}')
    form = DecisionsForm(request.POST, doubtful=report["doubtful"])
    if form.is_valid():
        try:
            services.decide(actor=request.actor, job_id=loaded.pk, decisions=form.decisions())
        except DomainError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Your choices are kept."))
        return see_other(home_of(request, loaded))
    messages.error(request, _("Choose one of the answers for each row."))
    return see_other(home_of(request, loaded))


@require_POST
@open_to(Function.COORDINATOR)
def load(request: ActorRequest, job_id: UUID) -> HttpResponse:
    """Load the list in the background."""
    loaded = found(request, job_id)
    form = LoadForm(request.POST)
    if not form.is_valid():
        context = _preview(loaded, request) if loaded.state == JobState.CHECKED else None
        if context is None:
            raise Http404
        return page(request, "exchange/preview.html", context | {"form": form}, refused=True)
    try:
        services.start(actor=request.actor, job_id=loaded.pk, rule=form.cleaned_data["rule"])
    except DomainError as error:
        messages.error(request, str(error))
    return see_other(home_of(request, loaded))


def _progress(loaded: ImportJob, request: ActorRequest) -> dict[str, object]:
    if loaded.progress < 20:
        step = _("Reading your file")
    elif loaded.progress < 60:
        step = _("Comparing it with whom you already have")
    else:
        step = _("Writing the rows")
    return {
        "job": loaded,
        "step": step,
        "progress_url": request.actor.url("exchange:progress", job_id=loaded.pk),
        "back_url": request.actor.url("exchange:start"),
    }


@require_GET
@open_to(Function.COORDINATOR)
def progress(request: ActorRequest, job_id: UUID) -> HttpResponse:
    """How far it is; once it is done the browser goes to the result by itself."""
    loaded = found(request, job_id)
    if loaded.state == JobState.RUNNING:
        return page(request, "exchange/_progress.html", _progress(loaded, request))
    answer = HttpResponse(status=HTTPStatus.NO_CONTENT)
    answer["HX-Redirect"] = home_of(request, loaded)
    return answer


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def undo(request: ActorRequest, job_id: UUID) -> HttpResponse:
    """Take a loaded list back."""
    loaded = found(request, job_id)
    try:
        services.undo(actor=request.actor, job_id=loaded.pk)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The import is undone: everything is as it was before."))
    return see_other(home_of(request, loaded))


@require_POST
@open_to(Function.COORDINATOR)
def drop(request: ActorRequest, job_id: UUID) -> HttpResponse:
    """Throw away a list that was not loaded."""
    loaded = found(request, job_id)
    try:
        services.drop(actor=request.actor, job_id=loaded.pk)
    except DomainError as error:
        messages.error(request, str(error))
        return see_other(home_of(request, loaded))
    messages.success(request, _("The list is thrown away. Nothing of it was loaded."))
    return see_other(request.actor.url("exchange:start"))


@require_POST
@open_to(Function.COORDINATOR)
def forget(request: ActorRequest, job_id: UUID) -> HttpResponse:
    """The rows that were left out are dealt with."""
    loaded = found(request, job_id)
    services.forget_leftovers(actor=request.actor, job_id=loaded.pk)
    return see_other(home_of(request, loaded))


@require_GET
@open_to(Function.COORDINATOR)
def leftovers(request: ActorRequest, job_id: UUID) -> HttpResponse:
    """The rows that were left out as a spreadsheet, with the reason beside each."""
    loaded = found(request, job_id)
    if not loaded.leftovers:
        raise Http404
    kept = json.loads(loaded.leftovers)
    headings = [*leftover_headings(), *kept["headings"]]
    content = as_xlsx(headings, kept["rows"], _("Left out"))
    answer = HttpResponse(content, content_type=CONTENT_TYPES["xlsx"])
    answer["Content-Disposition"] = f'attachment; filename="{_("left-out")}.xlsx"'
    return answer
