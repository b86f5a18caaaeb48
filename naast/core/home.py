"""What a room adds to somebody's home: something that waits for their answer, and links to its own pages."""

from dataclasses import dataclass

from naast.core.text import Text


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
