"""What this room adds to the homes of volunteers, participants and professionals."""

from collections.abc import Callable, Container, Mapping
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from naast.companionship.models import DutyLine
from naast.companionship.queries import duty
from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link
from naast.organisations.actors import Actor
from naast.surroundings.models import Saying
from naast.surroundings.queries import asking

MOST = 3
LINKS: Mapping[str, tuple[Link, ...]] = {
    "participant": (
        Link(gettext_lazy("My page: everything in one place"), "surroundings:my_page"),
    ),
    "professional": (
        Link(gettext_lazy("Who does what around my participants"), "surroundings:people"),
        Link(gettext_lazy("For who is on duty next"), "companionship:duty_lines"),
    ),
}


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist."""
    if hat == "participant":
        return {
            "around.check": asking.own_checks(actor).filter(side="participant"),
            "around.say": asking.invitations(actor),
            "around.outcome": asking.own_outcomes(actor),
        }
    if hat == "volunteer":
        return {"around.check-volunteer": asking.own_checks(actor).filter(side="volunteer")}
    return {"around.duty": _duty(actor), "around.said": _said(actor)}


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What waits for this person; one query a kind that is `there`."""
    readers: dict[str, dict[str, Callable[[Actor], list[Ask]]]] = {
        "participant": {
            "around.check": lambda actor: _checks(actor, "participant"),
            "around.say": _invited,
            "around.outcome": _outcomes,
        },
        "volunteer": {"around.check-volunteer": lambda actor: _checks(actor, "volunteer")},
        "professional": {"around.duty": _lines, "around.said": _words},
    }
    return [
        ask for name, read in readers.get(hat, {}).items() if name in there for ask in read(actor)
    ]


def _checks(actor: Actor, side: str) -> list[Ask]:
    rows = asking.own_checks(actor).filter(side=side)
    shown = rows.select_related("match__volunteer", "match__participant")[:MOST]
    return [
        Ask(
            _("How is it beginning with %(name)s?")
            % {
                "name": (
                    check.match.participant if side == "volunteer" else check.match.volunteer
                ).first_name
            },
            actor.url("surroundings:my_check", match_check_id=check.pk),
            _("Tell"),
        )
        for check in shown
    ]


def _invited(actor: Actor) -> list[Ask]:
    return [
        Ask(
            _("How is it going? Tell it in your own words."),
            actor.url("surroundings:say"),
            _("Tell"),
        )
    ]


def _outcomes(actor: Actor) -> list[Ask]:
    return [
        Ask(
            _("What changed since we began?"),
            actor.url("surroundings:my_outcome", outcome_id=outcome.pk),
            _("Tell"),
        )
        for outcome in asking.own_outcomes(actor)[:1]
    ]


def _duty(actor: Actor) -> QuerySet[DutyLine]:
    return duty.waiting(actor).filter(to_id=actor.membership_id)


def _lines(actor: Actor) -> list[Ask]:
    count = _duty(actor).count()
    words = ngettext(
        "A volunteer left a line for who is on duty next.",
        "Volunteers left %(count)s lines for who is on duty next.",
        count,
    )
    return [
        Ask(
            words % {"count": count},
            actor.url("companionship:duty_lines"),
            _("Read"),
            tone="attention",
        )
    ]


def _said(actor: Actor) -> QuerySet[Saying]:
    return asking.said(actor).filter(
        answered_at__isnull=True, person__participant__professional_id=actor.membership_id
    )


def _words(actor: Actor) -> list[Ask]:
    return [
        Ask(
            _("%(name)s said how it goes.") % {"name": saying.person.first_name},
            actor.url("surroundings:saying", saying_id=saying.pk),
            _("Read and answer"),
            tone="attention",
        )
        for saying in _said(actor).order_by("said_at")[:MOST]
    ]
