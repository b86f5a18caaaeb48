"""What rooms that stand higher do the moment a match ends. They say so in their AppConfig.ready()."""

from collections.abc import Callable

from naast.companionship.models import Match
from naast.organisations.actors import Actor

AfterEnd = Callable[[Actor, Match], None]
_after: list[AfterEnd] = []


def register(act: AfterEnd) -> None:
    """Call this within the transaction of every end, good or early. Twice is the same as once."""
    if act not in _after:
        _after.append(act)


def ended(actor: Actor, match: Match) -> None:
    """The match has just ended: what the others have to do with it."""
    for act in _after:
        act(actor, match)
