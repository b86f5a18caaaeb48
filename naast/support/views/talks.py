"""Talks, for whoever guides the volunteer: plan, read, write down, move, call off; what was agreed."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from naast.audit import log
from naast.core import clock, drafts
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest
from naast.organisations.kept import draft_key, kept_for
from naast.support.forms.talks import MoveForm, NewTalkForm, TalkForm, initial_of
from naast.support.guides import guide_of
from naast.support.models import Talk
from naast.support.policies import talks as policies
from naast.support.queries import person_pages as queries
from naast.support.rhythm import INCIDENT_WITHIN
from naast.support.services import talks as services
from naast.support.states import TalkKind
from naast.support.views.doors import (
    by_guide,
    by_guide_or_volunteer,
    by_team,
    guided_or_404,
    one_or_404,
    try_to,
    works,
)


def _talk_or_404(request: ActorRequest, talk_id: UUID) -> Talk:
    talks = policies.visible_to(request.actor).select_related("person__user", "led_by__user")
    return one_or_404(talks, talk_id)


def _own_or_404(request: ActorRequest, talk_id: UUID) -> Talk:
    """A talk this actor may change."""
    talk = _talk_or_404(request, talk_id)
    if not policies.can_write(request.actor, talk):
        raise Http404
    return talk


@require_http_methods(["GET", "POST"])
@by_guide
def new_talk(request: ActorRequest, person_id: UUID, kind: str) -> HttpResponse:
    """Plan a talk of this kind; one that took place already is written down at once."""
    person = guided_or_404(request, person_id)
    if kind not in TalkKind.values:
        raise Http404
    today = clock.today()
    usual = today + INCIDENT_WITHIN if kind == TalkKind.INCIDENT else today
    form = NewTalkForm(request.POST or None, kind=kind, initial={"planned_on": usual})
    made: list[Talk] = []
    if works(
        form,
        lambda: made.append(
            services.plan_talk(actor=request.actor, person_id=person.pk, given=form.given())
        ),
    ):
        is_past = made[0].planned_on <= today
        name = "support:write_talk" if is_past else "support:talk"
        return see_other(request.actor.url(name, talk_id=made[0].pk))
    context: dict[str, object] = {
        "form": form,
        "person": person,
        "label": TalkKind(kind).label,
        "guide": guide_of(kind),
    }
    return page(request, "support/new_talk.html", context, refused=bool(form.errors))


@require_GET
@by_team
def talk(request: ActorRequest, talk_id: UUID) -> HttpResponse:
    """One talk, as it was written down, with the volunteer's own words."""
    shown = _talk_or_404(request, talk_id)
    log.looked("support.talk-read", actor=request.actor, target=shown.person)
    context: dict[str, object] = {
        "talk": shown,
        "guide": guide_of(shown.kind),
        "blocks": written_blocks(shown),
        "actions": queries.actions_in(shown),
        "can_write": bool(policies.can_write(request.actor, shown)),
        "today": clock.today(),
    }
    return page(request, "support/talk.html", context)


def written_blocks(shown: Talk) -> list[tuple[object, str]]:
    """The titles of the guide with what was written under each; empty ones are left out."""
    blocks = guide_of(shown.kind).blocks
    return [
        (block.title, shown.blocks[block.code]) for block in blocks if shown.blocks.get(block.code)
    ]


@require_http_methods(["GET", "POST"])
@by_guide
def write_talk(request: ActorRequest, talk_id: UUID) -> HttpResponse:
    """Write down what was said: one page, what was agreed before on top, open questions beside each block."""
    shown = _own_or_404(request, talk_id)
    key = draft_key(request, "support-talk", shown.pk)
    form = TalkForm(request.POST or None, talk=shown, initial=initial_of(shown))
    if works(
        form,
        lambda: services.write_talk(actor=request.actor, talk_id=shown.pk, given=form.given()),
    ):
        drafts.forget(request.user.pk, key)
        return see_other(request.actor.url("support:talk", talk_id=shown.pk))
    if request.method == "GET":
        log.looked("support.talk-read", actor=request.actor, target=shown.person)
    context: dict[str, object] = {
        "form": form,
        "talk": shown,
        "guide": form.guide,
        "before": queries.previous_will(shown),
        "open_actions": queries.open_actions(shown.person),
        "programmes": queries.programmes_of(shown.person),
        "today": clock.today(),
        **kept_for(request, key),
    }
    return page(request, "support/write_talk.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_guide
def move_talk(request: ActorRequest, talk_id: UUID) -> HttpResponse:
    """Another day."""
    shown = _own_or_404(request, talk_id)
    form = MoveForm(
        request.POST or None, initial={"planned_on": shown.planned_on, "place": shown.place}
    )
    if works(
        form,
        lambda: services.move_talk(actor=request.actor, talk_id=shown.pk, **form.cleaned_data),
    ):
        return see_other(request.actor.url("support:talk", talk_id=shown.pk))
    context: dict[str, object] = {"form": form, "talk": shown}
    return page(request, "support/move_talk.html", context, refused=bool(form.errors))


@require_POST
@by_guide
def cancel_talk(request: ActorRequest, talk_id: UUID) -> HttpResponse:
    """It does not go on."""
    shown = _own_or_404(request, talk_id)
    try_to(
        request,
        lambda: services.cancel_talk(actor=request.actor, talk_id=shown.pk),
        done=_("The talk is called off, and the volunteer is told."),
    )
    return see_other(request.actor.url("support:of_person", person_id=shown.person_id))


@require_POST
@by_guide_or_volunteer
def action_done(request: ActorRequest, action_id: UUID) -> HttpResponse:
    """It is done: by the volunteer, or by us."""
    action = one_or_404(policies.actions_visible_to(request.actor), action_id)
    try_to(
        request,
        lambda: services.tick_action(actor=request.actor, action_id=action.pk),
        done=_("Done. Well done."),
    )
    if action.person_id == request.actor.person_id:
        return see_other(request.actor.url("support:mine"))
    return see_other(request.actor.url("support:of_person", person_id=action.person_id))
