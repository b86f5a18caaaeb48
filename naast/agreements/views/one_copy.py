"""One paper as the coordinator sees it: print, sign for us, write down a signature, answer, take back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.agreements.forms import signing as forms
from naast.agreements.models import Copy
from naast.agreements.queries import signing as queries
from naast.agreements.queries.paper_page import may, paper_page
from naast.agreements.services import copies, questions, renewing
from naast.agreements.services import signing as services
from naast.agreements.views.doors_papers import as_pdf, copy_or_404
from naast.audit import log
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.text import Text
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def copy(request: ActorRequest, copy_id: UUID) -> HttpResponse:
    """One paper: where it stands, who signed how, and the next step."""
    found = copy_or_404(request, copy_id)
    log.looked("paper.read-by-us", actor=request.actor, target=found.person)
    return _show(request, found)


def _show(request: ActorRequest, found: Copy, *, refusal: str = "") -> HttpResponse:
    context = {
        "paper": paper_page(found, clock.today()),
        "may": may(request.actor, found, clock.today()),
        "refusal": refusal,
    }
    return page(request, "agreements/copy.html", context, refused=bool(refusal))


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def print_copy(request: ActorRequest, copy_id: UUID) -> HttpResponse:
    """The paper as a sheet, with lines to sign."""
    found = copy_or_404(request, copy_id)
    log.looked("paper.read-by-us", actor=request.actor, target=found.person)
    return page(request, "agreements/print.html", {"paper": paper_page(found, clock.today())})


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def copy_pdf(request: ActorRequest, copy_id: UUID) -> HttpResponse:
    """The paper as a PDF. Handing one out is remembered, so who only reads along gets none (ADR 0021)."""
    if request.actor.session_id is not None:
        raise Http404
    found = copy_or_404(request, copy_id)
    log.looked("paper.read-by-us", actor=request.actor, target=found.person)
    return as_pdf(request, found)


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def sign_for_us(request: ActorRequest, copy_id: UUID) -> HttpResponse:
    """We sign too."""
    checksum = request.POST.get("checksum", "")
    return _step(
        request,
        copy_id,
        lambda: services.sign_for_us(actor=request.actor, copy_id=copy_id, checksum=checksum),
        done=_("Signed for the organisation."),
    )


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def take_back(request: ActorRequest, copy_id: UUID) -> HttpResponse:
    """Nobody needs to sign this any more."""
    return _step(
        request,
        copy_id,
        lambda: copies.withdraw(actor=request.actor, copy_id=copy_id),
        done=_("Taken back."),
    )


def _step(
    request: ActorRequest, copy_id: UUID, act: Callable[[], object], *, done: str
) -> HttpResponse:
    found = copy_or_404(request, copy_id)
    try:
        act()
    except DomainError as error:
        return _show(request, copy_or_404(request, copy_id), refusal=str(error))
    messages.success(request, done)
    return see_other(_home(request, found))


def _home(request: ActorRequest, found: Copy) -> str:
    return request.actor.url("agreements:copy", copy_id=found.pk)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def write_down(request: ActorRequest, copy_id: UUID) -> HttpResponse:
    """Signed on paper, together on this screen, or after it was read aloud."""
    found = copy_or_404(request, copy_id)
    initial = {"signed_on": clock.today(), "we_too": True}
    form = forms.WitnessedForm(request.POST or None, copy=found, initial=initial)

    def act(_data: dict[str, Any]) -> None:
        services.write_down(
            actor=request.actor,
            copy_id=found.pk,
            checksum=request.POST.get("checksum", ""),
            witnessed=form.witnessed(),
        )

    name = found.person.first_name
    title = _("How did %(name)s sign?") % {"name": name}
    lead = _("Only what you saw yourself. It stands here with your name.")
    return _form_page(request, found, form, act, words=(title, lead), done=_("Written down."))


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def limits(request: ActorRequest, copy_id: UUID) -> HttpResponse:
    """Somebody's own limits, written down together with them."""
    found = copy_or_404(request, copy_id)
    log.looked("paper.read-by-us", actor=request.actor, target=found.person)
    form = forms.LimitsForm(request.POST or None, initial={"words": found.own_limits})

    def act(data: dict[str, Any]) -> None:
        copies.set_limits(
            actor=request.actor,
            copy_id=found.pk,
            checksum=request.POST.get("checksum", ""),
            words=data["words"],
        )

    title = _("Own limits of %(name)s") % {"name": found.person.first_name}
    lead = _("In their own words, while you talk about it. Both sign them.")
    return _form_page(request, found, form, act, words=(title, lead), done=_("Written down."))


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def write_renewal(request: ActorRequest, copy_id: UUID) -> HttpResponse:
    """Somebody went through it again with us, and stands by it."""
    found = copy_or_404(request, copy_id)
    form = forms.RenewedForm(request.POST or None, initial={"done_on": clock.today()})

    def act(data: dict[str, Any]) -> None:
        renewing.renew(actor=request.actor, copy_id=found.pk, done_on=data["done_on"])

    title = _("Read again together")
    lead = _("You went through it with %(name)s, and %(name)s stands by it.") % {
        "name": found.person.first_name
    }
    return _form_page(request, found, form, act, words=(title, lead), done=_("Written down."))


def _form_page(
    request: ActorRequest,
    found: Copy,
    form: django_forms.Form,
    act: Callable[[dict[str, Any]], None],
    *,
    words: tuple[Text, Text],
    done: str,
) -> HttpResponse:
    """A form of one step: 303 when it is done, the form again when it is not."""
    key = (
        f"paper-step:{request.resolver_match.url_name if request.resolver_match else ''}:{found.pk}"
    )
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, done)
            return see_other(_home(request, found))
    context = {
        # After a refusal too: what somebody read stays what they write about.
        "checksum": request.POST.get("checksum", found.checksum),
        "form": form,
        "title": words[0],
        "lead": words[1],
        "back": _home(request, found),
        "draft_key": key,
        "saved": {} if form.is_bound else drafts.kept(request.user.pk, key),
    }
    return page(request, "agreements/copy_step.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def answer(request: ActorRequest, question_id: UUID) -> HttpResponse:
    """Answer a question: who asked reads it beside the text."""
    question = queries.get_question(request.actor, question_id)
    if question is None:
        raise Http404
    log.looked("paper.read-by-us", actor=request.actor, target=question.copy.person)
    key = f"paper-answer:{question.pk}"
    form = forms.AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            questions.answer(
                actor=request.actor, question_id=question.pk, words=form.cleaned_data["words"]
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Answered. Who asked is told that there is an answer."))
            return see_other(_home(request, question.copy))
    context: dict[str, object] = {
        "question": question,
        "clause": queries.clause_of(question),
        "answer_by": queries.answer_by(question, request.organisation.country),
        "form": form,
        "back": _home(request, question.copy),
        "draft_key": key,
        "saved": {} if form.is_bound else drafts.kept(request.user.pk, key),
    }
    return page(request, "agreements/answer.html", context, refused=bool(form.errors))
