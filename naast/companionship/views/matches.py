"""Matches as the coordinator sees them: the list, one match, and its steps."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.companionship.forms import matches as forms
from naast.companionship.models import Match, MatchState, Milestone
from naast.companionship.panels import panels_for
from naast.companionship.queries import matches as queries
from naast.companionship.queries.next_step import next_step
from naast.companionship.queries.ready import volunteer_ready
from naast.companionship.services import agreements, matches, meetings, milestones
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.paging import keyset_page
from naast.core.text import Text
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.programmes import services as programmes
from naast.programmes.errors import CannotWait
from naast.programmes.forms_ready import LetWaitForm

# Steps that need no more than a tap and a few words.
SIMPLE: dict[str, Callable[..., Match]] = {
    "go_on": matches.go_on,
    "pause": matches.pause,
    "resume": matches.resume,
    "wind_down": matches.wind_down,
    "carry_on": matches.carry_on,
}


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def match_list(request: ActorRequest) -> HttpResponse:
    """The matches, those that changed longest ago first: they wait longest for attention."""
    form = forms.FilterForm(
        request.GET or None,
        programmes=queries.programmes_of(request.actor),
        coaches=queries.coaches_of(request.actor),
    )
    data = form.cleaned_data if form.is_bound and form.is_valid() else {}
    filters = queries.Filters(
        state=data.get("state", ""),
        programme=getattr(data.get("programme"), "pk", None),
        coach=getattr(data.get("coach"), "pk", None),
    )
    rows = keyset_page(
        queries.listed(request.actor, filters), params=request.GET, fields=("state_since", "id")
    )
    context = {"rows": rows, "form": form, "is_filtered": bool(request.GET)}
    return page(request, "companionship/matches.html", context)


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def match(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """One match: where it stands, what comes next, who stands behind it."""
    found = _match(request, match_id)
    log.looked("match.file-read", actor=request.actor, target=found.participant)
    return _show(request, found)


def _show(
    request: ActorRequest, found: Match, *, refusal: str = "", form: LetWaitForm | None = None
) -> HttpResponse:
    """The page; with why a step was not taken, or a form that was refused, filled in as it was sent."""
    shown = queries.match_page(request.actor, found)
    ready = volunteer_ready(request.actor, found)
    may_wait = ready.may_wait if ready is not None else []
    context = {
        "shown": shown,
        "match": found,
        "next": next_step(found, shown.meeting, shown.milestones),
        # Nobody leads the end of their own match.
        "may_close": request.actor.person_id not in (found.volunteer_id, found.participant_id),
        "way": queries.way_of(found),
        "readiness": [(each.label, each.in_place, each.who) for each in shown.conditions],
        "ready": ready,
        "wait_form": form or (LetWaitForm(items=may_wait) if may_wait else None),
        "volunteer_contacts": queries.contacts_of_volunteer(found),
        "participant_contacts": queries.contacts_of_participant(found),
        "ending": queries.how_it_ended(found),
        "by_phone": queries.rather_by_phone(found),
        "open_steps": {step.name for step in shown.next_steps},
        "refusal": refusal,
        "today": clock.today(),
        "panels": panels_for("coordinator", request.actor, found),
    }
    refused = bool(refusal) or form is not None
    return page(request, "companionship/match.html", context, refused=refused)


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def take_step(request: ActorRequest, match_id: UUID, step: str) -> HttpResponse:
    """A step that needs no more than a tap."""
    found = _match(request, match_id)
    if step not in SIMPLE:
        raise Http404
    try:
        SIMPLE[step](actor=request.actor, match_id=found.pk, note=request.POST.get("note", ""))
    except DomainError as error:
        return _show(request, found, refusal=str(error))
    messages.success(request, _("Noted. Both are told."))
    return _to(request, found)


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def let_wait(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """Something that the volunteer still needs may wait, with a reason and until a day."""
    found = _match(request, match_id)
    ready = volunteer_ready(request.actor, found)
    if ready is None or ready.engagement is None:
        raise Http404
    form = LetWaitForm(request.POST, items=ready.may_wait)
    if not form.is_valid():
        return _show(request, found, form=form)
    data = form.cleaned_data
    try:
        programmes.let_wait(
            actor=request.actor,
            engagement_id=ready.engagement.pk,
            item_key=data["item"],
            reason=data["reason"],
            until_on=data["until_on"],
        )
    except CannotWait as error:
        form.refuse(error)
        return _show(request, found, form=form)
    except DomainError as error:
        return _show(request, found, refusal=str(error))
    messages.success(request, _("It may wait. It stays visible until it is in place."))
    return _to(request, found)


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def start_trial(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """They met and go on: the trial starts and its moments are planned."""
    found = _match(request, match_id)
    try:
        matches.start_trial(actor=request.actor, match_id=found.pk)
    except DomainError as error:
        return _show(request, found, refusal=str(error))
    messages.success(
        request, _("The trial has started. The moments to call and look back are planned.")
    )
    return _to(request, found)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def answer_for(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """What one of the two said by phone, on paper or in a talk."""
    found = _match(request, match_id)
    is_volunteer = found.state == MatchState.PROPOSED
    person = found.volunteer if is_volunteer else found.participant
    form = forms.AnswerForForm(request.POST or None, match=found)

    def act(data: dict[str, Any]) -> None:
        common = {"actor": request.actor, "match_id": found.pk, "note": data["note"]}
        if is_volunteer:
            matches.answer_as_volunteer(**common, says_yes=data["answer"] == "yes")
        else:
            matches.answer_as_participant(**common, answer=data["answer"], how=data["how"])

    title = _("What did %(name)s say?") % {"name": person.first_name}
    return _form_page(request, found, form, act, title=title, done=_("The answer is written down."))


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def withdraw(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """Take a proposal back."""
    found = _match(request, match_id)
    form = forms.WithdrawForm(request.POST or None)

    def act(data: dict[str, Any]) -> None:
        matches.withdraw(actor=request.actor, match_id=found.pk, reason=data["reason"])

    return _form_page(
        request,
        found,
        form,
        act,
        title=_("Take the proposal back"),
        done=_("The proposal is taken back. The wish is waiting again."),
    )


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def plan_meeting(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """Plan the first meeting of the three, or move it."""
    found = _match(request, match_id)
    meeting = getattr(found, "first_meeting", None)
    initial = {}
    if meeting is not None:
        local = localtime(meeting.planned_at)
        initial = {
            "day": local.date(),
            "time": local.time(),
            "place": meeting.place,
            "with_whom": meeting.with_whom,
        }
    form = forms.MeetingForm(request.POST or None, initial=initial)

    def act(data: dict[str, Any]) -> None:
        plan = meetings.Plan(form.planned_at(), data["place"], data["with_whom"])
        meetings.plan_meeting(actor=request.actor, match_id=found.pk, plan=plan)

    return _form_page(
        request,
        found,
        form,
        act,
        title=_("Plan the first meeting"),
        done=_("The first meeting is planned. Both are told."),
    )


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def write_briefing(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """What the volunteer was told beforehand."""
    found = _match(request, match_id)
    meeting = getattr(found, "first_meeting", None)
    initial = {"briefed_on": clock.today(), "told": found.shared_with_volunteer}
    if meeting is not None and meeting.briefed_on:
        initial = {name: getattr(meeting, name) for name in ("told", "questions", "briefed_on")}
    form = forms.BriefingForm(request.POST or None, initial=initial)

    def act(data: dict[str, Any]) -> None:
        meetings.write_briefing(actor=request.actor, match_id=found.pk, **data)

    return _form_page(
        request, found, form, act, title=_("What did you tell beforehand?"), done=_("Written down.")
    )


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def meeting_held(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """The first meeting took place."""
    found = _match(request, match_id)
    form = forms.HeldForm(request.POST or None, initial={"held_on": clock.today()})

    def act(data: dict[str, Any]) -> None:
        meetings.meeting_held(actor=request.actor, match_id=found.pk, held_on=data["held_on"])

    return _form_page(
        request,
        found,
        form,
        act,
        title=_("The first meeting took place"),
        done=_("Noted. When both want to go on, start the trial."),
    )


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def stop_early(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """An end earlier than meant."""
    found = _match(request, match_id)
    form = forms.StopForm(request.POST or None)

    def act(data: dict[str, Any]) -> None:
        matches.stop_early(actor=request.actor, match_id=found.pk, ending=matches.Ending(**data))

    return _form_page(
        request,
        found,
        form,
        act,
        title=_("Stop earlier than meant"),
        done=_("The match has ended."),
    )


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def note_talk(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """What was agreed after the participant asked for a change."""
    found = _match(request, match_id)
    form = forms.TalkForm(request.POST or None)

    def act(data: dict[str, Any]) -> None:
        matches.note_talk(actor=request.actor, match_id=found.pk, note=data["note"])

    return _form_page(request, found, form, act, title=_("You talked about it"), done=_("Noted."))


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def extend_match(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """Both go on until another day."""
    found = _match(request, match_id)
    form = forms.ExtendForm(request.POST or None)

    def act(data: dict[str, Any]) -> None:
        milestones.extend(actor=request.actor, match_id=found.pk, **data)

    return _form_page(
        request, found, form, act, title=_("Another end date"), done=_("The new end date is noted.")
    )


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def name_people(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """Who stands behind this match."""
    found = _match(request, match_id)
    form = forms.PeopleForm(
        request.POST or None,
        initial={role: getattr(found, f"{role}_id") for role in agreements.ROLES},
        coaches=queries.coaches_of(request.actor),
        professionals=queries.professionals_of(request.actor),
    )

    def act(data: dict[str, Any]) -> None:
        named = {role: getattr(data[role], "pk", None) for role in agreements.ROLES}
        agreements.name_people(
            actor=request.actor,
            match_id=found.pk,
            backers=agreements.Backers(**named),
            hand_over=data["hand_over"],
        )

    return _form_page(
        request,
        found,
        form,
        act,
        title=_("Who stands behind this match"),
        done=_("The names are noted."),
    )


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def change_agreements(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """What the two agree."""
    found = _match(request, match_id)
    names = list(forms.AgreementsForm.base_fields)
    form = forms.AgreementsForm(
        request.POST or None, initial={name: getattr(found, name) for name in names}
    )

    def act(data: dict[str, Any]) -> None:
        agreements.change_agreements(
            actor=request.actor, match_id=found.pk, agreements=agreements.Agreements(**data)
        )

    return _form_page(
        request,
        found,
        form,
        act,
        title=_("What you agree together"),
        done=_("The agreements are noted."),
    )


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def milestone_done(request: ActorRequest, match_id: UUID, milestone_id: UUID) -> HttpResponse:
    """A call or a talk took place."""
    found = _match(request, match_id)
    milestone = next((each for each in found.milestones.all() if each.pk == milestone_id), None)
    if milestone is None:
        raise Http404
    form = forms.MilestoneForm(request.POST or None, initial={"done_on": clock.today()})

    def act(data: dict[str, Any]) -> None:
        milestones.mark_done(actor=request.actor, milestone_id=milestone.pk, **data)

    return _form_page(
        request,
        found,
        form,
        act,
        title=Milestone.Kind(milestone.kind).label,
        done=_("Noted. Thank you for calling."),
    )


def _match(request: ActorRequest, match_id: UUID) -> Match:
    try:
        return queries.get_match(request.actor, match_id)
    except Match.DoesNotExist as error:
        raise Http404 from error


def _to(request: ActorRequest, found: Match) -> HttpResponse:
    return see_other(request.actor.url("companionship:match", match_id=found.pk))


def _form_page(
    request: ActorRequest,
    found: Match,
    form: django_forms.Form,
    act: Callable[[dict[str, Any]], None],
    *,
    title: Text,
    done: str,
) -> HttpResponse:
    """One form about one match: shown, refused with 422, or done and back to the match."""
    key = f"match:{found.pk}:{type(form).__name__}"
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, done)
            return _to(request, found)
    context = {
        "match": found,
        "form": form,
        "title": title,
        "draft_key": key,
        "saved": {} if request.method == "POST" else drafts.kept(request.user.pk, key),
    }
    return page(request, "companionship/match_form.html", context, refused=bool(form.errors))
