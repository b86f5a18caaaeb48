"""What somebody who left can still read, behind their own link: no account is needed."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from naast.core.http import page, see_other
from naast.organisations.public import HouseRequest, open_house
from naast.parting.keepsake import keepsake_pdf
from naast.parting.links import keepsake_of, link_of
from naast.parting.models import Keepsake
from naast.parting.services.keepsakes import stop_invitation
from naast.parting.views.partings import pdf_answer


def _keepsake(request: HouseRequest, token: str) -> Keepsake:
    found = keepsake_of(request.visitor, token)
    if found is None:
        raise Http404
    return found


@require_safe
@open_house
def keepsake(request: HouseRequest, token: str) -> HttpResponse:
    """Thanks, what you did and learned, and the word once a year."""
    found = _keepsake(request, token)
    invitation = getattr(found.parting, "invitation", None)
    context: dict[str, object] = {
        "content": found.content,
        "is_invited": invitation is not None and invitation.stopped_on is None,
        "pdf_url": link_of(found, request.house.slug, "keepsake_pdf"),
        "stop_url": link_of(found, request.house.slug, "keepsake_stop"),
    }
    return page(request, "parting/keepsake.html", context)


@require_safe
@open_house
def keepsake_as_pdf(request: HouseRequest, token: str) -> HttpResponse:
    """The same, to keep."""
    return pdf_answer(keepsake_pdf(_keepsake(request, token)))


@require_http_methods(["POST"])
@open_house
def keepsake_stop(request: HouseRequest, token: str) -> HttpResponse:
    """No word any more."""
    found = _keepsake(request, token)
    stop_invitation(actor=request.visitor, keepsake=found)
    messages.success(request, _("It stops. All the best to you."))
    return see_other(link_of(found, request.house.slug))
