"""The volunteer's own pages: who stands beside me, how is it going, my talks, what I would like."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from naast.companionship.services.callbacks import PROMISED_WORKING_DAYS, ask_call_back
from naast.core import clock, drafts
from naast.core.http import page, see_other
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.organisations.kept import draft_key, kept_for
from naast.people.models import Person
from naast.support.forms.near import CheckInForm, RoomForm, SupportRequestForm
from naast.support.forms.talks import OwnWordsForm
from naast.support.guides import guide_of
from naast.support.policies import talks as policies
from naast.support.queries import person_pages as queries
from naast.support.services import being_near, check_ins, talks
from naast.support.states import Room
from naast.support.views.doors import by_volunteer, one_or_404, try_to, works
from naast.support.views.talks import written_blocks


def _me_or_404(request: ActorRequest) -> Person:
    me = queries.myself(request.actor)
    if me is None:
        raise Http404
    return me


@require_GET
@by_volunteer
def mine(request: ActorRequest) -> HttpResponse:
    """Who stands beside me, when we talk, what we agreed, how I am guided, and everything that was written."""
    me = _me_or_404(request)
    mark_read(actor=request.actor, url=request.path)
    context: dict[str, object] = {
        "mine": queries.my_page(request.actor, me, now=clock.now()),
        "rooms": Room.choices,
        "today": clock.today(),
    }
    return page(request, "support/mine.html", context)


def _thanks_for(*, wants_talk: bool) -> str:
    """Who asked for a talk reads before when somebody calls (S0-35)."""
    if not wants_talk:
        return _("Thank you. Your guide reads it.")
    days = PROMISED_WORKING_DAYS
    words = ngettext(
        "Somebody calls you within %(days)s working day.",
        "Somebody calls you within %(days)s working days.",
        days,
    )
    return words % {"days": days}


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_check_in(request: ActorRequest) -> HttpResponse:
    """How is it going? At any moment, asked or not."""
    _me_or_404(request)
    key = draft_key(request, "support-check-in", "mine")
    form = CheckInForm(request.POST or None)
    if works(
        form,
        lambda: check_ins.answer(
            actor=request.actor,
            given=form.answer(),
            wants_talk=form.cleaned_data["wants_talk"],
        ),
    ):
        drafts.forget(request.user.pk, key)
        messages.success(request, _thanks_for(wants_talk=form.cleaned_data["wants_talk"]))
        return see_other(request.actor.url("support:mine"))
    context: dict[str, object] = {"form": form, **kept_for(request, key)}
    return page(request, "support/my_check_in.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_talk(request: ActorRequest, talk_id: UUID) -> HttpResponse:
    """One talk: all that was written, and my own words beside it."""
    shown = one_or_404(policies.own(request.actor).select_related("led_by__user"), talk_id)
    mark_read(actor=request.actor, url=request.path)
    key = draft_key(request, "support-own-words", shown.pk)
    said = "yes" if shown.team_may_read else "no"
    form = OwnWordsForm(
        request.POST or None, initial={"words": shown.own_words, "team_may_read": said}
    )
    if works(
        form,
        lambda: talks.add_own_words(actor=request.actor, talk_id=shown.pk, **form.cleaned_data),
    ):
        drafts.forget(request.user.pk, key)
        return see_other(request.actor.url("support:my_talk", talk_id=shown.pk))
    context: dict[str, object] = {
        "talk": shown,
        "guide": guide_of(shown.kind),
        "blocks": written_blocks(shown),
        "actions": queries.actions_in(shown),
        "form": form,
        **kept_for(request, key),
    }
    return page(request, "support/my_talk.html", context, refused=bool(form.errors))


@require_POST
@by_volunteer
def wish_room(request: ActorRequest, guidance_id: UUID) -> HttpResponse:
    """More room, more guidance, or good like this."""
    shown = one_or_404(policies.own_guidances(request.actor), guidance_id)
    form = RoomForm(request.POST)
    if form.is_valid():
        try_to(
            request,
            lambda: being_near.wish_room(
                actor=request.actor, guidance_id=shown.pk, wish=form.cleaned_data["wish"]
            ),
            done=_("Thank you. Your guide reads it."),
        )
    else:
        messages.error(request, _("Choose one of the three answers."))
    return see_other(request.actor.url("support:mine"))


@require_http_methods(["GET", "POST"])
@by_volunteer
def ask(request: ActorRequest) -> HttpResponse:
    """Knowledge, support, or somebody who listens: with the day before which we call (S2-29)."""
    _me_or_404(request)
    key = draft_key(request, "support-ask", "mine")
    form = SupportRequestForm(request.POST or None)
    asked: list[UUID] = []
    if works(
        form,
        lambda: asked.append(ask_call_back(actor=request.actor, **form.cleaned_data).pk),
    ):
        drafts.forget(request.user.pk, key)
        url = request.actor.url("companionship:call_back", call_back_id=asked[0])
        return see_other(url)
    context: dict[str, object] = {
        "form": form,
        "days": PROMISED_WORKING_DAYS,
        **kept_for(request, key),
    }
    return page(request, "support/ask.html", context, refused=bool(form.errors))
