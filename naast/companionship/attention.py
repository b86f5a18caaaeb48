"""What this room asks attention for on the desk: wishes, then matches and visits."""

from datetime import datetime

from naast.companionship import attention_matches, attention_requests
from naast.core.attention import AttentionItem
from naast.organisations.actors import Actor


def items(actor: Actor, *, now: datetime) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention, in a constant number of queries."""
    return [*attention_requests.items(actor, now=now), *attention_matches.items(actor, now=now)]
