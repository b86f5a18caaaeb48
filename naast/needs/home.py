"""What this room adds to the homes of volunteers, participants and professionals."""

from collections.abc import Container, Mapping
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link
from naast.needs.models import Limit, Obstacle, PolicySignal
from naast.needs.policies import letters, rows
from naast.organisations.actors import Actor

HATS = ("volunteer", "participant")
# Telling begins at one door, «I noticed something»; asking us to come along stands on the page of the match.
LINKS: Mapping[str, tuple[Link, ...]] = {
    hat: (Link(gettext_lazy("What came of what I told"), "needs:mine"),) for hat in HATS
}
# An answer stays on the home for so long; on the page of what came of it it stays.
LATELY = timedelta(days=14)
LIMITS, ANSWERS, MANAGEMENT = "needs.my-limits", "needs.my-answers", "needs.my-policies"


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist."""
    if hat not in HATS or actor.person_id is None:
        return {}
    return {
        LIMITS: _limits(actor, now),
        ANSWERS: _answers(actor, now),
        MANAGEMENT: _policies(actor, now),
    }


def _limits(actor: Actor, now: datetime) -> QuerySet[Limit]:
    told = rows.own_limits(actor).filter(state_since__gte=now - LATELY)
    return told.exclude(for_volunteer="")


def _answers(actor: Actor, now: datetime) -> QuerySet[Obstacle]:
    return rows.own_obstacles(actor).filter(answered_on__gte=localdate(now - LATELY))


def _policies(actor: Actor, now: datetime) -> QuerySet[PolicySignal]:
    return letters.answered_for(actor).filter(answered_on__gte=localdate(now - LATELY))


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What came of it lately: one line a kind that is `there`; no query, since the page tells all of it."""
    if hat not in HATS or actor.person_id is None:
        return []
    url = actor.url("needs:mine")
    words = {
        ANSWERS: _("You asked us for help: read our answer."),
        LIMITS: _("You reached a limit: read what happens with it."),
        MANAGEMENT: _("Thank you for telling. Read what management answered."),
    }
    return [
        Ask(sentence, url, _("What came of it"), tone="attention" if kind == ANSWERS else "calm")
        for kind, sentence in words.items()
        if kind in there
    ]
