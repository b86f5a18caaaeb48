"""Pages about groups: the list with the quarter, one request, the answer."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.core.templatetags.ui_blocks import Definition
from naast.organisations.access import ActorRequest
from naast.outreach.forms.groups import AnswerForm, DoneForm, GroupForm
from naast.outreach.models import GroupRequest
from naast.outreach.queries import groups as queries
from naast.outreach.services import groups as services
from naast.outreach.states import GROUP, GroupState
from naast.outreach.views.doors import by_coordinator


@require_http_methods(["GET"])
@by_coordinator
def groups(request: ActorRequest) -> HttpResponse:
    """Requests that are still open, and how many groups the quarters hold."""
    show = request.GET.get("show", "open")
    rows = queries.listed(request.actor, show=show)
    context: dict[str, object] = {
        "rows": keyset_page(rows, params=request.GET, fields=("id",)),
        "show": show,
        "quarters": queries.quarters(request.actor, today=clock.today())[:3],
    }
    return page(request, "outreach/groups.html", context)


@require_http_methods(["GET"])
@by_coordinator
def group(request: ActorRequest, group_id: UUID) -> HttpResponse:
    """One request: the plan first, then what we can answer."""
    shown = or_404(queries.get_group(request.actor, group_id))
    day = shown.day
    context: dict[str, object] = {
        "group": shown,
        "facts": _facts(shown),
        "answers": _answers(shown),
        "can_withdraw": GroupState.WITHDRAWN in {s.target for s in GROUP.open_from(shown.state)},
        "is_over": shown.state == GroupState.ACCEPTED and bool(day and day <= clock.today()),
        "quarter": queries.quarter_for(request.actor, day) if day else None,
    }
    return page(request, "outreach/group.html", context)


def _facts(shown: GroupRequest) -> list[Definition]:
    phone = f"tel:{shown.phone}" if shown.phone else ""
    mail = f"mailto:{shown.email}" if shown.email else ""
    return [
        Definition(_("Who"), shown.get_sort_display()),
        Definition(_("Called"), shown.get_kind_display()),
        Definition(_("Who asks or encourages it"), shown.third_party),
        Definition(_("How many people"), str(shown.number)),
        Definition(
            _("Where"), shown.programme.name if shown.programme else _("Where it is useful")
        ),
        Definition(_("Contact"), shown.contact_name),
        Definition(_("Mail"), shown.email, mail),
        Definition(_("Phone"), shown.phone, phone),
    ]


def _answers(shown: GroupRequest) -> list[tuple[str, object]]:
    """(step, words) for each answer that can be given now."""
    steps = GROUP.open_from(shown.state)
    return [(step.name, step.label) for step in steps if step.name in services.LETTER_OF]


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_group(request: ActorRequest) -> HttpResponse:
    """Write down what a group asks by phone."""
    key = "group:new"
    found = queries.quarters(request.actor, today=clock.today())
    form = GroupForm(
        request.POST or None,
        actor=request.actor,
        country=request.organisation.country,
        quarters=found,
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = services.ask_for_group(actor=request.actor, plan=form.group_plan())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Written down."))
            return see_other(request.actor.url("outreach:group", group_id=made.pk))
    saved = {} if request.method == "POST" else drafts.kept(request.user.pk, key)
    context: dict[str, object] = {"form": form, "draft_key": key, "saved": saved}
    return page(request, "outreach/group_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def answer_group(request: ActorRequest, group_id: UUID, step: str) -> HttpResponse:
    """Welcome, another day, or a kind no: with the letter to read and change."""
    shown = or_404(queries.get_group(request.actor, group_id))
    if step not in services.LETTER_OF:
        raise Http404
    form = _answer_form(request, shown, step)
    if form.is_valid() and form.asks_to_look:
        form.look = services.preview(request.actor, shown, step, form.answer())
    elif form.is_valid():
        try:
            services.answer_group(
                actor=request.actor, group_id=shown.pk, step=step, answer=form.answer()
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _answered(shown))
            return see_other(request.actor.url("outreach:group", group_id=shown.pk))
    context: dict[str, object] = {
        "form": form,
        "group": shown,
        "title": GROUP.steps[step].label,
        "step": step,
        "quarter": queries.quarter_for(request.actor, shown.day) if shown.day else None,
    }
    return page(request, "outreach/group_answer.html", context, refused=bool(form.errors))


def _answer_form(request: ActorRequest, shown: GroupRequest, step: str) -> AnswerForm:
    words = services.usual_words(request.actor, shown, step)
    first: dict[str, object] = {"host": request.actor.membership_id}
    if step == "accept":
        first["date_on"] = shown.day
    return AnswerForm(
        request.POST or None, actor=request.actor, step=step, initial=first, words=words
    )


def _answered(shown: GroupRequest) -> str:
    if shown.email:
        return _("Answered. The letter is on its way.")
    return _("Noted. They left no e-mail address: please call them.")


@require_http_methods(["POST"])
@by_coordinator
def withdraw_group(request: ActorRequest, group_id: UUID) -> HttpResponse:
    """They don’t come after all."""
    shown = or_404(queries.get_group(request.actor, group_id))
    try:
        services.withdraw_group(actor=request.actor, group_id=shown.pk)
    except DomainError as error:
        messages.error(request, str(error))
    return see_other(request.actor.url("outreach:group", group_id=shown.pk))


@require_http_methods(["GET", "POST"])
@by_coordinator
def group_done(request: ActorRequest, group_id: UUID) -> HttpResponse:
    """They were here, and how it went."""
    shown = or_404(queries.get_group(request.actor, group_id))
    form = DoneForm(request.POST or None, initial={"how_it_went": shown.how_it_went})
    if request.method == "POST" and form.is_valid():
        try:
            services.finish_group(actor=request.actor, group_id=shown.pk, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted, for next time."))
            return see_other(request.actor.url("outreach:group", group_id=shown.pk))
    context: dict[str, object] = {"form": form, "group": shown}
    return page(request, "outreach/group_done.html", context, refused=bool(form.errors))
