"""What this room asks attention for on the desk: wishes, then matches and visits, then who is ready."""

from collections.abc import Container
from datetime import datetime

from naast.companionship import attention_matches, attention_ready, attention_requests
from naast.core.attention import EVERYTHING, AttentionItem, Signs
from naast.organisations.actors import Actor


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention, in a constant number of queries."""
    return [
        *attention_requests.items(actor, now=now, there=there),
        *attention_matches.items(actor, now=now, there=there),
        *attention_ready.items(actor, now=now, there=there),
    ]


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    return (
        attention_requests.signs(actor, now=now)
        | attention_matches.signs(actor, now=now)
        | attention_ready.signs(actor, now=now)
    )
