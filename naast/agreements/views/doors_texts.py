"""Finding the text behind an address; not yours looks the same as absent."""

from uuid import UUID

from django.http import Http404

from naast.agreements.models import Document, Version, VersionText
from naast.agreements.queries import documents as queries
from naast.core.http import or_404
from naast.organisations.access import ActorRequest


def document_or_404(request: ActorRequest, document_id: UUID) -> Document:
    """A document that this actor may know."""
    return or_404(queries.get_document(request.actor, document_id))


def version_or_404(request: ActorRequest, version_id: UUID) -> Version:
    """A version that this actor may know, with its texts."""
    return or_404(queries.get_version(request.actor, version_id))


def draft_or_404(
    request: ActorRequest, document_id: UUID, language: str
) -> tuple[Version, VersionText]:
    """The draft of a document, and its words in this language."""
    draft = or_404(queries.get_draft(request.actor, document_id))
    if draft.document.retired_on is not None:
        raise Http404
    return draft, or_404({text.language: text for text in draft.texts.all()}.get(language))


def words_or_404(
    request: ActorRequest, document_id: UUID, language: str
) -> tuple[Version, VersionText]:
    """As `draft_or_404`. When a form is sent after a colleague published the draft or left this language out:
    the newest words instead, so that nothing that was typed is lost; the service says what happened."""
    if request.method == "GET":
        return draft_or_404(request, document_id, language)
    rows = queries.versions_of(request.actor, document_id)
    newest = or_404(next(iter(rows), None))
    texts = {text.language: text for text in newest.texts.all()}
    return newest, texts.get(language) or texts[queries.first_language(newest)]
