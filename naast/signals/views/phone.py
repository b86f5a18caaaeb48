"""What stays on a phone: a form with the numbers to ring that opens without network, and how it is sent later."""

from http import HTTPStatus
from pathlib import Path
from typing import Final
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest, open_to_members
from naast.signals.forms.raising import RaiseForm, SentFromPhone
from naast.signals.queries.ringing import chain
from naast.signals.services import raising as services
from naast.signals.views.mine import DRAFT

WORKER: Final = Path(__file__).parent.parent / "static" / "signals" / "worker.js"
# Our script says who it is, and gets an answer without a page.
FROM_SCRIPT: Final = "X-Naast-Phone"


@require_http_methods(["GET"])
@open_to_members
def pocket(request: ActorRequest) -> HttpResponse:
    """The form and the numbers on one page without names of participants: it stays on the phone."""
    form = RaiseForm(actor=request.actor, is_short=True, initial={"client_key": uuid4()})
    return _pocket(request, form)


def _pocket(request: ActorRequest, form: RaiseForm) -> HttpResponse:
    context: dict[str, object] = {
        "form": form,
        "chain": chain(request.actor, request.organisation, day=clock.today()),
        "draft_key": DRAFT,
    }
    return page(request, "signals/pocket.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@open_to_members
def send(request: ActorRequest) -> HttpResponse:
    """Take in what a phone sends, at once or when it has network again: 201 with the address of the signal, also
    the second time; 409 when somebody else is signed in now; 422 when something is missing."""
    by_script = FROM_SCRIPT in request.headers
    if by_script and request.POST.get("who") != str(request.user.pk):
        return HttpResponse(status=HTTPStatus.CONFLICT)
    kept = "kept" in request.POST
    form = (SentFromPhone if kept else RaiseForm)(
        request.POST, actor=request.actor, is_short=not by_script
    )
    if form.is_valid():
        try:
            raised = services.raise_signal(actor=request.actor, noticed=form.noticed())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, f"{DRAFT}:{raised.kind}")
            own = request.actor.url("signals:my_signal", signal_id=raised.pk)
            if by_script:
                return HttpResponse(status=HTTPStatus.CREATED, headers={"Location": own})
            messages.success(request, _("Thank you. You are not alone with this any more."))
            return see_other(own)
    if by_script:
        return HttpResponse(status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _pocket(request, form)


@require_http_methods(["GET"])
@open_to_members
def worker(request: ActorRequest) -> HttpResponse:
    """The small script that shows the pocket page when there is no network, for this organisation alone."""
    response = HttpResponse(WORKER.read_text(encoding="utf-8"), content_type="text/javascript")
    response.headers["Service-Worker-Allowed"] = request.actor.url("signals:notice").removesuffix(
        "mine/noticed/"
    )
    response.headers["Cache-Control"] = "private, no-cache"
    return response
