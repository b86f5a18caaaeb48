"""What rooms that stand higher want to hear of a visit, and what they add to its form. They register in their
AppConfig.ready()."""

from collections.abc import Callable

from naast.companionship.models import Match, Visit
from naast.organisations.actors import Actor

Listener = Callable[[Actor, Visit], None]
Besides = Callable[[Match], list[str]]

_listeners: list[Listener] = []
_besides: list[Besides] = []


def register(listener: Listener, besides: Besides) -> None:
    """`listener` hears of each visit that is told or changed, in the same transaction; `besides` names what was
    agreed for one match on top of the package, in one query. A second call with the same ones adds nothing."""
    if listener not in _listeners:
        _listeners.append(listener)
    if besides not in _besides:
        _besides.append(besides)


def heard(actor: Actor, visit: Visit) -> None:
    """Let everybody hear of this visit."""
    for listener in _listeners:
        listener(actor, visit)


def agreed_besides(match: Match) -> list[str]:
    """What was agreed for this match on top of the package, in words."""
    return [words for besides in _besides for words in besides(match)]
