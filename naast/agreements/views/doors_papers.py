"""Finding the copy behind an address, and answers that several pages give."""

from uuid import UUID

from django.http import Http404, HttpResponse

from naast.agreements.models import Copy, CopyState
from naast.agreements.pdf import checksum_of_file, paper_pdf
from naast.agreements.queries import copies as queries
from naast.agreements.services import copies as services
from naast.organisations.access import ActorRequest


def copy_or_404(request: ActorRequest, copy_id: UUID) -> Copy:
    """A copy that this actor may know."""
    copy = queries.get_copy(request.actor, copy_id)
    if copy is None:
        raise Http404
    return copy


def own_or_404(request: ActorRequest, copy_id: UUID) -> Copy:
    """A copy about the actor themself, unless it was taken back."""
    copy = queries.get_own(request.actor, copy_id)
    if copy is None or copy.state == CopyState.WITHDRAWN:
        raise Http404
    return copy


def as_pdf(request: ActorRequest, copy: Copy) -> HttpResponse:
    """The paper as a PDF, whose checksum we keep to verify it later. A text that is not intact any more is
    not handed out."""
    shown = queries.text_of(copy)
    if shown.content is None or not shown.is_intact or copy.state == CopyState.WITHDRAWN:
        raise Http404
    made = paper_pdf(copy, shown.content)
    services.issue(actor=request.actor, copy=copy, pdf_checksum=checksum_of_file(made))
    name = f"{copy.version.document.kind}-{copy.checksum[:12]}.pdf"
    return HttpResponse(
        made,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
