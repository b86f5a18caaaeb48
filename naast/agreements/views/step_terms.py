"""How much time people get between two steps, and what volunteers read of their own."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.agreements.forms.steps import MyViewForm, ProgrammeTermsForm, TermsForm
from naast.agreements.queries import steps as queries
from naast.agreements.services import step_terms as terms_services
from naast.agreements.services import steps as services
from naast.agreements.views.doors import by_coordinator, by_volunteer
from naast.audit import log
from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.programmes.queries import programmes


@require_http_methods(["GET", "POST"])
@by_coordinator
def step_terms(request: ActorRequest) -> HttpResponse:
    """The time everywhere in the house."""
    terms = queries.terms_of(request.actor.organisation_id)
    first = {"days_between": terms.days_between, "months_kept": terms.months_kept}
    form = TermsForm(posted(request), initial=first)
    if form.is_valid():
        terms_services.change_terms(actor=request.actor, terms=form.terms())
        messages.success(request, _("Changed."))
        return see_other(request.actor.url("agreements:steps"))
    return _terms_page(request, form, ProgrammeTermsForm(programmes=programmes(request.actor)))


@require_http_methods(["POST"])
@by_coordinator
def programme_step_terms(request: ActorRequest) -> HttpResponse:
    """The time in one programme."""
    form = ProgrammeTermsForm(request.POST, programmes=programmes(request.actor))
    if form.is_valid():
        terms_services.change_programme_terms(
            actor=request.actor,
            programme=form.cleaned_data["programme"],
            days_between=form.cleaned_data["own_days"],
        )
        messages.success(request, _("Changed."))
        return see_other(request.actor.url("agreements:step_terms"))
    terms = queries.terms_of(request.actor.organisation_id)
    first = {"days_between": terms.days_between, "months_kept": terms.months_kept}
    return _terms_page(request, TermsForm(initial=first), form)


def _terms_page(
    request: ActorRequest, form: TermsForm, programme_form: ProgrammeTermsForm
) -> HttpResponse:
    context = {
        "form": form,
        "programme_form": programme_form,
        "own": list(queries.own_terms(request.actor)),
    }
    refused = bool(form.errors or programme_form.errors)
    return page(request, "agreements/step_terms.html", context, refused=refused)


@require_http_methods(["GET"])
@by_volunteer
def my_steps(request: ActorRequest) -> HttpResponse:
    """What we agreed, in plain words, and how I see it."""
    mark_read(actor=request.actor, url=request.path)
    log.looked("agreement-steps.listed-own", actor=request.actor, target=request.organisation)
    context: dict[str, object] = {"rows": queries.mine(request.actor)}
    return page(request, "agreements/my_steps.html", context)


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_view(request: ActorRequest, step_id: UUID) -> HttpResponse:
    """How I see it myself."""
    is_sent = request.method == "POST"
    taken = or_404(queries.my_step(request.actor, step_id, even_closed=is_sent))
    key = f"my-view:{taken.pk}"
    form = MyViewForm(posted(request), initial={"words": taken.own_view})
    if form.is_valid():
        try:
            services.give_view(actor=request.actor, step_id=taken.pk, words=form.words_given())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Thank you. It stands beside what you agreed."))
            return see_other(request.actor.url("agreements:my_steps"))
    log.looked("agreement-steps.read-own", actor=request.actor, target=taken.not_kept)
    saved = {} if is_sent else drafts.kept(request.user.pk, key)
    context = {"form": form, "taken": taken, "draft_key": key, "saved": saved}
    return page(request, "agreements/my_view.html", context, refused=bool(form.errors))
