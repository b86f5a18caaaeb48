"""What somebody still has of the house when they say goodbye. Rooms that stand higher say so here, in their
AppConfig.ready()."""

from collections.abc import Callable
from uuid import UUID

from naast.organisations.actors import Actor

# The actor and the id of the person: (words, address of the page where it is settled).
Source = Callable[[Actor, UUID], list[tuple[str, str]]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Ask this source too. A second call with the same one adds nothing. A source costs a constant number of
    queries."""
    if source not in _sources:
        _sources.append(source)


def belongings_of(actor: Actor, person_id: UUID) -> list[tuple[str, str]]:
    """Everything that must come back, as words and the page where it is written down. It is no reason to keep
    somebody: a goodbye does not wait for a badge."""
    return [found for source in _sources for found in source(actor, person_id)]
