"""Agreements that were not kept: the list, one of them, and its steps."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.agreements.forms.steps import NotKeptForm, ObservationForm, StepForm, ViewForm
from naast.agreements.models import NotKept
from naast.agreements.queries import step_pages as pages
from naast.agreements.queries import steps as queries
from naast.agreements.services import steps as services
from naast.agreements.services.picking import picks_for
from naast.agreements.states_steps import LADDER, PAPER, SOLVE
from naast.agreements.views.doors import by_coordinator_or_coach
from naast.audit import log
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.kept import kept_for


def show_refusal(form: NotKeptForm | ObservationForm | ViewForm, error: DomainError) -> None:
    """The sentence beside the field that mends it, or above the form."""
    fields = error.fields if isinstance(error, services.StepIncomplete) else {}
    for name, sentence in fields.items():
        form.add_error(name if name in form.fields else None, sentence)
    if not fields:
        form.add_error(None, str(error))


@require_http_methods(["GET"])
@by_coordinator_or_coach
def steps(request: ActorRequest) -> HttpResponse:
    """What is to talk about, the day to look again first; or what is closed and not erased yet."""
    is_closed = request.GET.get("show") == "closed"
    rows = queries.listed(request.actor, is_closed=is_closed)
    found = keyset_page(rows, params=request.GET, fields=("id",), newest_first=True)
    log.looked("agreement-steps.listed", actor=request.actor, target=request.organisation)
    context = {
        "page": found,
        "is_closed": is_closed,
        "terms": queries.terms_of(request.actor.organisation_id),
        "is_coordinator": request.actor.is_coordinator,
    }
    return page(request, "agreements/steps.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator_or_coach
def new_not_kept(request: ActorRequest, engagement_id: UUID) -> HttpResponse:
    """An agreement was not kept: which one, and what was seen."""
    engagement = or_404(queries.get_engagement(request.actor, engagement_id))
    key = f"not-kept:{engagement.pk}"
    picks = picks_for(engagement, language=request.user.language)
    form = NotKeptForm(posted(request), picks=picks, initial={"seen_on": clock.today()})
    if form.is_valid():
        try:
            made = services.note_not_kept(
                actor=request.actor,
                engagement=engagement,
                agreement=form.agreement_meant(),
                seen=form.seen(),
            )
        except DomainError as error:
            show_refusal(form, error)
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Written down. Now talk about it together."))
            return see_other(request.actor.url("agreements:not_kept", not_kept_id=made.pk))
    context = {"form": form, "engagement": engagement} | kept_for(request, key)
    return page(request, "agreements/not_kept_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_coordinator_or_coach
def not_kept(request: ActorRequest, not_kept_id: UUID) -> HttpResponse:
    """One agreement that was not kept, and where it stands. Opening it is written down."""
    found = or_404(queries.get_not_kept(request.actor, not_kept_id))
    log.looked("agreement-steps.read", actor=request.actor, target=found)
    return page(request, "agreements/not_kept.html", pages.staff_page(request.actor, found))


@require_http_methods(["GET", "POST"])
@by_coordinator_or_coach
def observe(request: ActorRequest, not_kept_id: UUID) -> HttpResponse:
    """Something more was seen or heard."""
    found = or_404(queries.get_not_kept(request.actor, not_kept_id))
    key = f"seen:{found.pk}"
    form = ObservationForm(posted(request), initial={"seen_on": clock.today()})
    if form.is_valid():
        try:
            services.add_observation(actor=request.actor, not_kept_id=found.pk, seen=form.seen())
        except DomainError as error:
            show_refusal(form, error)
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Written down."))
            return see_other(request.actor.url("agreements:not_kept", not_kept_id=found.pk))
    context = {"form": form, "not_kept": found, "person": found.engagement.person}
    context |= kept_for(request, key)
    return page(request, "agreements/observe.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator_or_coach
def step(request: ActorRequest, not_kept_id: UUID, step: str) -> HttpResponse:
    """Take one step."""
    found = or_404(queries.get_not_kept(request.actor, not_kept_id))
    if step not in LADDER.steps:
        raise Http404
    key = f"step:{found.pk}:{step}"
    form = StepForm(
        posted(request),
        step=step,
        is_too_soon=pages.is_too_soon(found),
        initial={"taken_on": clock.today()},
    )
    if form.is_valid():
        try:
            services.take_step(
                actor=request.actor, not_kept_id=found.pk, step=step, given=form.given()
            )
        except DomainError as error:
            show_refusal(form, error)
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _done(step))
            return see_other(request.actor.url("agreements:not_kept", not_kept_id=found.pk))
    context = _step_page(request, found, step) | {"form": form} | kept_for(request, key)
    return page(request, "agreements/step.html", context, refused=bool(form.errors))


def _done(step: str) -> str:
    if step == SOLVE:
        return _("Solved. Thank you, on behalf of both.")
    return _("Written down. The volunteer can read what you agreed.")


def _step_page(request: ActorRequest, found: NotKept, step: str) -> dict[str, object]:
    log.looked("agreement-steps.read", actor=request.actor, target=found)
    context = pages.staff_page(request.actor, found)
    return context | {"step": step, "title": LADDER.steps[step].label}


@require_http_methods(["GET"])
@by_coordinator_or_coach
def print_step(request: ActorRequest, not_kept_id: UUID, step_id: UUID) -> HttpResponse:
    """What was agreed, on paper, with lines to sign for both (S0-42)."""
    found = or_404(queries.get_not_kept(request.actor, not_kept_id))
    on_paper = (each for each in found.steps.all() if each.pk == step_id and each.step == PAPER)
    taken = or_404(next(on_paper, None))
    log.looked("agreement-steps.read", actor=request.actor, target=found)
    person = found.engagement.person
    context: dict[str, object] = {"not_kept": found, "taken": taken, "person": person}
    return page(request, "agreements/print_step.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator_or_coach
def write_view(request: ActorRequest, not_kept_id: UUID, step_id: UUID) -> HttpResponse:
    """How the volunteer sees a step, in their words."""
    found = or_404(queries.get_not_kept(request.actor, not_kept_id))
    taken = or_404(next((each for each in found.steps.all() if each.pk == step_id), None))
    key = f"step-view:{taken.pk}"
    form = ViewForm(posted(request), initial={"own_view": taken.own_view})
    own_view = form.heard() if form.is_valid() else None
    if own_view is not None:
        try:
            services.write_view(
                actor=request.actor, not_kept_id=found.pk, step_id=taken.pk, own_view=own_view
            )
        except DomainError as error:
            show_refusal(form, error)
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Written down."))
            return see_other(request.actor.url("agreements:not_kept", not_kept_id=found.pk))
    log.looked("agreement-steps.read", actor=request.actor, target=found)
    context = kept_for(request, key) | {
        "form": form,
        "not_kept": found,
        "taken": taken,
        "title": LADDER.steps[taken.step].label,
        "person": found.engagement.person,
    }
    return page(request, "agreements/write_view.html", context, refused=bool(form.errors))
