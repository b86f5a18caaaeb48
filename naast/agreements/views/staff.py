"""The texts that colleagues keep too: reading, signing, who did, and the slogans of the charter."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from naast.agreements.models import Document
from naast.agreements.queries import documents as document_queries
from naast.agreements.queries import staff as queries
from naast.agreements.services import acknowledging as services
from naast.agreements.services import reading
from naast.agreements.slogans import slogans_of, slogans_pdf
from naast.agreements.views.doors import by_coordinator, by_staff
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest


@require_http_methods(["GET"])
@by_staff
def my_charter(request: ActorRequest) -> HttpResponse:
    """What we ask of volunteers, we ask of ourselves: the texts for colleagues."""
    mark_read(actor=request.actor, url=request.path)
    texts = reading.for_staff(request.actor, language=request.user.language)
    context: dict[str, object] = {
        "texts": texts,
        "is_coordinator": request.actor.is_coordinator,
    }
    return page(request, "agreements/my_charter.html", context)


@require_http_methods(["GET", "POST"])
@by_staff
def my_charter_text(request: ActorRequest, version_id: UUID) -> HttpResponse:
    """One text, to read and to stand behind."""
    version = or_404(queries.get_version(request.actor, version_id))
    refused = ""
    if request.method == "POST":
        try:
            services.acknowledge(actor=request.actor, version=version)
        except DomainError as error:
            refused = str(error)
        else:
            messages.success(request, _("Thank you. You stand behind it too."))
            return see_other(request.actor.url("agreements:my_charter"))
    texts = reading.for_staff(request.actor, language=request.user.language)
    text = or_404(next((each for each in texts if each.version.pk == version.pk), None))
    context = {"text": text, "refused": refused}
    return page(request, "agreements/my_charter_text.html", context, refused=bool(refused))


def _document(request: ActorRequest, document_id: UUID) -> Document:
    return or_404(queries.get_document(request.actor, document_id))


@require_http_methods(["GET"])
@by_coordinator
def staff_of_document(request: ActorRequest, document_id: UUID) -> HttpResponse:
    """Which colleagues stand behind it, by name."""
    document = _document(request, document_id)
    version, rows = queries.who_signed(request.actor, document.pk)
    context: dict[str, object] = {
        "document": document,
        "version": version,
        "signed": [row for row in rows if row.signed_on],
        "to_ask": [row for row in rows if not row.signed_on],
    }
    return page(request, "agreements/staff_of_document.html", context)


@require_http_methods(["POST"])
@by_coordinator
def remind_staff(request: ActorRequest, document_id: UUID) -> HttpResponse:
    """Ask those who did not sign yet once more."""
    document = _document(request, document_id)
    asked = services.remind_staff(actor=request.actor, document_id=document.pk)
    words = ngettext(
        "%(count)s colleague gets a friendly message.",
        "%(count)s colleagues get a friendly message.",
        asked,
    )
    messages.success(request, words % {"count": asked})
    return see_other(request.actor.url("agreements:staff_of_document", document_id=document.pk))


def _charter(request: ActorRequest, document_id: UUID) -> tuple[Document, reading.Reading | None]:
    document = or_404(document_queries.get_document(request.actor, document_id))
    version = queries.newest_of(document)
    reader = reading.TextReader(document.organisation_id, request.user.language)
    return document, reader.read(version, document.programme_id) if version else None


@require_http_methods(["GET"])
@by_coordinator
def slogans(request: ActorRequest, document_id: UUID) -> HttpResponse:
    """One sentence for each article, and the sheets to hang on the wall (S1-207)."""
    document, text = _charter(request, document_id)
    context: dict[str, object] = {
        "document": document,
        "text": text,
        "slogans": slogans_of(text.content) if text and text.content else [],
    }
    return page(request, "agreements/slogans.html", context)


@require_http_methods(["GET"])
@by_coordinator
def slogans_sheet(request: ActorRequest, document_id: UUID) -> HttpResponse:
    """The sheets themselves: one article large on each."""
    _document, text = _charter(request, document_id)
    if text is None or text.content is None:
        raise Http404
    made = slogans_pdf(text.content, organisation=request.organisation.name)
    return HttpResponse(
        made,
        content_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="charter.pdf"'},
    )
