"""Sheets about groups of people: to read, to write, and to choose for a programme."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.casebook import services
from naast.casebook.forms import SheetChoice, SheetWriting, initial_sheet
from naast.casebook.models import Sheet
from naast.casebook.queries import sheets as queries
from naast.casebook.views.doors import by_coordinator, saved
from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.organisations.access import ActorRequest, open_to_members


@require_http_methods(["GET"])
@open_to_members
def sheets(request: ActorRequest) -> HttpResponse:
    """All sheets by title; on top those of the reader's own programmes."""
    rows = queries.listed(request.actor)
    context: dict[str, object] = {
        "page": keyset_page(rows, params=request.GET, fields=("title", "id")),
        "own": queries.own_sheets(request.actor),
    }
    return page(request, "casebook/sheets.html", context)


@require_http_methods(["GET"])
@open_to_members
def sheet(request: ActorRequest, sheet_id: UUID) -> HttpResponse:
    """One sheet, on a phone."""
    found = or_404(queries.get_sheet(request.actor, sheet_id))
    return page(request, "casebook/sheet.html", {"sheet": found})


@require_http_methods(["GET"])
@open_to_members
def sheet_print(request: ActorRequest, sheet_id: UUID) -> HttpResponse:
    """The same on one page of paper."""
    found = or_404(queries.get_sheet(request.actor, sheet_id))
    return page(request, "casebook/sheet_print.html", {"sheet": found})


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_sheet(request: ActorRequest) -> HttpResponse:
    """A sheet of our own."""
    key = f"sheet:{request.organisation.pk}:new"
    form = SheetWriting(request.POST or None, initial={"language": request.organisation.language})
    if request.method == "POST" and form.is_valid():
        try:
            made = services.write_sheet(actor=request.actor, text=form.text())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("The sheet is there."))
            return see_other(request.actor.url("casebook:sheet", sheet_id=made.pk))
    return _form_page(request, form, key, None)


@require_http_methods(["GET", "POST"])
@by_coordinator
def change_sheet(request: ActorRequest, sheet_id: UUID) -> HttpResponse:
    """Another text; one of the starter set becomes our own."""
    found = or_404(queries.get_sheet(request.actor, sheet_id))
    key = f"sheet:{found.pk}"
    form = SheetWriting(request.POST or None, initial=initial_sheet(found))
    if request.method == "POST" and form.is_valid():
        try:
            services.change_sheet(actor=request.actor, sheet_id=found.pk, text=form.text())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Changed."))
            return see_other(request.actor.url("casebook:sheet", sheet_id=found.pk))
    return _form_page(request, form, key, found)


@require_http_methods(["POST"])
@by_coordinator
def show_sheet(request: ActorRequest, sheet_id: UUID) -> HttpResponse:
    """Put a sheet aside, or show it again."""
    found = or_404(queries.get_sheet(request.actor, sheet_id))
    is_shown = request.POST.get("shown") == "yes"
    services.show_sheet(actor=request.actor, sheet_id=found.pk, is_shown=is_shown)
    said = (
        _("Everybody here can read it.") if is_shown else _("Put aside: only coordinators see it.")
    )
    messages.success(request, said)
    return see_other(request.actor.url("casebook:sheet", sheet_id=found.pk))


@require_http_methods(["GET"])
@by_coordinator
def programme_sheets(request: ActorRequest) -> HttpResponse:
    """Which sheets belong to which programme."""
    rows = queries.programmes_with_sheets(request.actor)
    context: dict[str, object] = {
        "page": keyset_page(rows, params=request.GET, fields=("name", "id")),
    }
    return page(request, "casebook/programme_sheets.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def choose_sheets(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """What volunteers of this programme read before the first meeting."""
    programme = or_404(queries.get_programme(request.actor, programme_id))
    is_sent = request.method == "POST"
    form = SheetChoice(
        request.POST if is_sent else None,
        sheets=queries.listed(request.actor),
        initial={} if is_sent else {"sheets": queries.chosen_ids(request.actor, programme)},
    )
    if is_sent and form.is_valid():
        ids = [each.pk for each in form.cleaned_data["sheets"]]
        services.choose_sheets(actor=request.actor, programme_id=programme.pk, sheet_ids=ids)
        messages.success(request, _("Volunteers see them on the page of their match."))
        return see_other(request.actor.url("casebook:programme_sheets"))
    context: dict[str, object] = {"form": form, "programme": programme}
    return page(request, "casebook/choose_sheets.html", context, refused=bool(form.errors))


def _form_page(
    request: ActorRequest, form: SheetWriting, key: str, found: Sheet | None
) -> HttpResponse:
    context: dict[str, object] = {
        "form": form,
        "sheet": found,
        "draft_key": key,
        "saved": saved(request, key),
    }
    return page(request, "casebook/sheet_form.html", context, refused=bool(form.errors))
