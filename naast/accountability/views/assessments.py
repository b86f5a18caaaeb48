"""The impact assessment: what the software knows beside the house's own answers."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.accountability import texts
from naast.accountability.forms.papers import AnswersForm
from naast.accountability.models import Assessment
from naast.accountability.pdf import assessment_pdf, signature
from naast.accountability.policies import papers as policies
from naast.accountability.queries import assessments as queries
from naast.accountability.services import papers as services
from naast.accountability.states import AssessmentState
from naast.accountability.views.doors import by_keeper, by_reader
from naast.accountability.views.register import pdf_answer
from naast.accountability.views.tabs import tabs_of
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.law import privacy
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page


@require_http_methods(["GET"])
@by_reader
def assessments(request: ActorRequest) -> HttpResponse:
    """All versions, whether it is time again, and what the software knows today."""
    actor = request.actor
    context = {
        "page": keyset_page(
            queries.listed(actor), params=request.GET, fields=("number",), newest_first=True
        ),
        "is_due": queries.is_due(queries.signed_of(actor)),
        "facts": queries.facts(actor),
        "duty": privacy.duty("assessment", request.organisation.country, clock.today()),
        "may_keep": bool(policies.can_keep(actor)),
        "tabs": tabs_of(actor, "assessments"),
    }
    return page(request, "accountability/assessments.html", context)


@require_http_methods(["POST"])
@by_keeper
def begin(request: ActorRequest) -> HttpResponse:
    """A new version, or the one that is being written."""
    made = services.begin_assessment(actor=request.actor)
    return see_other(request.actor.url("accountability:answers", assessment_id=made.pk))


@require_http_methods(["GET"])
@by_reader
def assessment(request: ActorRequest, assessment_id: UUID) -> HttpResponse:
    """One version to read."""
    return show(request, or_404(queries.get_assessment(request.actor, assessment_id)))


def show(request: ActorRequest, found: Assessment, *, refusal: str = "") -> HttpResponse:
    """The page, with why it could not be signed off."""
    is_draft = found.state == AssessmentState.DRAFT
    context: dict[str, object] = {
        "found": found,
        "is_draft": is_draft,
        "signature": signature(found),
        "answers": [(each, found.answers.get(each.code, "")) for each in texts.questions()],
        "facts": queries.facts(request.actor) if is_draft else found.facts,
        "may_keep": bool(policies.can_keep(request.actor)),
        "refusal": refusal,
    }
    return page(request, "accountability/assessment.html", context, refused=bool(refusal))


@require_http_methods(["GET"])
@by_reader
def assessment_print(request: ActorRequest, assessment_id: UUID) -> HttpResponse:
    """One version as PDF."""
    found = or_404(queries.get_assessment(request.actor, assessment_id))
    facts = found.facts or queries.facts(request.actor)
    content = assessment_pdf(found, facts, organisation=request.organisation.name)
    return pdf_answer(content, "assessment.pdf")


@require_http_methods(["GET", "POST"])
@by_keeper
def answers(request: ActorRequest, assessment_id: UUID) -> HttpResponse:
    """The house's own answers."""
    found = or_404(queries.get_assessment(request.actor, assessment_id))
    or_404(found if found.state == AssessmentState.DRAFT else None)
    form = AnswersForm(posted(request), questions=texts.questions(), initial=found.answers)

    def act(sent: AnswersForm) -> None:
        services.answer_assessment(
            actor=request.actor, assessment_id=found.pk, answers=sent.cleaned_data
        )

    told = FormPage(
        title=_("Impact assessment, version %(number)s") % {"number": found.number},
        lead=_("In your own words. You need not do it in one go, nor alone."),
        key=f"assessment:{found.pk}",
        done=_("Kept. Read it once more, then sign it off."),
        back_url=request.actor.url("accountability:assessment", assessment_id=found.pk),
        back_label=_("This version"),
    )
    return form_page(request, form, act, told)


@require_http_methods(["POST"])
@by_keeper
def sign(request: ActorRequest, assessment_id: UUID) -> HttpResponse:
    """Sign it off, with the facts of today."""
    found = or_404(queries.get_assessment(request.actor, assessment_id))
    try:
        services.sign_assessment(actor=request.actor, assessment_id=found.pk)
    except DomainError as error:
        return show(request, found, refusal=str(error))
    messages.success(request, _("Signed off. In a year you are asked to look again."))
    return see_other(request.actor.url("accountability:assessment", assessment_id=found.pk))
