"""Which participants somebody knows: rooms above tell it, so that no question carries their names."""

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from naast.people.models import Person


class Source(Protocol):
    """A function of a room above, in one query."""

    def __call__(self, *, organisation_id: UUID, person_id: UUID) -> Iterable[Person]: ...


_sources: list[Source] = []


def register(source: Source) -> None:
    """Ask this source too; a second call with the same one adds nothing."""
    if source not in _sources:
        _sources.append(source)


def known_to(*, organisation_id: UUID, person_id: UUID) -> list[Person]:
    """The participants this person knows, as the rooms above tell."""
    return [
        person
        for source in _sources
        for person in source(organisation_id=organisation_id, person_id=person_id)
    ]
