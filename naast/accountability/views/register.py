"""The register of processing: read it, print it, take it along, and add what only the house knows."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.accountability.forms.papers import ActivityForm, OwnActivityForm
from naast.accountability.models import Activity
from naast.accountability.pdf import register_pdf
from naast.accountability.policies import papers as policies
from naast.accountability.queries import register as queries
from naast.accountability.services import papers as services
from naast.accountability.views.doors import by_keeper, by_reader
from naast.accountability.views.tabs import tabs_of
from naast.core.http import or_404, page, see_other
from naast.core.sheets import CONTENT_TYPES, as_xlsx
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page

WORDS = ("purpose", "basis", "basis_words", "people", "receivers", "transfers", "security", "term")


@require_http_methods(["GET"])
@by_reader
def register(request: ActorRequest) -> HttpResponse:
    """What we do with data: each kind, with its purpose, ground, receivers and term."""
    context = {
        "shown": queries.register_of(request.actor),
        "may_keep": bool(policies.can_keep(request.actor)),
        "tabs": tabs_of(request.actor, "register"),
    }
    return page(request, "accountability/register.html", context)


@require_http_methods(["GET"])
@by_reader
def register_print(request: ActorRequest) -> HttpResponse:
    """The register as PDF."""
    return pdf_answer(register_pdf(queries.register_of(request.actor)), "register.pdf")


@require_http_methods(["GET"])
@by_reader
def register_sheet(request: ActorRequest) -> HttpResponse:
    """The register as a spreadsheet."""
    shown = queries.register_of(request.actor)
    rows = [queries.row_of(line) for line in shown.lines]
    content = as_xlsx(queries.headings(), rows, _("Register of processing"))
    answer = HttpResponse(content, content_type=CONTENT_TYPES["xlsx"])
    answer["Content-Disposition"] = 'attachment; filename="register.xlsx"'
    return answer


def pdf_answer(content: bytes, name: str) -> HttpResponse:
    """A PDF to read or keep."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def _told(request: ActorRequest, title: str, key: str) -> FormPage:
    return FormPage(
        title=title,
        lead=_("What stays empty is as the software says it."),
        key=key,
        done=_("Kept in the register."),
        back_url=request.actor.url("accountability:register"),
        back_label=_("Register of processing"),
    )


@require_http_methods(["GET", "POST"])
@by_keeper
def activity(request: ActorRequest, code: str) -> HttpResponse:
    """The house's own words about a kind of processing that the software knows."""
    usual = queries.usual_of(code)
    if usual is None:
        raise Http404
    own = policies.activities_visible_to(request.actor).filter(code=code).first()
    initial = {name: getattr(own, name) for name in WORDS} if own else {}
    form = ActivityForm(posted(request), initial=initial)

    def act(sent: ActivityForm) -> None:
        services.write_activity(actor=request.actor, code=code, words=sent.words())

    return form_page(request, form, act, _told(request, usual.title, f"register:{request.actor.organisation_id}:{code}"))  # fmt: skip


@require_http_methods(["GET", "POST"])
@by_keeper
def new_activity(request: ActorRequest) -> HttpResponse:
    """A line of the house alone."""
    form = OwnActivityForm(posted(request))

    def act(sent: OwnActivityForm) -> None:
        services.keep_own_activity(actor=request.actor, words=sent.words())

    key = f"register-new:{request.actor.organisation_id}"
    return form_page(
        request, form, act, _told(request, _("Something we do beside the software"), key)
    )


def own_or_404(request: ActorRequest, activity_id: UUID) -> Activity:
    """A line of the house alone, or a 404."""
    rows = policies.activities_visible_to(request.actor).filter(code="")
    return or_404(rows.filter(pk=activity_id).first())


@require_http_methods(["GET", "POST"])
@by_keeper
def own_activity(request: ActorRequest, activity_id: UUID) -> HttpResponse:
    """Change a line of the house alone."""
    own = own_or_404(request, activity_id)
    form = OwnActivityForm(
        posted(request), initial={name: getattr(own, name) for name in ("title", *WORDS)}
    )

    def act(sent: OwnActivityForm) -> None:
        services.keep_own_activity(actor=request.actor, words=sent.words(), activity_id=own.pk)

    return form_page(request, form, act, _told(request, own.title, f"register:{own.pk}"))


@require_http_methods(["POST"])
@by_keeper
def drop_activity(request: ActorRequest, activity_id: UUID) -> HttpResponse:
    """We no longer do this."""
    own = own_or_404(request, activity_id)
    services.drop_own_activity(actor=request.actor, activity_id=own.pk)
    messages.success(request, _("Taken out of the register."))
    return see_other(request.actor.url("accountability:register"))
