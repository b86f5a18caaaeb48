"""What a room adds to somebody's home: something that waits for their answer, and links to its own pages."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from naast.core.attention import Signs
from naast.core.text import Text

# Actors live on a higher floor.
A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that waits for this person: one sentence, the page where they do it, and the word on its button.

    `tone` is that of a notice: «attention» when somebody waits for the answer, «calm» when it may wait.
    """

    sentence: Text
    url: str
    action: Text
    tone: str = "calm"


@dataclass(frozen=True, slots=True)
class Link:
    """One of the room's own pages for this person, by the name of its address."""

    label: Text
    page: str


def first_of_each(
    actor: A, rows: Signs, *, there: Container[str], asked: Mapping[str, Callable[[A, Any], Ask]]
) -> list[Ask]:
    """What to ask for the first row of each kind that is `there`; one query a kind."""
    firsts = {kind: found.first() for kind, found in rows.items() if kind in there}
    return [asked[kind](actor, row) for kind, row in firsts.items() if row is not None]
