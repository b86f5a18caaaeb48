"""A match as the two people themselves and the professional see it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.casebook import queries as casebook
from naast.casebook.models import Sheet
from naast.companionship.models import Match, MatchState, QuietQuestion
from naast.companionship.panels import panels_for
from naast.companionship.policies import matches as policies
from naast.companionship.queries import duty
from naast.companionship.queries import matches as queries
from naast.companionship.queries import visits as visit_queries
from naast.companionship.services import matches, quiet
from naast.companionship.states import ASKING_STATES, LIVING_STATES
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

# In these somebody of this side has an answer to give (or to take back, until the start).
TO_ANSWER = {"volunteer": MatchState.PROPOSED, "participant": MatchState.VOLUNTEER_YES}
HOMES = {"volunteer": "desk:volunteer_home", "participant": "desk:participant_home"}
EVERYBODY = (
    Function.VOLUNTEER,
    Function.PARTICIPANT,
    Function.PROFESSIONAL,
    Function.COACH,
    Function.COORDINATOR,
)


@require_http_methods(["GET"])
@open_to(*EVERYBODY)
def my_match(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """Who is beside me, whom I can call, what we agreed: for each side their own page."""
    match, side = _own(request, match_id)
    if side == "coordinator":
        return see_other(request.actor.url("companionship:match", match_id=match.pk))
    if TO_ANSWER.get(side) == match.state:
        return see_other(request.actor.url("companionship:answer", match_id=match.pk))
    mark_read(actor=request.actor, url=request.path)
    _note_the_look(request, match, side)
    template = f"companionship/my_match_{side}.html"
    context = _context(request, match, side)
    context["panels"] = panels_for(side, request.actor, match)
    return page(request, template, context)


@require_http_methods(["GET"])
@open_to(*EVERYBODY)
def my_match_sheet(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """The same on paper: for beside the telephone."""
    match, side = _own(request, match_id)
    if match.state not in LIVING_STATES:
        raise Http404
    _note_the_look(request, match, side)
    return page(request, "companionship/my_match_sheet.html", _context(request, match, side))


def _note_the_look(request: ActorRequest, match: Match, side: str) -> None:
    """Whoever is not one of the two leaves a line that the participant can read."""
    if side in {"staff", "coordinator"}:
        log.looked("match.file-read", actor=request.actor, target=match.participant)


def _context(request: ActorRequest, match: Match, side: str) -> dict[str, object]:
    living = match.state in LIVING_STATES
    is_volunteer = side == "volunteer"
    return {
        "match": match,
        "side": side,
        "own": queries.own_match(match, side=side, day=clock.today()),
        "asked": queries.asked(match, side=side),
        "is_living": living,
        # The participant was told so when they wrote it: the volunteer reads it once both said yes.
        "wish_is_shared": living
        or match.state in (MatchState.BOTH_YES, MatchState.MEETING_PLANNED),
        "choice": f"?match={match.pk}",
        "is_asking": match.state in ASKING_STATES,
        "visits": [] if is_volunteer else visit_queries.shared_visits(request.actor, match),
        "duty_lines": [] if is_volunteer else duty.of_match(request.actor, match),
        "own_visits": visit_queries.own_visits(request.actor, match) if is_volunteer else [],
        "sheets": _to_read(match, side),
    }


def _to_read(match: Match, side: str) -> list[Sheet]:
    """What a volunteer reads before the first meeting (S0-25); nobody else is shown a sheet beside a name."""
    if side != "volunteer":
        return []
    return casebook.sheets_of_programme(match.organisation_id, match.programme_id)


@require_http_methods(["GET", "POST"])
@open_to(Function.VOLUNTEER, Function.PARTICIPANT)
def answer(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """Somebody thought of you: yes, or not now. A reason is never asked."""
    match, side = _own(request, match_id)
    if side not in HOMES:
        raise Http404
    refusal = ""
    if request.method == "POST":
        try:
            return _answered(request, match, side)
        except DomainError as error:
            refusal = str(error)
    elif match.state != TO_ANSWER[side]:
        return see_other(request.actor.url("companionship:my_match", match_id=match.pk))
    mark_read(actor=request.actor, url=request.path)
    context: dict[str, object] = {
        "match": match,
        "side": side,
        "asked": queries.asked(match, side=side),
        "refusal": refusal,
        "home": request.actor.url(HOMES[side]),
        "sheets": _to_read(match, side),
    }
    return page(request, "companionship/my_answer.html", context, refused=bool(refusal))


def _answered(request: ActorRequest, match: Match, side: str) -> HttpResponse:
    said = request.POST.get("answer", "")
    if side == "volunteer" and said in {"yes", "no"}:
        matches.answer_as_volunteer(actor=request.actor, match_id=match.pk, says_yes=said == "yes")
    elif side == "participant" and said in matches.PARTICIPANT_STEPS:
        matches.answer_as_participant(actor=request.actor, match_id=match.pk, answer=said)
    else:
        raise DomainError(_("Choose one of the answers."))
    if said == "yes":
        messages.success(
            request, _("Thank you. Your coordinator takes the next step, together with you.")
        )
    else:
        messages.success(request, _("Thank you for saying so. That is quite all right."))
    return see_other(request.actor.url(HOMES[side]))


@require_http_methods(["GET", "POST"])
@open_to(Function.PARTICIPANT)
def ask_for_change(request: ActorRequest, match_id: UUID, wish: str) -> HttpResponse:
    """«I'd like to stop», or «another volunteer, please»: no reason needed."""
    match, side = _own(request, match_id)
    if wish not in matches.WISHES or not policies.can_ask_for_change(request.actor, match):
        raise Http404
    if request.method == "POST":
        matches.ask_for_change(
            actor=request.actor,
            match_id=match.pk,
            wish=wish,
            words=request.POST.get("words", "")[:4000],
        )
        messages.success(
            request, _("We heard you. Somebody calls you soon to arrange it together.")
        )
        return see_other(request.actor.url("companionship:my_match", match_id=match.pk))
    contacts = queries.contacts_of_participant(match)
    context = {"match": match, "wish": wish, "side": side, "contacts": contacts}
    return page(request, "companionship/my_wish.html", context)


