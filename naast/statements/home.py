"""What this room adds to the homes of volunteers, participants and professionals."""

from collections.abc import Container, Mapping
from datetime import datetime

from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link
from naast.organisations.actors import Actor

# The volunteer finds their years on «My costs».
LINKS: Mapping[str, tuple[Link, ...]] = {}


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist."""
    return {}


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What waits for this person; one query a kind that is `there`."""
    return []
