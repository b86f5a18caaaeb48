"""Steps around a wish: the yes, the search, goals, support while waiting, people to avoid."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.companionship.forms.request_steps import (
    ConsentForm,
    DropGoalForm,
    GoalForm,
    PersonForm,
    ReviewForm,
    SupportForm,
)
from naast.companionship.models import Goal, Request
from naast.companionship.policies import requests as policies
from naast.companionship.services import consents, goals
from naast.companionship.services import requests as services
from naast.companionship.views.requests import WRITERS, wish_or_404
from naast.companionship.wishes import Yes
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.text import Text
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.people.models import Consent, VolunteerProfile

STAFF = (Function.COORDINATOR, Function.PROFESSIONAL)


@dataclass(frozen=True, slots=True)
class Asked:
    """A page with one small form: what it says, and what sending it does."""

    heading: Text
    lead: Text
    done: Text
    button: Text
    send: Callable[[], object]


def _ask(request: ActorRequest, wish: Request, form: forms.Form, asked: Asked) -> HttpResponse:
    back = request.actor.url("companionship:request", request_id=wish.pk)
    if request.method == "POST" and form.is_valid():
        try:
            asked.send()
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, str(asked.done))
            return see_other(back)
    context = {"form": form, "asked": asked, "back": back}
    return page(request, "companionship/request_step.html", context, refused=bool(form.errors))


def _do(
    request: ActorRequest, wish: Request, done: Text, send: Callable[[], object]
) -> HttpResponse:
    """A button without a form: what went wrong stands above the page one comes back to."""
    try:
        send()
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, str(done))
    return see_other(request.actor.url("companionship:request", request_id=wish.pk))


@require_http_methods(["GET", "POST"])
@open_to(*STAFF)
def request_consent(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """Write down that the participant said yes to a volunteer, when and how (S1-91)."""
    wish = wish_or_404(request, request_id)
    form = ConsentForm(request.POST or None, initial={"given_on": clock.today()})
    asked = Asked(
        heading=_("The yes of the participant"),
        lead=_(
            "Talk about it first. The yes can be taken back at any time; then the search stops."
        ),
        done=_("The yes is written down and the search has started."),
        button=_("Write down the yes"),
        send=lambda: consents.give_consent(actor=request.actor, request_id=wish.pk, yes=form.yes()),
    )
    return _ask(request, wish, form, asked)


@require_http_methods(["POST"])
@open_to(Function.PARTICIPANT)
def say_yes(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """The participant says yes on their own screen."""
    wish = wish_or_404(request, request_id)
    if not policies.is_own(request.actor, wish):
        raise Http404
    yes = Yes(clock.today(), Consent.How.ON_SCREEN)
    return _do(
        request,
        wish,
        _("Thank you. We start looking for somebody who suits you."),
        lambda: consents.give_consent(actor=request.actor, request_id=wish.pk, yes=yes),
    )


@require_http_methods(["POST"])
@open_to(*WRITERS)
def withdraw_consent(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """The yes is taken back: the search stops at once."""
    wish = wish_or_404(request, request_id)
    return _do(
        request,
        wish,
        _("The yes is taken back. We no longer look for anybody."),
        lambda: consents.withdraw_consent(actor=request.actor, request_id=wish.pk),
    )


@require_http_methods(["POST"])
@open_to(*STAFF)
def start_search(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """The wish is clear enough to look for somebody."""
    wish = wish_or_404(request, request_id)
    return _do(
        request,
        wish,
        _("The search has started."),
        lambda: services.start_search(actor=request.actor, request_id=wish.pk),
    )


@require_http_methods(["GET", "POST"])
@open_to(*STAFF)
def explore_request(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """The wish needs more talking, until a day (S1-80)."""
    wish = wish_or_404(request, request_id)
    form = ReviewForm(request.POST or None, initial={"review_on": wish.review_on})
    asked = Asked(
        heading=_("Explore the wish further"),
        lead=_("There is no hurry. On this day the wish comes back on your desk."),
        done=_("The wish comes back on your desk on that day."),
        button=_("Keep exploring"),
        send=lambda: services.explore_further(
            actor=request.actor, request_id=wish.pk, review_on=form.cleaned_data["review_on"]
        ),
    )
    return _ask(request, wish, form, asked)


@require_http_methods(["POST"])
@open_to(*WRITERS)
def close_request(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """Stop looking, without a reason."""
    wish = wish_or_404(request, request_id)
    return _do(
        request,
        wish,
        _("The wish is closed. It can always be opened again."),
        lambda: services.close(actor=request.actor, request_id=wish.pk),
    )


@require_http_methods(["POST"])
@open_to(*WRITERS)
def reopen_request(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """Look again."""
    wish = wish_or_404(request, request_id)
    return _do(
        request,
        wish,
        _("The wish is open again."),
        lambda: services.reopen(actor=request.actor, request_id=wish.pk),
    )


@require_http_methods(["GET", "POST"])
@open_to(*STAFF)
def request_support(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """What helps while waiting (S1-32)."""
    wish = wish_or_404(request, request_id)
    initial = {
        "support": wish.interim_support,
        "on": wish.interim_support_on or clock.today(),
    }
    form = SupportForm(request.POST or None, initial=initial)
    asked = Asked(
        heading=_("While waiting"),
        lead=_("Waiting is easier when there is something in the meantime."),
        done=_("Written down. The participant reads it too."),
        button=_("Write it down"),
        send=lambda: services.support_meanwhile(
            actor=request.actor, request_id=wish.pk, **form.cleaned_data
        ),
    )
    return _ask(request, wish, form, asked)


def _goal_or_404(wish: Request, goal_id: UUID) -> Goal:
    goal = wish.goals.filter(pk=goal_id).first()
    if goal is None:
        raise Http404
    return goal


@require_http_methods(["GET", "POST"])
@open_to(*WRITERS)
def new_goal(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """A goal of the participant (S1-6)."""
    return _goal(request, wish_or_404(request, request_id), None)


@require_http_methods(["GET", "POST"])
@open_to(*WRITERS)
def change_goal(request: ActorRequest, request_id: UUID, goal_id: UUID) -> HttpResponse:
    """Another wording, or another day to look at it again."""
    wish = wish_or_404(request, request_id)
    return _goal(request, wish, _goal_or_404(wish, goal_id))


def _goal(request: ActorRequest, wish: Request, goal: Goal | None) -> HttpResponse:
    initial = {}
    if goal is not None:
        initial = {
            "text": goal.text,
            "is_still_to_explore": goal.is_still_to_explore,
            "review_on": goal.review_on,
        }
    is_own = policies.is_own(request.actor, wish)
    form = GoalForm(request.POST or None, initial=initial, is_own=is_own)
    asked = Asked(
        heading=_("A goal"),
        lead=(
            _("It is your goal: write it as you say it.")
            if is_own
            else _("A goal belongs to the participant. Write it down after talking it over.")
        ),
        done=_("The goal is written down."),
        button=_("Write down the goal"),
        send=lambda: goals.set_goal(
            actor=request.actor,
            request_id=wish.pk,
            new=form.goal(),
            goal_id=goal.pk if goal else None,
        ),
    )
    return _ask(request, wish, form, asked)


@require_http_methods(["GET", "POST"])
@open_to(*WRITERS)
def drop_goal(request: ActorRequest, request_id: UUID, goal_id: UUID) -> HttpResponse:
    """A goal that no longer holds."""
    wish = wish_or_404(request, request_id)
    goal = _goal_or_404(wish, goal_id)
    form = DropGoalForm(
        request.POST if request.method == "POST" else None,
        is_own=policies.is_own(request.actor, wish),
    )
    asked = Asked(
        heading=_("This goal no longer holds"),
        lead=goal.text or _("Still to explore"),
        done=_("The goal is gone."),
        button=_("Take the goal away"),
        send=lambda: goals.drop_goal(
            actor=request.actor,
            request_id=wish.pk,
            goal_id=goal.pk,
            consulted_on=form.cleaned_data.get("consulted_on"),
        ),
    )
    return _ask(request, wish, form, asked)


@require_http_methods(["POST"])
@open_to(*STAFF)
def avoid_person(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """The participant would rather not be matched with this volunteer; no reason is asked."""
    wish, form = wish_or_404(request, request_id), PersonForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        services.avoid(
            actor=request.actor, request_id=wish.pk, person_id=form.cleaned_data["person"]
        )
    except VolunteerProfile.DoesNotExist as error:
        raise Http404 from error
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("This person is not proposed for this wish."))
    return see_other(request.actor.url("companionship:request", request_id=wish.pk))


@require_http_methods(["POST"])
@open_to(*STAFF)
def no_longer_avoid(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """The participant changed their mind about somebody."""
    wish, form = wish_or_404(request, request_id), PersonForm(request.POST)
    if not form.is_valid():
        raise Http404
    person_id = form.cleaned_data["person"]
    return _do(
        request,
        wish,
        _("This person can be proposed again."),
        lambda: services.no_longer_avoid(
            actor=request.actor, request_id=wish.pk, person_id=person_id
        ),
    )
