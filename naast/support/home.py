"""What this room adds to the homes of volunteers, participants and professionals."""

from collections.abc import Container, Mapping
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link
from naast.organisations.actors import Actor
from naast.support.models import Action, Guidance, Plan, Talk
from naast.support.policies import talks as policies
from naast.support.policies import volunteers as people_policies
from naast.support.queries.channels import rhythm_words

VOLUNTEER = "volunteer"
LINKS: Mapping[str, tuple[Link, ...]] = {
    "volunteer": (Link(gettext_lazy("Who stands beside me"), "support:mine"),),
    "professional": (Link(gettext_lazy("My volunteers"), "support:my_volunteers"),),
}
# What we agreed shows a few days before its day.
SOON = timedelta(days=3)
# For so long after a talk the home asks whether somebody wants to add their own words.
ASKED_FOR = timedelta(days=21)
MOST = 3


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist."""
    if hat != VOLUNTEER or actor.person_id is None:
        return {}
    day = localdate(now)
    asked = policies.own_check_ins(actor).filter(answered_on__isnull=True)
    return {
        "support.check_in": asked,
        "support.actions": _actions(actor).filter(due_on__lte=day + SOON),
        "support.talks": _talks(actor).filter(held_on__gte=day - ASKED_FOR),
        "support.room": _guidances(actor),
        "support.backing": _backing(actor),
    }


def _actions(actor: Actor) -> QuerySet[Action]:
    rows = policies.own_actions(actor)
    return rows.filter(who=Action.Who.VOLUNTEER, done_on__isnull=True)


def _talks(actor: Actor) -> QuerySet[Talk]:
    return policies.own(actor).filter(own_words_on__isnull=True, held_on__isnull=False)


def _guidances(actor: Actor) -> QuerySet[Guidance]:
    return policies.own_guidances(actor).filter(until_on__isnull=True, wish="")


def _backing(actor: Actor) -> QuerySet[Plan]:
    return people_policies.own_plan(actor).filter(Q(guide__isnull=False) | Q(backup__isnull=False))


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What waits for this person; one query a kind that is `there`."""
    if hat != VOLUNTEER or actor.person_id is None:
        return []
    return [
        *([_check_in(actor)] if "support.check_in" in there else ()),
        *(_agreed(actor, now) if "support.actions" in there else ()),
        *(_to_read(actor, now) if "support.talks" in there else ()),
        *(_room(actor) if "support.room" in there else ()),
        *(_who_stands_by(actor) if "support.backing" in there else ()),
    ]


def _check_in(actor: Actor) -> Ask:
    return Ask(
        _("How is it going? A few words are enough."),
        actor.url("support:my_check_in"),
        _("Tell"),
        tone="attention",
    )


def _agreed(actor: Actor, now: datetime) -> list[Ask]:
    due = _actions(actor).filter(due_on__lte=localdate(now) + SOON)
    return [
        Ask(
            _("You would do this: %(what)s") % {"what": action.what},
            actor.url("support:mine"),
            _("Look"),
        )
        for action in due.order_by("due_on", "id")[:MOST]
    ]


def _to_read(actor: Actor, now: datetime) -> list[Ask]:
    lately = _talks(actor).filter(held_on__gte=localdate(now) - ASKED_FOR)
    return [
        Ask(
            _("Read what was written down of your talk, and add your own words."),
            actor.url("support:my_talk", talk_id=talk.pk),
            _("Read"),
        )
        for talk in lately.only("id").order_by("-held_on", "-id")[:1]
    ]


def _room(actor: Actor) -> list[Ask]:
    if not _guidances(actor).exists():
        return []
    sentence = _("We wrote down how we guide you. Would you like more or less room?")
    return [Ask(sentence, actor.url("support:mine"), _("Answer"))]


def _who_stands_by(actor: Actor) -> list[Ask]:
    """Who stands beside me, by name, and how often we talk (S2-34)."""
    plan = _backing(actor).select_related("guide__user", "backup__user").first()
    if plan is None:
        return []
    values = {
        "guide": plan.guide.user.name if plan.guide else "",
        "backup": plan.backup.user.name if plan.backup else "",
    }
    if plan.guide and plan.backup:
        sentence = _("%(guide)s stands beside you, and %(backup)s when %(guide)s is away.")
    elif plan.guide:
        sentence = _("%(guide)s stands beside you.")
    else:
        sentence = _("%(backup)s stands beside you for now.")
    rhythm = rhythm_words(plan)
    words = sentence % values
    if rhythm:
        words += " " + _("You talk %(rhythm)s.") % {"rhythm": rhythm}
    return [Ask(words, actor.url("support:mine"), _("Look"))]
