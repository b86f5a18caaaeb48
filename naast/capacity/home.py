"""What this room adds to the homes of volunteers and professionals. To participants nothing, ever."""

from collections.abc import Container, Mapping
from datetime import datetime
from typing import Final

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.capacity.models import SelfCheck, StepBack
from naast.capacity.policies import load as policies
from naast.companionship.models import Match
from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link
from naast.organisations.actors import Actor

LINKS: Mapping[str, tuple[Link, ...]] = {
    "volunteer": (Link(gettext_lazy("How much I do, and my own limits"), "capacity:mine"),),
}
CHECK, BACK, SOFT_SIGN = "load-check", "load-back", "load-soft-sign"
# A home names a few; the page of each match says it too.
MOST_NAMED: Final = 3


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist."""
    if hat == "volunteer":
        return {CHECK: _open_checks(actor), BACK: _breaks_over(actor, now)}
    return {SOFT_SIGN: policies.beside_staff(actor)} if hat == "professional" else {}


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What waits for this person; one query a kind that is `there`."""
    asked: list[Ask] = []
    if hat == "volunteer" and BACK in there:
        asked += [
            Ask(
                sentence=_("Your break was until about now. How would you like to go on?"),
                url=actor.url("capacity:come_back", step_back_id=row.pk),
                action=_("Answer"),
            )
            for row in _breaks_over(actor, now)[:1]
        ]
    if hat == "volunteer" and CHECK in there:
        asked += [
            Ask(
                sentence=_("How are you? It takes a minute, and you choose who reads it."),
                url=actor.url("capacity:check"),
                action=_("Answer"),
            )
            for _row in _open_checks(actor)[:1]
        ]
    if hat == "professional" and SOFT_SIGN in there:
        asked += _soft_signs(actor)
    return asked


def _soft_signs(actor: Actor) -> list[Ask]:
    rows = policies.beside_staff(actor).select_related("volunteer").order_by("started_on", "id")
    return [
        Ask(
            sentence=_("Ask %(name)s how it goes, when you see each other.")
            % {"name": match.volunteer.first_name},
            url=actor.url("companionship:my_match", match_id=match.pk),
            action=_("Open"),
        )
        for match in _once_a_volunteer(rows)
    ]


def _once_a_volunteer(rows: QuerySet[Match]) -> list[Match]:
    named: dict[object, Match] = {}
    for match in rows[: MOST_NAMED * MOST_NAMED]:
        named.setdefault(match.volunteer_id, match)
    return list(named.values())[:MOST_NAMED]


def _open_checks(actor: Actor) -> QuerySet[SelfCheck]:
    return policies.own_checks(actor).filter(answered_on__isnull=True, let_go_on__isnull=True)


def _breaks_over(actor: Actor, now: datetime) -> QuerySet[StepBack]:
    return policies.own_steps_back(actor).filter(
        kind=StepBack.Kind.PAUSE,
        back_on__isnull=True,
        taken_back_on__isnull=True,
        until_on__lte=localdate(now),
    )
