"""Ideas of volunteers: the board, one idea with its people, and what the house answers (S2-1, S1-26)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.belonging.forms.common import refuse
from naast.belonging.forms.ideas import HandOverForm, IdeaAnswerForm, IdeaForm, SupportForm
from naast.belonging.models import Idea, IdeaMember
from naast.belonging.policies import ideas as policies
from naast.belonging.queries import ideas as queries
from naast.belonging.services import ideas as services
from naast.belonging.states import ASK, GO_ON, IDEA, LEAD
from naast.belonging.tabs import tabs_for
from naast.belonging.views.doors import by_coordinator, by_house, by_volunteer, draft_key, refused
from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.organisations.kept import kept_for


@require_http_methods(["GET"])
@by_house
def ideas(request: ActorRequest) -> HttpResponse:
    """The board of the house."""
    is_open = "past" not in request.GET
    rows = queries.board(request.actor, is_open=is_open)
    found = keyset_page(rows, params=request.GET, fields=("id",), newest_first=True, size=20)
    context: dict[str, object] = {
        "rows": found,
        "is_open": is_open,
        "can_start": bool(policies.can_start(request.actor)),
    }
    return page(request, "belonging/ideas.html", context)


@require_http_methods(["GET"])
@by_coordinator
def ideas_to_answer(request: ActorRequest) -> HttpResponse:
    """Ideas for which the coordinator was asked along."""
    rows = queries.to_answer(request.actor).prefetch_related("members__person")
    context: dict[str, object] = {
        "tabs": tabs_for(request.actor, "ideas_to_answer"),
        "rows": keyset_page(rows, params=request.GET, fields=("answer_by", "id")),
    }
    return page(request, "belonging/ideas_to_answer.html", context)


@require_http_methods(["GET", "POST"])
@by_volunteer
def new_idea(request: ActorRequest) -> HttpResponse:
    """Start one."""
    key = draft_key(request, "idea")
    form = IdeaForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.start_idea(actor=request.actor, idea=form.idea())
        except DomainError as error:
            refuse(form, error)
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Your idea is on the board."))
            return see_other(request.actor.url("belonging:idea", idea_id=made.pk))
    context: dict[str, object] = {"form": form, "idea": None, **kept_for(request, key)}
    return page(request, "belonging/idea_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_volunteer
def change_idea(request: ActorRequest, idea_id: UUID) -> HttpResponse:
    """In other words."""
    found = or_404(queries.get_idea(request.actor, idea_id))
    if not policies.can_change(request.actor, found):
        return or_404(None)
    key = draft_key(request, "idea", found.pk)
    form = IdeaForm(request.POST or None, idea=found)
    if request.method == "POST" and form.is_valid():
        services.change_idea(actor=request.actor, idea_id=found.pk, idea=form.idea())
        drafts.forget(request.user.pk, key)
        return see_other(request.actor.url("belonging:idea", idea_id=found.pk))
    context: dict[str, object] = {"form": form, "idea": found, **kept_for(request, key)}
    return page(request, "belonging/idea_form.html", context, refused=bool(form.errors))


def _context(request: ActorRequest, found: Idea) -> dict[str, object]:
    actor = request.actor
    leads = policies.leads(actor, found)
    open_steps = IDEA.open_from(found.state) if leads else []
    return {
        "idea": found,
        "leads": leads,
        "is_in": any(each.person_id == actor.person_id for each in found.members.all()),
        "can_join": bool(policies.can_join(actor, found)),
        "steps": [step for step in open_steps if step.by == LEAD and step.name != ASK],
        "can_ask": any(step.name == ASK for step in open_steps),
        "can_answer": bool(policies.can_take(actor, found, GO_ON)) and found.is_asked,
        "is_volunteer": bool(policies.can_start(actor)),
    }


@require_http_methods(["GET"])
@by_house
def idea(request: ActorRequest, idea_id: UUID) -> HttpResponse:
    """One idea: what, with whom, where it stands."""
    found = or_404(queries.get_idea(request.actor, idea_id))
    mark_read(actor=request.actor, url=request.path)
    return page(request, "belonging/idea.html", _context(request, found))


@require_http_methods(["POST"])
@by_volunteer
def idea_part(request: ActorRequest, idea_id: UUID, part: str) -> HttpResponse:
    """Do it along, or no longer."""
    found = or_404(queries.get_idea(request.actor, idea_id))
    url = request.actor.url("belonging:idea", idea_id=found.pk)
    service = {"join": services.join, "leave": services.leave}.get(part)
    try:
        or_404(service)(actor=request.actor, idea_id=found.pk)
    except DomainError as error:
        return refused(request, error, url)
    return see_other(url)


@require_http_methods(["POST"])
@by_volunteer
def idea_step(request: ActorRequest, idea_id: UUID, step: str) -> HttpResponse:
    """A step of who leads it that needs no words."""
    found = or_404(queries.get_idea(request.actor, idea_id))
    known = IDEA.steps.get(step)
    if (
        known is None
        or known.by != LEAD
        or step == ASK
        or not policies.can_change(request.actor, found)
    ):
        return or_404(None)
    url = request.actor.url("belonging:idea", idea_id=found.pk)
    try:
        services.take_step(actor=request.actor, idea_id=found.pk, step=step)
    except DomainError as error:
        return refused(request, error, url)
    return see_other(url)


@require_http_methods(["POST"])
@by_volunteer
def idea_lead(request: ActorRequest, idea_id: UUID, member_id: UUID, part: str) -> HttpResponse:
    """Somebody of the group leads along («along»), or lets it go («off»)."""
    found = or_404(queries.get_idea(request.actor, idea_id))
    if part not in ("along", "off") or not policies.can_change(request.actor, found):
        return or_404(None)
    url = request.actor.url("belonging:idea", idea_id=found.pk)
    try:
        services.lead_along(
            actor=request.actor, idea_id=found.pk, member_id=member_id, leads=part == "along"
        )
    except IdeaMember.DoesNotExist:
        return or_404(None)
    except DomainError as error:
        return refused(request, error, url)
    return see_other(url)


@require_http_methods(["GET", "POST"])
@by_volunteer
def idea_support(request: ActorRequest, idea_id: UUID) -> HttpResponse:
    """Ask the coordinator along."""
    found = or_404(queries.get_idea(request.actor, idea_id))
    if not policies.can_change(request.actor, found):
        return or_404(None)
    form = SupportForm(request.POST or None, initial={"words": found.needs})
    url = request.actor.url("belonging:idea", idea_id=found.pk)
    if request.method == "POST" and form.is_valid():
        try:
            services.ask_support(actor=request.actor, idea_id=found.pk, **form.cleaned_data)
        except DomainError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Asked. You get an answer within five working days."))
            return see_other(url)
    context: dict[str, object] = {"form": form, "idea": found}
    return page(request, "belonging/idea_support.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_volunteer
def idea_hand_over(request: ActorRequest, idea_id: UUID) -> HttpResponse:
    """When somebody else takes over, and what goes along."""
    found = or_404(queries.get_idea(request.actor, idea_id))
    if not policies.can_change(request.actor, found):
        return or_404(None)
    first = {"day": found.hand_over_on, "words": found.hand_over_words}
    form = HandOverForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            services.plan_hand_over(actor=request.actor, idea_id=found.pk, **form.cleaned_data)
        except DomainError as error:
            refuse(form, error)
        else:
            return see_other(request.actor.url("belonging:idea", idea_id=found.pk))
    context: dict[str, object] = {"form": form, "idea": found}
    return page(request, "belonging/idea_hand_over.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def answer_idea(request: ActorRequest, idea_id: UUID) -> HttpResponse:
    """What the house can do; waiting has three possible reasons."""
    found = or_404(queries.get_idea(request.actor, idea_id))
    form = IdeaAnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.answer_idea(actor=request.actor, idea_id=found.pk, **form.cleaned_data)
        except DomainError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Answered. Who leads it reads it."))
            return see_other(request.actor.url("belonging:ideas_to_answer"))
    context: dict[str, object] = {"form": form, "idea": found}
    return page(request, "belonging/answer_idea.html", context, refused=bool(form.errors))
