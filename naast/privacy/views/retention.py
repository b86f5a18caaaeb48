"""For how long we keep what, what would go tonight, and what went."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core import retention as kinds
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.paging import keyset_page
from naast.core.retention import Kind
from naast.organisations.access import ActorRequest
from naast.privacy.forms.keeping import BackupsForm, TermForm
from naast.privacy.queries import retention as queries
from naast.privacy.services import retention as services
from naast.privacy.views.guards import by_guards


@require_http_methods(["GET"])
@by_guards
def retention(request: ActorRequest) -> HttpResponse:
    """Every kind with its term; on request what would go tonight; and the reports of the nights."""
    is_tried = "try" in request.GET
    found = queries.lines(request.actor, day=clock.today(), is_tried=is_tried)
    context: dict[str, object] = {
        "lines": found,
        "is_tried": is_tried,
        "tonight": sum(line.number or 0 for line in found),
        "most": queries.MOST,
        "backups": queries.backups_of(request.actor.organisation_id),
        "nights": queries.nights(request.actor),
    }
    return page(request, "privacy/retention.html", context)


@require_http_methods(["GET", "POST"])
@by_guards
def retention_kind(request: ActorRequest, code: str) -> HttpResponse:
    """One kind: why this term, who would go tonight, and choosing another term."""
    kind = _kind(code)
    line = queries.line(request.actor, kind, day=clock.today())
    form = TermForm(
        request.POST or None,
        kind=kind,
        initial={"months": line.months, "why": line.own.why if line.own else ""},
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.choose_term(actor=request.actor, code=code, **form.cleaned_data)
        except DomainError as error:
            form.add_error("months", str(error))
        else:
            messages.success(request, _("From tonight on this term counts."))
            return see_other(request.actor.url("privacy:retention_kind", code=code))
    people = queries.people_going(request.actor, kind, day=clock.today())
    context: dict[str, object] = {
        "line": line,
        "form": form,
        "most": queries.MOST,
        "people": keyset_page(
            people.select_related("volunteer", "participant"),
            params=request.GET,
            fields=("sort_name", "id"),
        ),
    }
    return page(request, "privacy/retention_kind.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_guards
def retention_proposal(request: ActorRequest, code: str) -> HttpResponse:
    """The proposed term again."""
    kind = _kind(code)
    services.back_to_proposal(actor=request.actor, code=kind.code)
    messages.success(request, _("The proposed term counts again."))
    return see_other(request.actor.url("privacy:retention_kind", code=kind.code))


@require_http_methods(["GET", "POST"])
@by_guards
def backups(request: ActorRequest) -> HttpResponse:
    """How long backups are kept: what was erased is in them until then."""
    known = queries.backups_of(request.actor.organisation_id)
    initial = {"days": known.days, "where": known.where} if known else None
    form = BackupsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.tell_backups(actor=request.actor, **form.cleaned_data)
        except DomainError as error:
            form.add_error("days", str(error))
        else:
            messages.success(request, _("Written down."))
            return see_other(request.actor.url("privacy:retention"))
    return page(request, "privacy/backups.html", {"form": form}, refused=bool(form.errors))


def _kind(code: str) -> Kind:
    try:
        return kinds.kind(code)
    except KeyError as error:
        raise Http404 from error
