"""What this room adds to the homes of volunteers, participants and professionals."""

from collections.abc import Container, Mapping
from datetime import datetime

from django.db.models import Exists, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core import clock
from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link
from naast.organisations.actors import Actor
from naast.organisations.models import Absence, Function
from naast.signals.models import Signal
from naast.signals.policies.reading import visible_to
from naast.signals.queries.readers import without_handler
from naast.signals.states import OPEN_STATES

PROFESSIONAL = "professional"
TO_READ = "signal-to-read"
LINKS: Mapping[str, tuple[Link, ...]] = {
    hat: (Link(gettext_lazy("What I noticed, and the answers"), "signals:my_signals"),)
    for hat in ("volunteer", "participant", PROFESSIONAL)
}


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist. Wider than what the actor reads: for
    a professional who is a contact person, or stands in for somebody today."""
    if hat != PROFESSIONAL or actor.membership_id is None:
        return {}
    rows = Signal.objects.filter(
        organisation_id=actor.organisation_id, state__in=[str(state) for state in OPEN_STATES]
    )
    if not actor.has(Function.SAFEGUARDING):
        today = clock.today()
        standing_in = Absence.objects.filter(
            organisation_id=actor.organisation_id,
            deputy_id=actor.membership_id,
            from_on__lte=today,
            until_on__gte=today,
        )
        rows = rows.filter(Exists(standing_in))
    return {TO_READ: rows}


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What waits for this person; three queries when there may be something. That there is something, never what."""
    if hat != PROFESSIONAL or TO_READ not in there:
        return []
    waits = without_handler() | Q(handler_id=actor.membership_id, state__in=OPEN_STATES)
    if not visible_to(actor).filter(waits).exists():
        return []
    return [
        Ask(
            sentence=_("A signal waits for you to read or to go on with."),
            url=actor.url("signals:overview"),
            action=_("Look"),
            tone="attention",
        )
    ]
