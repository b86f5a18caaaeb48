"""What this room asks attention for on the desk."""

from collections.abc import Container, Iterator
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor
from naast.privacy import attention_keeping
from naast.privacy.models import RightsRequest
from naast.privacy.queries import rights
from naast.privacy.states import remind_on

REQUEST = "privacy-request"
MOST = 30


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    return {REQUEST: rights.waiting(actor), **attention_keeping.signs(actor)}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention, in a constant number of queries; at most thirty
    of a kind, and for coordinators only."""
    if not actor.is_coordinator:
        return []
    kinds = {REQUEST: _requests, **attention_keeping.ITEMS}
    return [item for kind, read in kinds.items() if kind in there for item in read(actor, now)]


def _requests(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    rows = rights.waiting(actor).select_related("person").order_by("due_on", "id")
    for request in rows[:MOST]:
        name = request.person.name if request.person else request.who
        yield AttentionItem(
            kind=REQUEST,
            subject_id=request.pk,
            name=name,
            sentence=_("%(name)s asked something about their data.") % {"name": name},
            since=clock.morning(request.asked_on),
            urgency=_urgency(request, now),
            url=actor.url("privacy:request", request_id=request.pk),
            action=_("Look"),
        )


def _urgency(request: RightsRequest, now: datetime) -> Urgency:
    """A month is short: near its end it is for today, also when more time was asked."""
    is_extended = request.extended_on is not None
    near = remind_on(request.asked_on, request.due_on, is_extended=is_extended)
    return Urgency.NOW if near <= localdate(now) else Urgency.THIS_WEEK
