"""My data: take a copy, ask something, and read what became of it."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest, open_to_members
from naast.organisations.models import Function
from naast.privacy.forms.rights import OwnRequestForm
from naast.privacy.queries import rights as queries
from naast.privacy.services import exporting
from naast.privacy.services import rights as services

LAST_FEW = 30


@require_http_methods(["GET", "POST"])
@open_to_members
def my_data(request: ActorRequest) -> HttpResponse:
    """What I may do with my data, and what I asked."""
    form = OwnRequestForm(posted(request))
    url = request.actor.url("privacy:my_data")
    if form.is_valid():
        try:
            services.ask_for_myself(actor=request.actor, new=form.new())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("We have your question. You hear from us within a month."))
            return see_other(url)
    if request.method == "GET":
        mark_read(actor=request.actor, url=url)
    context: dict[str, object] = {
        "form": form,
        "person": queries.myself(request.actor),
        "has_card": request.actor.has(Function.VOLUNTEER, Function.PARTICIPANT),
        "is_volunteer": request.actor.has(Function.VOLUNTEER),
        "rows": queries.own(request.actor)[:LAST_FEW],
    }
    return page(request, "privacy/my_data.html", context, refused=bool(form.errors))


@require_safe
@open_to_members
def my_copy(request: ActorRequest) -> HttpResponseBase:
    """Everything you keep about me, in one file."""
    copy = exporting.hand_out_own(actor=request.actor)
    return FileResponse(copy, as_attachment=True, filename="naast.zip")


@require_POST
@open_to_members
def my_take_back(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """I don't ask this any more."""
    found = or_404(queries.own(request.actor).filter(pk=request_id).first())
    try:
        services.take_back(actor=request.actor, request_id=found.pk)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Taken back."))
    return see_other(request.actor.url("privacy:my_data"))
