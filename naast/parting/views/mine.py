"""The volunteer's own pages: stopping, how I see it, where I'm heading, and the question after a long time."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core.errors import StateConflict
from naast.core.http import or_404, page, see_other
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.parting.forms.partings import AwayForm, OnwardForm, OwnWishForm, ViewForm
from naast.parting.models import Parting
from naast.parting.queries import away as away_queries
from naast.parting.queries import partings as queries
from naast.parting.services import away as away_services
from naast.parting.services import grounds, onward, partings
from naast.parting.states import PartingState
from naast.parting.views.doors import by_volunteer


def _home(request: ActorRequest) -> str:
    return request.actor.url("desk:volunteer_home")


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_parting(request: ActorRequest) -> HttpResponse:
    """When I would like to stop; or what we would like to talk about with me."""
    found = queries.mine(request.actor)
    if found is not None and found.is_ours:
        return _to_read(request, found)
    form = OwnWishForm(posted(request), initial=_wish_of(found))

    def act(sent: OwnWishForm) -> None:
        partings.say_stop(actor=request.actor, wish=sent.wish())

    told = FormPage(
        title=_("If I want to stop"),
        lead=_("You may always stop. Tell us why, if you like; then we talk and say goodbye well."),
        key="my-parting",
        done=_("Thank you for telling. Your coordinator calls you for a talk."),
        action=_("I would like to stop"),
        back_url=_home(request),
        back_label=_("My home"),
        template="parting/my_parting.html",
        context={"parting": found},
    )
    return form_page(request, form, act, told)


def _wish_of(found: Parting | None) -> dict[str, object]:
    if found is None:
        return {}
    names = ("reason_words", "better", "better_words", "wants_letter", "wants_certificate")
    return {name: getattr(found, name) for name in names} | {
        "reasons": [each.code for each in found.reasons.all()],
        "come_back": hasattr(found, "invitation"),
    }


def _to_read(request: ActorRequest, found: Parting) -> HttpResponse:
    if request.method == "POST":
        return see_other(request.actor.url("parting:my_parting"))
    mark_read(actor=request.actor, url=request.path)
    log.looked("parting.read-own", actor=request.actor, target=found)
    context: dict[str, object] = {
        "parting": found,
        "shown": queries.parting_page(request.actor, found),
        "may_answer": found.state == PartingState.SHARED,
    }
    return page(request, "parting/my_parting_ours.html", context)


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_parting_view(request: ActorRequest) -> HttpResponse:
    """How I see it myself, and who comes along."""
    found = queries.mine(request.actor)
    found = or_404(found if found and found.is_ours else None)
    form = ViewForm(
        posted(request), initial={"words": found.own_view, "companion": found.companion}
    )

    def act(sent: ViewForm) -> None:
        grounds.give_view(actor=request.actor, **sent.given())

    told = FormPage(
        title=_("How I see it"),
        key="my-parting-view",
        done=_("Thank you. It stands beside what we wrote."),
        action=_("Send"),
        back_url=request.actor.url("parting:my_parting"),
        back_label=_("What we would like to talk about"),
        template="parting/view_form.html",
    )
    return form_page(request, form, act, told)


@require_http_methods(["POST"])
@by_volunteer
def stay(request: ActorRequest) -> HttpResponse:
    """I stay after all."""
    try:
        partings.change_mind(actor=request.actor)
    except (Parting.DoesNotExist, StateConflict):
        messages.info(request, _("There is nothing to take back."))
        return see_other(request.actor.url("parting:my_parting"))
    messages.success(request, _("You stay. How good."))
    return see_other(_home(request))


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_away(request: ActorRequest) -> HttpResponse:
    """How I am, after a long time."""
    found = or_404(away_queries.mine(request.actor))
    mark_read(actor=request.actor, url=request.path)
    form = AwayForm(posted(request), initial={"answer": found.answer, "words": found.words})

    def act(sent: AwayForm) -> None:
        data = sent.cleaned_data
        away_services.answer(actor=request.actor, chosen=data["answer"], words=data["words"])

    told = FormPage(
        title=_("How are you?"),
        lead=_("We haven’t seen each other for a while. Every answer is a good one."),
        key="my-away",
        done=_("Thank you for letting us know."),
        action=_("Send"),
        back_url=_home(request),
        back_label=_("My home"),
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_onward(request: ActorRequest) -> HttpResponse:
    """Where I would like to go from here."""
    goal = queries.my_goal(request.actor)
    initial = {"kind": goal.kind, "words": goal.words} if goal else {}
    form = OnwardForm(posted(request), initial=initial)

    def act(sent: OnwardForm) -> None:
        onward.set_goal(actor=request.actor, **sent.cleaned_data)

    told = FormPage(
        title=_("Where I’m heading"),
        lead=_(
            "Volunteering can be a step: to work, a training, or other volunteering. We are glad when you grow on."
        ),
        key="my-onward",
        done=_("Written down. Your coordinator helps where possible."),
        back_url=_home(request),
        back_label=_("My home"),
    )
    return form_page(request, form, act, told)
