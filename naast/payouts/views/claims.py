"""One claim as finance looks at it: the bill, the trip, what the law says now, and what may be done."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.expenses.models import Claim
from naast.expenses.states import ClaimState
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.payouts.forms.looking import AnswerForm, QuestionForm, ReasonForm
from naast.payouts.policies import looking as policies
from naast.payouts.queries import looking as queries
from naast.payouts.queries.judged import claim_page
from naast.payouts.services import looking as services
from naast.payouts.services import reversing
from naast.payouts.showing import facts_of
from naast.payouts.views.doors import by_finance, claim_or_404, url_of


@require_http_methods(["GET"])
@by_finance
def claim(request: ActorRequest, claim_id: UUID) -> HttpResponse:
    """Everything somebody needs to say yes, to ask, or to say why not."""
    return _show(request, claim_or_404(request, claim_id))


@require_http_methods(["GET"])
@by_finance
def proof(request: ActorRequest, claim_id: UUID) -> HttpResponse:
    """The photo of the bill; each look at it is written down."""
    found = or_404(queries.proof_of(request.actor, claim_id))
    log.looked("proof.read", actor=request.actor, target=found)
    answer = HttpResponse(bytes(found.jpeg), content_type="image/jpeg")
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_http_methods(["POST"])
@by_finance
def agree(request: ActorRequest, claim_id: UUID) -> HttpResponse:
    """Say yes."""
    found = claim_or_404(request, claim_id)
    try:
        moved = services.agree(actor=request.actor, claim_id=found.pk)
    except DomainError as error:
        return _show(request, found, refusal=str(error))
    is_agreed = moved.state == ClaimState.APPROVED
    said = (
        _("Agreed: it goes with the next payment.")
        if is_agreed
        else _("Seen. A colleague looks too.")
    )
    messages.success(request, said)
    return see_other(request.actor.url("payouts:queue"))


@require_http_methods(["GET", "POST"])
@by_finance
def ask(request: ActorRequest, claim_id: UUID) -> HttpResponse:
    """Ask the volunteer something first."""
    found = claim_or_404(request, claim_id)
    or_404(policies.can_ask_back(request.actor, found) or None)

    def act(sent: QuestionForm) -> None:
        services.ask_back(actor=request.actor, claim_id=found.pk, **sent.cleaned_data)

    told = FormPage(
        title=_("Ask something"),
        lead=_("It keeps its place in the year until there is an answer."),
        key=f"claim-ask:{found.pk}",
        done=_("Asked. The volunteer finds it on their own page."),
        action=_("Ask"),
    )
    return form_page(request, QuestionForm(posted(request)), act, _back_to(request, found, told))


@require_http_methods(["GET", "POST"])
@by_finance
def answer(request: ActorRequest, claim_id: UUID) -> HttpResponse:
    """Write down what a volunteer said who is not online."""
    found = claim_or_404(request, claim_id)
    or_404(policies.can_answer_for(request.actor, found) or None)

    def act(sent: AnswerForm) -> None:
        services.answer_for(actor=request.actor, claim_id=found.pk, **sent.cleaned_data)

    told = FormPage(
        title=_("The answer"),
        lead=found.question,
        key=f"claim-answer:{found.pk}",
        done=_("Written down. Now somebody looks again."),
    )
    return form_page(request, AnswerForm(posted(request)), act, _back_to(request, found, told))


@require_http_methods(["GET", "POST"])
@by_finance
def decline(request: ActorRequest, claim_id: UUID) -> HttpResponse:
    """Not pay it, and say why."""
    found = claim_or_404(request, claim_id)
    or_404(policies.can_decline(request.actor, found) or None)

    def act(sent: ReasonForm) -> None:
        services.decline(actor=request.actor, claim_id=found.pk, **sent.cleaned_data)

    told = FormPage(
        title=_("Don’t pay this"),
        lead=_("Is something missing? Then ask first: often one line is enough."),
        key=f"claim-decline:{found.pk}",
        done=_("It is not paid. The volunteer reads why."),
        action=_("Don’t pay this"),
    )
    return form_page(request, ReasonForm(posted(request)), act, _back_to(request, found, told))


@require_http_methods(["GET", "POST"])
@by_finance
def reverse(request: ActorRequest, claim_id: UUID) -> HttpResponse:
    """Correct what was paid."""
    found = claim_or_404(request, claim_id)
    or_404(policies.can_reverse(request.actor, found) or None)

    def act(sent: ReasonForm) -> str:
        made = reversing.reverse(actor=request.actor, claim_id=found.pk, **sent.cleaned_data)
        return url_of(request, made)

    told = FormPage(
        title=_("Correct what was paid"),
        lead=_(
            "The whole amount goes off the next payment. Was part of it right? Then that becomes a new claim."
        ),
        key=f"claim-reverse:{found.pk}",
        done=_("Corrected. The volunteer reads why."),
        action=_("Correct it"),
    )
    return form_page(request, ReasonForm(posted(request)), act, _back_to(request, found, told))


@require_http_methods(["POST"])
@by_finance
def drop(request: ActorRequest, claim_id: UUID) -> HttpResponse:
    """Take a correction away that still waits."""
    found = claim_or_404(request, claim_id)
    paid = or_404(found.reverses)
    try:
        reversing.drop_reversal(actor=request.actor, claim_id=found.pk)
    except DomainError as error:
        return _show(request, found, refusal=str(error))
    messages.success(request, _("The correction is gone: what was paid stays as it was."))
    return see_other(url_of(request, paid))


def _show(request: ActorRequest, found: Claim, *, refusal: str = "") -> HttpResponse:
    """The page, with why something could not be done."""
    context: dict[str, object] = {
        "claim": found,
        "facts": facts_of(found),
        "shown": claim_page(request.actor, request.organisation, found),
        "refusal": refusal,
    }
    return page(request, "payouts/claim.html", context, refused=bool(refusal))


def _back_to(request: ActorRequest, found: Claim, told: FormPage) -> FormPage:
    return replace(told, back_url=url_of(request, found), back_label=found.cost_year.person.name)
