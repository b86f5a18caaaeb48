"""Taking a list out."""

from django.http import Http404, StreamingHttpResponse
from django.views.decorators.http import require_GET

from naast.audit import log
from naast.core.sheets import CONTENT_TYPES
from naast.exchange.export import FORMATS, file_name
from naast.exchange.export import export as export_list
from naast.exchange.vocabulary import KINDS
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function


@require_GET
@open_to(Function.COORDINATOR)
def export(request: ActorRequest, kind: str, form: str) -> StreamingHttpResponse:
    """The whole list of this kind as a file; who took it out is kept."""
    if kind not in KINDS or form not in FORMATS:
        raise Http404
    pieces = export_list(request.actor, kind, form)
    log.record(
        "list.exported", actor=request.actor, target=request.organisation, changes={"kind": kind}
    )
    answer = StreamingHttpResponse(pieces, content_type=CONTENT_TYPES[form])
    name = file_name(kind, form, request.organisation.slug)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
