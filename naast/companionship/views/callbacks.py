"""«I'd like to talk», and calling back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.companionship.forms.callbacks import AnswerForm, AskForm
from naast.companionship.models import CallBack
from naast.companionship.policies import callbacks as policies
from naast.companionship.queries.on_call import on_call_for
from naast.companionship.services import callbacks as services
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

ASK = {"talk": CallBack.Kind.TALK}


@require_http_methods(["GET", "POST"])
@open_to(Function.VOLUNTEER, Function.PARTICIPANT)
def ask(request: ActorRequest, kind: str) -> HttpResponse:
    """Ask for a call."""
    if kind not in ASK:
        raise Http404
    key = f"call-back:{kind}"
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            asked = services.ask_call_back(
                actor=request.actor, kind=ASK[kind], text=form.cleaned_data["text"]
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            return see_other(request.actor.url("companionship:call_back", call_back_id=asked.pk))
    saved = {} if request.method == "POST" else drafts.kept(request.user.pk, key)
    context = {
        "form": form,
        "draft_key": key,
        "saved": saved,
        "on_call": on_call_for(request.actor),
    }
    return page(request, "companionship/ask_call_back.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@open_to(Function.VOLUNTEER, Function.PARTICIPANT, Function.COORDINATOR)
def call_back(request: ActorRequest, call_back_id: UUID) -> HttpResponse:
    """One call-back: the promise for who asked, the form for who calls."""
    asked = (
        policies.visible_to(request.actor).select_related("person").filter(pk=call_back_id).first()
    )
    if asked is None:
        raise Http404
    form = AnswerForm(request.POST or None, initial={"spoke_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            services.answer_call_back(
                actor=request.actor, call_back_id=asked.pk, **form.cleaned_data
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted. Who asked for the call can read what you agreed."))
            return see_other(request.actor.url("desk:today"))
    context = {
        "asked": asked,
        "form": form,
        "can_answer": bool(policies.can_answer(request.actor)),
        "is_mine": asked.person_id == request.actor.person_id,
    }
    return page(request, "companionship/call_back.html", context, refused=bool(form.errors))
