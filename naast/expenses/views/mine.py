"""The volunteer's own costs: what is left, what was asked, one claim with its question."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from naast.core import clock
from naast.core.errors import StateConflict
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.expenses import own_words
from naast.expenses.forms.own import AnswerForm
from naast.expenses.paper import known
from naast.expenses.queries import mine as queries
from naast.expenses.services import own as services
from naast.expenses.states import ANSWER, CLAIM
from naast.expenses.views.own_doors import by_volunteer, files, refuse
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page

ROWS = 20


@require_safe
@by_volunteer
def my_costs(request: ActorRequest) -> HttpResponse:
    """What is left this year, what can be asked, and everything that was asked."""
    year = or_404(queries.my_year(request.actor, request.organisation, day=clock.today()))
    mark_read(actor=request.actor, url=request.path)
    rows = keyset_page(
        queries.my_claims(request.actor),
        params=request.GET,
        fields=("day", "id"),
        newest_first=True,
        size=ROWS,
    )
    context: dict[str, object] = {
        "mine": year,
        "rows": rows,
        "paper": known((get_language() or "")[:2]) or "nl",
    }
    return page(request, "expenses/mine.html", context)


@require_safe
@by_volunteer
def my_claim(request: ActorRequest, claim_id: UUID) -> HttpResponse:
    """One thing that was asked: where it is, and what is asked about it."""
    found = or_404(queries.my_claim(request.actor, claim_id))
    mark_read(actor=request.actor, url=request.path)
    context: dict[str, object] = {
        "claim": found,
        "to_know": own_words.good_to_know(found.warnings),
        "source": queries.source_of_claim(found, request.organisation),
        "has_photo": queries.my_proof(request.actor, claim_id).exists(),
        "steps": {step.name for step in CLAIM.open_from(found.state)},
    }
    return page(request, "expenses/mine_claim.html", context)


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_answer(request: ActorRequest, claim_id: UUID) -> HttpResponse:
    """Answer a question about a claim."""
    found = or_404(queries.my_claim(request.actor, claim_id))
    back = request.actor.url("expenses:my_claim", claim_id=found.pk)
    if found.state not in CLAIM.steps[ANSWER].sources:
        messages.info(request, _("There is no question about this any more."))
        return see_other(back)

    def act(sent: AnswerForm) -> None:
        services.answer(actor=request.actor, claim_id=found.pk, **sent.cleaned_data)

    told = FormPage(
        title=_("A question about your costs"),
        lead=found.question,
        done=_("Thank you. We look at it again."),
        action=_("Send"),
        back_url=back,
        back_label=_("What you asked"),
    )
    form = AnswerForm(posted(request), files(request))
    return form_page(request, form, act, told, refuse=partial(refuse, request))


@require_http_methods(["POST"])
@by_volunteer
def my_take_back(request: ActorRequest, claim_id: UUID) -> HttpResponse:
    """Take a claim back."""
    found = or_404(queries.my_claim(request.actor, claim_id))
    try:
        services.take_back(actor=request.actor, claim_id=found.pk)
    except StateConflict:
        messages.info(request, _("Somebody looked at it already. Ask your coordinator."))
        return see_other(request.actor.url("expenses:my_claim", claim_id=found.pk))
    messages.success(request, _("You took it back."))
    return see_other(request.actor.url("expenses:my_costs"))


@require_safe
@by_volunteer
def my_proof(request: ActorRequest, claim_id: UUID) -> HttpResponse:
    """The photo of one’s own bill."""
    found = or_404(queries.my_proof(request.actor, claim_id).first())
    answer = HttpResponse(bytes(found.jpeg), content_type="image/jpeg")
    answer["Cache-Control"] = "private, no-store"
    return answer
