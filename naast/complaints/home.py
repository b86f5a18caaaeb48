"""What this room adds to the homes of volunteers, participants and professionals: what waits for one of the two."""

from collections.abc import Callable, Container, Mapping
from datetime import datetime

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.complaints.models import Complaint
from naast.complaints.queries import complaints as queries
from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link, first_of_each
from naast.organisations.actors import Actor

VIEW, DAY, BACK, CHOICE = (
    "complaints.view",
    "complaints.day",
    "complaints.back",
    "complaints.choice",
)
OWN = (Link(gettext_lazy("Not content with something?"), "complaints:mine"),)
LINKS: Mapping[str, tuple[Link, ...]] = {
    "volunteer": OWN,
    "participant": OWN,
    "professional": OWN,
}


def _rows(actor: Actor, now: datetime) -> dict[str, QuerySet[Complaint]]:
    return {
        VIEW: queries.waits_for_my_view(actor),
        DAY: queries.waits_for_my_yes(actor),
        BACK: queries.waits_for_my_look_back(actor, day=localdate(now)),
        CHOICE: queries.waits_for_my_choice(actor),
    }


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist."""
    return dict(_rows(actor, now)) if hat in LINKS else {}


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What waits for this person; one query a kind that is `there`."""
    if hat not in LINKS:
        return []
    rows = {
        kind: found.defer(*queries.WORDS).order_by("id")
        for kind, found in _rows(actor, now).items()
    }
    return first_of_each(actor, rows, there=there, asked=ASKED)


def _view(actor: Actor, row: Complaint) -> Ask:
    return Ask(
        _("We would like to hear how you see something."),
        actor.url("complaints:my_complaint", complaint_id=row.pk),
        _("Read it"),
        tone="attention",
    )


def _day(actor: Actor, row: Complaint) -> Ask:
    return Ask(
        _("There is a day for a talk with a mediator. Does it suit you?"),
        actor.url("complaints:my_day", complaint_id=row.pk),
        _("Answer"),
        tone="attention",
    )


def _back(actor: Actor, row: Complaint) -> Ask:
    return Ask(
        _("There was an answer some time ago. How do you look back on it?"),
        actor.url("complaints:my_back", complaint_id=row.pk),
        _("Look back"),
    )


def _choice(actor: Actor, row: Complaint) -> Ask:
    return Ask(
        _("Who you chose to listen can’t any more. Who may listen now?"),
        actor.url("complaints:my_listener", complaint_id=row.pk),
        _("Choose"),
        tone="attention",
    )


ASKED: dict[str, Callable[[Actor, Complaint], Ask]] = {
    VIEW: _view,
    DAY: _day,
    BACK: _back,
    CHOICE: _choice,
}
