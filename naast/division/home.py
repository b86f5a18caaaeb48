"""What this room adds to the homes of volunteers, participants and professionals."""

from collections.abc import Callable, Container, Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import MatchStep
from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link
from naast.division.models import Division, HandOver, PassedOn, Tension
from naast.division.queries import handovers, passing, tables, tensions
from naast.organisations.actors import Actor

VOLUNTEER, PARTICIPANT, PROFESSIONAL = "volunteer", "participant", "professional"
LINKS: Mapping[str, tuple[Link, ...]] = {
    VOLUNTEER: (Link(_("Who does what"), "division:mine"),),
    PARTICIPANT: (Link(_("Who does what"), "division:mine"),),
    PROFESSIONAL: (Link(_("Who does what"), "division:mine"),),
}
# So many questions of one kind; the page behind the link has them all.
MOST = 5


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist."""
    if hat == VOLUNTEER and actor.person_id is not None:
        return {
            "division.write-note": handovers.to_write(actor, now=now),
            "division.stand-in": handovers.to_read(actor, day=timezone.localdate(now)),
            "division.agree": tables.to_agree(actor, VOLUNTEER),
            "division.own-view": tensions.waits_for_my_view(actor, VOLUNTEER),
        }
    if hat == PROFESSIONAL and actor.membership_id is not None:
        return {
            "division.take-over": handovers.to_take_over(actor, now=now),
            "division.passed-on": passing.waiting_for(actor),
            "division.agree-staff": tables.to_agree(actor, PROFESSIONAL),
            "division.own-view-staff": tensions.waits_for_my_view(actor, PROFESSIONAL),
        }
    return {}


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What waits for this person; one query a kind that is `there`."""
    return [
        READ[kind](actor, row)
        for kind, rows in signs(actor, hat, now=now).items()
        if kind in there
        for row in _few(kind, rows)
    ]


def _few(kind: str, rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    about = PEOPLE[kind]
    return rows.select_related(*about).order_by("-id")[:MOST]


def _write_note(actor: Actor, step: MatchStep) -> Ask:
    return Ask(
        _("You can’t come to %(name)s. What should somebody who takes over know?")
        % {"name": step.match.participant.first_name},
        actor.url("division:away", step_id=step.pk),
        _("Write a few words"),
        "attention",
    )


def _stand_in(actor: Actor, hand_over: HandOver) -> Ask:
    return Ask(
        _("You stand in for %(name)s. Here is what is good to know.")
        % {"name": hand_over.match.volunteer.first_name},
        actor.url("division:stand_in_note", hand_over_id=hand_over.pk),
        _("Read"),
        "attention",
    )


def _agree(actor: Actor, division: Division) -> Ask:
    match = division.match
    names = {"name": match.participant.first_name if match is not None else ""}
    return Ask(
        _("Who does what beside %(name)s? Read it, change it, and say yes when it is right.")
        % names,
        actor.url("division:my_division", match_id=division.match_id),
        _("Read"),
    )


def _own_view(actor: Actor, tension: Tension) -> Ask:
    return Ask(
        _("Something about working together is on the table. How do you see it?"),
        actor.url("division:my_tension", tension_id=tension.pk),
        _("Read"),
        "attention",
    )


def _take_over(actor: Actor, step: MatchStep) -> Ask:
    return Ask(
        _("%(volunteer)s can’t come to %(participant)s. Who takes over?")
        % {
            "volunteer": step.match.volunteer.first_name,
            "participant": step.match.participant.first_name,
        },
        actor.url("division:away", step_id=step.pk),
        _("Say who"),
        "attention",
    )


def _passed_on(actor: Actor, passed: PassedOn) -> Ask:
    return Ask(
        _("%(name)s passes something on that belongs to you.")
        % {"name": passed.match.volunteer.first_name},
        actor.url("division:passed", passed_id=passed.pk),
        _("Read"),
        "attention",
    )


BOTH = ("match__volunteer", "match__participant")
PEOPLE: Mapping[str, tuple[str, ...]] = {
    "division.write-note": BOTH,
    "division.stand-in": BOTH,
    "division.agree": BOTH,
    "division.own-view": ("programme",),
    "division.take-over": BOTH,
    "division.passed-on": BOTH,
    "division.agree-staff": BOTH,
    "division.own-view-staff": ("programme",),
}
READ: Mapping[str, Callable[[Actor, Any], Ask]] = {
    "division.write-note": _write_note,
    "division.stand-in": _stand_in,
    "division.agree": _agree,
    "division.own-view": _own_view,
    "division.take-over": _take_over,
    "division.passed-on": _passed_on,
    "division.agree-staff": _agree,
    "division.own-view-staff": _own_view,
}
