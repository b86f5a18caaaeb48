"""What this room adds to the homes of volunteers: what they have on loan."""

from collections.abc import Callable, Container, Mapping
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link, first_of_each
from naast.lending.models import Loan
from naast.lending.queries import loans
from naast.organisations.actors import Actor

UNCONFIRMED, SOON_BACK = "lending.unconfirmed", "lending.soon-back"
LINKS: Mapping[str, tuple[Link, ...]] = {
    "volunteer": (Link(gettext_lazy("What I have on loan"), "lending:mine"),)
}


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist."""
    if hat != "volunteer":
        return {}
    return {
        UNCONFIRMED: loans.unconfirmed(actor),
        SOON_BACK: loans.soon_back(actor, day=localdate(now)).order_by("due_on", "id"),
    }


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What waits for this person; one query a kind that is `there`."""
    return first_of_each(actor, signs(actor, hat, now=now), there=there, asked=ASKED)


def _unconfirmed(actor: Actor, _loan: Loan) -> Ask:
    return Ask(
        sentence=_("You got something on loan. Say that you have it."),
        url=actor.url("lending:mine"),
        action=_("Look"),
    )


def _soon_back(actor: Actor, loan: Loan) -> Ask:
    return Ask(
        sentence=_("%(thing)s comes back on %(day)s.")
        % {"thing": loan.item.label, "day": date_format(loan.due_on or loan.since_on, "j F")},
        url=actor.url("lending:mine"),
        action=_("Look"),
        tone="attention",
    )


ASKED: dict[str, Callable[[Actor, Loan], Ask]] = {
    UNCONFIRMED: _unconfirmed,
    SOON_BACK: _soon_back,
}
