"""The firms that handle data for us, those they call in, and the agreement to start from."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.accountability import texts
from naast.accountability.forms.papers import ProcessorForm
from naast.accountability.models import Processor
from naast.accountability.pdf import agreement_pdf
from naast.accountability.policies import papers as policies
from naast.accountability.queries import processors as queries
from naast.accountability.services import papers as services
from naast.accountability.views.doors import by_keeper, by_reader
from naast.accountability.views.register import pdf_answer
from naast.accountability.views.tabs import tabs_of
from naast.core import clock
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.law import privacy
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page

WORDS = ("name", "does", "place", "is_in_eea", "gets", "agreed_on", "kept_where")


@require_http_methods(["GET"])
@by_reader
def processors(request: ActorRequest) -> HttpResponse:
    """The list, with who has to be looked at again."""
    context = {
        "page": keyset_page(
            queries.listed(request.actor), params=request.GET, fields=("name", "id")
        ),
        "look_before": clock.today() - queries.LOOK_AGAIN,
        "languages": texts.LANGUAGES,
        "duty": privacy.duty("processor", request.organisation.country, clock.today()),
        "may_keep": bool(policies.can_keep(request.actor)),
        "tabs": tabs_of(request.actor, "processors"),
    }
    return page(request, "accountability/processors.html", context)


@require_http_methods(["GET"])
@by_reader
def agreement(request: ActorRequest, language: str) -> HttpResponse:
    """The agreement to start from, without a firm's name."""
    return _agreement(request, language, None)


@require_http_methods(["GET"])
@by_reader
def agreement_with(request: ActorRequest, processor_id: UUID, language: str) -> HttpResponse:
    """The agreement to start from, for one firm."""
    return _agreement(request, language, _found(request, processor_id))


def _agreement(request: ActorRequest, language: str, firm: Processor | None) -> HttpResponse:
    if language not in texts.LANGUAGES:
        raise Http404
    content = agreement_pdf(language, organisation=request.organisation.name, processor=firm)
    return pdf_answer(content, "agreement.pdf")


def _found(request: ActorRequest, processor_id: UUID) -> Processor:
    return or_404(queries.get_processor(request.actor, processor_id))


def _told(request: ActorRequest, title: str, key: str) -> FormPage:
    return FormPage(
        title=title,
        key=key,
        done=_("Kept on the list. In a year you are asked to look again."),
        back_url=request.actor.url("accountability:processors"),
        back_label=_("Firms"),
    )


@require_http_methods(["GET", "POST"])
@by_keeper
def new_processor(request: ActorRequest) -> HttpResponse:
    """Put a firm on the list."""
    form = ProcessorForm(posted(request))

    def act(sent: ProcessorForm) -> None:
        services.keep_processor(actor=request.actor, words=sent.words())

    key = f"processor-new:{request.actor.organisation_id}"
    return form_page(request, form, act, _told(request, _("A firm that handles data for us"), key))


@require_http_methods(["GET", "POST"])
@by_keeper
def new_sub_processor(request: ActorRequest, processor_id: UUID) -> HttpResponse:
    """Put a firm on the list that another one calls in."""
    firm = _found(request, processor_id)
    # One step down: what that one calls in is its own affair, and stands in its own agreement.
    or_404(firm if firm.through_id is None else None)
    form = ProcessorForm(posted(request))

    def act(sent: ProcessorForm) -> None:
        services.keep_processor(actor=request.actor, words=sent.words(), through_id=firm.pk)

    title = _("Whom %(name)s calls in") % {"name": firm.name}
    return form_page(request, form, act, _told(request, title, f"processor-sub:{firm.pk}"))


@require_http_methods(["GET", "POST"])
@by_keeper
def processor(request: ActorRequest, processor_id: UUID) -> HttpResponse:
    """Change what is written about a firm."""
    firm = _found(request, processor_id)
    form = ProcessorForm(posted(request), initial={name: getattr(firm, name) for name in WORDS})

    def act(sent: ProcessorForm) -> None:
        services.keep_processor(actor=request.actor, words=sent.words(), processor_id=firm.pk)

    return form_page(request, form, act, _told(request, firm.name, f"processor:{firm.pk}"))


@require_http_methods(["POST"])
@by_keeper
def looked(request: ActorRequest, processor_id: UUID) -> HttpResponse:
    """Looked at again: it still fits."""
    firm = _found(request, processor_id)
    services.look_at_processor(actor=request.actor, processor_id=firm.pk)
    messages.success(request, _("Written down. In a year you are asked again."))
    return see_other(request.actor.url("accountability:processors"))


@require_http_methods(["POST"])
@by_keeper
def end_processor(request: ActorRequest, processor_id: UUID) -> HttpResponse:
    """We no longer work with this firm."""
    firm = _found(request, processor_id)
    services.end_processor(actor=request.actor, processor_id=firm.pk)
    messages.success(request, _("Off the list. Did they give back or erase everything?"))
    return see_other(request.actor.url("accountability:processors"))
