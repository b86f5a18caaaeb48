"""Bringing a list in: the file, its sheet and its columns."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.exchange import queries, services
from naast.exchange.export import FORMATS
from naast.exchange.forms import ColumnsForm, SheetForm, UploadForm
from naast.exchange.listing import List
from naast.exchange.models import ImportJob, Kind
from naast.exchange.views.doors import found, home_of
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def start(request: ActorRequest) -> HttpResponse:
    """Lists in and out: a file to bring in, what was brought in before, and the ways out."""
    form = UploadForm(
        request.POST or None,
        request.FILES or None,
        initial={"kind": request.GET.get("kind", Kind.VOLUNTEERS)},
    )
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            job = services.upload(
                actor=request.actor,
                kind=form.cleaned_data["kind"],
                name=file.name,
                content=file.read(),
            )
        except DomainError as error:
            form.add_error("file", str(error))
        else:
            return see_other(request.actor.url("exchange:columns", job_id=job.pk))
    context: dict[str, object] = {
        "form": form,
        "jobs": [(job, home_of(request, job)) for job in queries.recent_jobs(request.actor)],
        "exports": [
            (
                label,
                [
                    (form_name, request.actor.url("exchange:export", kind=kind, form=form_name))
                    for form_name in reversed(FORMATS)
                ],
            )
            for kind, label in Kind.choices
        ],
    }
    return page(request, "exchange/start.html", context, refused=form.is_bound)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def columns(request: ActorRequest, job_id: UUID) -> HttpResponse:
    """What we understood of the sheet, to correct."""
    job = found(request, job_id)
    try:
        listed = services.look_at(job, request.actor)
    except (DomainError, OSError):
        # The file goes once it is loaded; then there is nothing left to correct.
        return see_other(home_of(request, job))
    form = ColumnsForm(request.POST or None, kind=job.kind, columns=listed.understanding.columns)
    if form.is_valid():
        try:
            services.choose_columns(actor=request.actor, job_id=job.pk, mapping=form.mapping())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return see_other(home_of(request, job))
    return page(
        request,
        "exchange/columns.html",
        _columns_context(job, listed, form, request),
        refused=form.is_bound,
    )


def _columns_context(
    job: ImportJob, listed: List, form: ColumnsForm, request: ActorRequest
) -> dict[str, object]:
    names = services.sheet_names(job)
    understanding = listed.understanding
    known = {"sheet": listed.sheet.name, "heading_row": understanding.heading_row}
    return {
        "job": job,
        "form": form,
        "sheet_form": SheetForm(sheets=names, initial=known),
        "sheet_count": len(names),
        "understanding": understanding,
        "rows": [
            (
                column,
                form[f"column_{column.index}"],
                " · ".join(sample[:40] for sample in column.samples),
            )
            for column in understanding.columns
        ],
        "back_url": request.actor.url("exchange:start"),
    }


@require_POST
@open_to(Function.COORDINATOR)
def sheet(request: ActorRequest, job_id: UUID) -> HttpResponse:
    """Take another sheet or heading row."""
    job = found(request, job_id)
    form = SheetForm(request.POST, sheets=services.sheet_names(job))
    if form.is_valid():
        try:
            services.choose_sheet(actor=request.actor, job_id=job.pk, **form.cleaned_data)
        except DomainError as error:
            messages.error(request, str(error))
    else:
        messages.error(request, _("Choose one of the sheets, and a row number from 0 to 200."))
    return see_other(request.actor.url("exchange:columns", job_id=job.pk))