@require_http_methods(["GET", "POST"])
@open_to(Function.VOLUNTEER)
def quiet_answer(request: ActorRequest, question_id: UUID) -> HttpResponse:
    """«How are you two?»: three answers, one tap."""
    try:
        question = visit_queries.get_question(request.actor, question_id)
    except QuietQuestion.DoesNotExist as error:
        raise Http404 from error
    refusal = ""
    if request.method == "POST":
        said = request.POST.get("answer", "")
        if said not in QuietQuestion.Answer.values:
            refusal = _("Choose one of the answers.")
        else:
            try:
                quiet.answer_quiet(actor=request.actor, question_id=question.pk, answer=said)
            except DomainError as error:
                refusal = str(error)
            else:
                return _thanked(request, said)
    mark_read(actor=request.actor, url=request.path)
    context = {"question": question, "answers": QuietQuestion.Answer.choices, "refusal": refusal}
    return page(request, "companionship/my_quiet.html", context, refused=bool(refusal))


def _thanked(request: ActorRequest, said: str) -> HttpResponse:
    if said == QuietQuestion.Answer.TALK:
        messages.success(request, _("Good that you say so. We call you within two working days."))
    else:
        messages.success(request, _("Good to hear. Thank you for letting us know."))
    return see_other(request.actor.url("desk:volunteer_home"))


def _own(request: ActorRequest, match_id: UUID) -> tuple[Match, policies.Side]:
    try:
        match = queries.get_match(request.actor, match_id)
    except Match.DoesNotExist as error:
        raise Http404 from error
    return match, policies.side_of(request.actor, match)
