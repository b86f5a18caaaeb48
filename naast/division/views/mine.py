"""Who does what, for the volunteer, the participant, the professional and the coach of a match."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.companionship.models import Match
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.division.forms.people import AnswerForm, NoteForm, PassOnForm, TakeOverForm
from naast.division.forms.tables import RoomForm
from naast.division.models import RoomWish
from naast.division.policies import matches as policies
from naast.division.queries import handovers, pages, passing, tensions
from naast.division.queries import programmes as programme_queries
from naast.division.queries.terms import terms_of
from naast.division.services import handovers as handover_services
from naast.division.services import passing as passing_services
from naast.division.services import patterns
from naast.division.views.doors import (
    FormPage,
    by_both,
    by_everybody,
    by_volunteer,
    form_page,
    match_or_404,
    match_page,
    note_the_look,
    url_of,
)
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

IDEAS_SHOWN = 10


@require_http_methods(["GET"])
@by_everybody
def mine(request: ActorRequest) -> HttpResponse:
    """My matches with their tables, what is on the table, and where I have ideas."""
    actor = request.actor
    is_team = actor.has(Function.VOLUNTEER, Function.PROFESSIONAL, Function.COACH)
    context: dict[str, object] = {
        "matches": pages.own_matches(actor),
        "tensions": list(tensions.mine(actor)[:IDEAS_SHOWN]),
        "programmes": list(programme_queries.worked_in(actor)[:IDEAS_SHOWN]) if is_team else [],
        "is_coordinator": actor.is_coordinator,
    }
    return page(request, "division/mine.html", context)


@require_http_methods(["GET"])
@by_everybody
def my_division(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """One match: what it means here, the table, and whom to reach."""
    found = match_or_404(request, match_id)
    mark_read(actor=request.actor, url=request.path)
    if request.actor.is_coordinator and not policies.side_of(request.actor, found):
        return see_other(request.actor.url("division:match", match_id=found.pk))
    return show(request, found)


def show(request: ActorRequest, found: Match, *, refusal: str = "") -> HttpResponse:
    """The page; with why something was not done."""
    note_the_look(request, found)
    shown = match_page(request, found)
    wants = shown.room.wants if shown.room is not None else ""
    context: dict[str, object] = {
        "shown": shown,
        "match": found,
        "refusal": refusal,
        "room_form": RoomForm(initial={"wants": wants}) if shown.side == "volunteer" else None,
    }
    return page(request, "division/my_division.html", context, refused=bool(refusal))


@require_http_methods(["GET"])
@by_everybody
def print_division(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """The table on paper, with lines to sign on."""
    found = match_or_404(request, match_id)
    shown = match_page(request, found)
    if shown.table is None:
        raise Http404
    context: dict[str, object] = {
        "shown": shown,
        "match": found,
        "back_url": url_of(request, found.pk),
    }
    return page(request, "division/print_division.html", context)


@require_http_methods(["POST"])
@by_volunteer
def say_room(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """How much the volunteer likes to decide."""
    found = match_or_404(request, match_id)
    form = RoomForm(request.POST)
    if not form.is_valid():
        return show(request, found, refusal=_("Choose one of the answers."))
    try:
        patterns.say_room(
            actor=request.actor,
            match_id=found.pk,
            wants=RoomWish.Wants(form.cleaned_data["wants"]),
        )
    except DomainError as error:
        return show(request, found, refusal=str(error))
    messages.success(request, _("Thank you. Your coordinator reads this, and you may change it."))
    return see_other(url_of(request, found.pk))


@require_http_methods(["GET", "POST"])
@by_volunteer
def pass_on(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """«This belongs to my professional»: one sentence."""
    found = match_or_404(request, match_id)
    if policies.side_of(request.actor, found) != policies.VOLUNTEER:
        raise Http404
    terms = terms_of(found.programme_id, language=request.user.language)
    form = PassOnForm(posted(request), contacts=terms.contacts)

    def act() -> str:
        data = form.cleaned_data
        passing_services.pass_on(
            actor=request.actor, match_id=found.pk, about=data["about"], text=data["text"]
        )
        messages.success(request, _("Passed on. You read here what comes of it."))
        return url_of(request, found.pk)

    professional = found.professional
    shown = FormPage(
        title=_("This belongs to my professional"),
        lead=_("This is for %(name)s. Is somebody in danger now? Ring 112 first.")
        % {"name": professional.user.name}
        if professional is not None
        else _("Somebody who looks after this match takes it up."),
        back_url=url_of(request, found.pk),
        back_label=_("Who does what"),
        submit=_("Pass on"),
        draft=f"division-pass-on:{found.pk}",
    )
    return form_page(request, form, shown, act)


@require_http_methods(["GET", "POST"])
@open_to(Function.PROFESSIONAL, Function.COACH, Function.COORDINATOR)
def passed(request: ActorRequest, passed_id: UUID) -> HttpResponse:
    """What a volunteer passed on: take it up, and answer in one line."""
    found = or_404(passing.get_passed(request.actor, passed_id))
    if found.match.volunteer_id == request.actor.person_id:
        return see_other(url_of(request, found.match_id))
    mark_read(actor=request.actor, url=request.path)
    note_the_look(request, found.match)
    form = AnswerForm(posted(request))
    if found.taken_up_on is not None:
        return page(request, "division/passed.html", {"passed": found, "match": found.match})

    def act() -> str:
        passing_services.take_up(
            actor=request.actor, passed_id=found.pk, answer=form.cleaned_data["answer"]
        )
        messages.success(request, _("Thank you. The volunteer reads your line."))
        return url_of(request, found.match_id)

    shown = FormPage(
        title=found.about or _("Something for you"),
        lead=_("From %(volunteer)s, about %(participant)s.")
        % {
            "volunteer": found.match.volunteer.first_name,
            "participant": found.match.participant.first_name,
        },
        back_url=url_of(request, found.match_id),
        back_label=_("Who does what"),
        submit=_("I take this up"),
        draft=f"division-passed:{found.pk}",
        quote=found.text,
    )
    return form_page(request, form, shown, act)


@require_http_methods(["GET", "POST"])
@by_both
def away(request: ActorRequest, step_id: UUID) -> HttpResponse:
    """I can't come: a note for who takes over. Or: my volunteer can't come, who takes over?"""
    step = or_404(handovers.get_step(request.actor, step_id))
    note_the_look(request, step.match)
    side = policies.side_of(request.actor, step.match)
    made = getattr(step, "hand_over", None)
    until = {} if made is None else {"until_on": max(made.until_on, clock.today())}
    initial = until | {"note": made.note if made is not None else ""}
    is_volunteer = side == policies.VOLUNTEER
    form = (
        NoteForm(posted(request), initial=initial)
        if is_volunteer
        else TakeOverForm(posted(request), initial=until)
    )

    def act() -> str:
        data = form.cleaned_data
        common = {"actor": request.actor, "step_id": step.pk, "until_on": data["until_on"]}
        if isinstance(form, NoteForm):
            handover_services.write_note(**common, note=data["note"])
            messages.success(request, _("Thank you. Whoever takes over knows what to do."))
        else:
            handover_services.arrange(**common, who=form.taking_over())
            messages.success(request, _("Noted. Thank you for seeing to it."))
        return url_of(request, step.match_id)

    shown = FormPage(
        title=_("For who takes over") if is_volunteer else _("Who takes over?"),
        lead=step.note,
        back_url=url_of(request, step.match_id),
        back_label=_("Who does what"),
        submit=_("Keep"),
        draft=f"division-away:{step.pk}" if is_volunteer else "",
        quote="" if is_volunteer or made is None else made.note,
    )
    return form_page(request, form, shown, act)


@require_http_methods(["GET"])
@by_volunteer
def stand_in_note(request: ActorRequest, hand_over_id: UUID) -> HttpResponse:
    """What the stand-in should know, until the day is past."""
    found = or_404(handovers.get_note(request.actor, hand_over_id, day=clock.today()))
    mark_read(actor=request.actor, url=request.path)
    note_the_look(request, found.match)
    context: dict[str, object] = {"hand_over": found, "match": found.match}
    return page(request, "division/stand_in_note.html", context)
