"""What this room adds to the homes of volunteers, participants and professionals."""

from collections.abc import Callable, Container, Mapping
from datetime import datetime

from django.db.models import Model, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link, first_of_each
from naast.organisations.actors import Actor
from naast.parting.models import Heard, Parting
from naast.parting.policies import partings, pulses
from naast.parting.queries.partings import waits_for_second
from naast.parting.states import PartingKind, PartingState

TO_READ, AWAY, KEEPS, LOOK_ALONG, ABOUT_ME = (
    "parting.to-read",
    "parting.away-asked",
    "parting.keeps",
    "parting.looks-along",
    "parting.about-me",
)
LINKS: Mapping[str, tuple[Link, ...]] = {
    "volunteer": (
        Link(gettext_lazy("Where I’m heading"), "parting:my_onward"),
        Link(gettext_lazy("If I want to stop"), "parting:my_parting"),
    ),
}


def _unheard(actor: Actor) -> QuerySet[Parting]:
    return partings.own_of(actor).filter(
        kind=PartingKind.ORGANISATION, state=PartingState.SHARED, heard=Heard.AWAITED
    )


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist."""
    kept = pulses.kept_by(actor, day=localdate(now))
    if hat == "volunteer":
        return {
            TO_READ: _unheard(actor),
            AWAY: partings.own_away(actor).filter(answer=""),
            KEEPS: kept.filter(volunteer_id=actor.person_id),
        }
    if hat == "participant":
        return {ABOUT_ME: pulses.about_me(actor)}
    signs: Signs = {KEEPS: kept.filter(colleague_id=actor.membership_id)}
    if not actor.is_coordinator:
        signs[LOOK_ALONG] = waits_for_second(actor)
    return signs


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What waits for this person; one query a kind that is `there`."""
    return first_of_each(actor, signs(actor, hat, now=now), there=there, asked=ASKED)


def _to_read(actor: Actor, _row: Model) -> Ask:
    return Ask(
        sentence=_("There is something to read before we talk. You may say how you see it."),
        url=actor.url("parting:my_parting"),
        action=_("Read"),
        tone="attention",
    )


def _away(actor: Actor, _row: Model) -> Ask:
    return Ask(
        sentence=_("We haven’t seen each other for a while. How are you?"),
        url=actor.url("parting:my_away"),
        action=_("Answer"),
        tone="attention",
    )


def _keeps(actor: Actor, _row: Model) -> Ask:
    return Ask(
        sentence=_("You ring somebody now and then, and write one line."),
        url=actor.url("parting:my_pulses"),
        action=_("Open"),
    )


def _look_along(actor: Actor, row: Model) -> Ask:
    return Ask(
        sentence=_("A colleague asks you to look along at a goodbye to a volunteer."),
        url=actor.url("parting:parting", parting_id=row.pk),
        action=_("Look along"),
        tone="attention",
    )


def _about_me(actor: Actor, _row: Model) -> Ask:
    return Ask(
        sentence=_("Somebody rings you now and then, because you said yes."),
        url=actor.url("parting:my_contact"),
        action=_("Who, and until when"),
    )


ASKED: dict[str, Callable[[Actor, Model], Ask]] = {
    TO_READ: _to_read,
    AWAY: _away,
    KEEPS: _keeps,
    LOOK_ALONG: _look_along,
    ABOUT_ME: _about_me,
}
