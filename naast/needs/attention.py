"""What this room asks attention for on the desk."""

from collections.abc import Container
from datetime import datetime

from naast.core.attention import EVERYTHING, AttentionItem, Signs
from naast.organisations.actors import Actor


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    return {}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention, in a constant number of queries."""
    return []
