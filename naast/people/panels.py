"""What rooms that stand higher add to the card of a volunteer and the file of a participant, and the words
of their events in the history. They do so in their AppConfig.ready()."""

from collections.abc import Mapping

from naast.core.text import Text
from naast.organisations.panels import Panel, Panels
from naast.people.models import Person

__all__ = ["PANELS", "Panel", "panels_for", "register", "register_words", "words_for"]

PANELS: Panels[Person] = Panels("volunteer", "participant")
register = PANELS.register
panels_for = PANELS.of
_words: dict[str, tuple[Text, str]] = {}


def register_words(words: Mapping[str, tuple[Text, str]]) -> None:
    """How kinds of events read on a person's timeline: kind to (sentence, lucide icon)."""
    _words.update(words)


def words_for(kind: str) -> tuple[Text, str] | None:
    """The sentence and icon of a kind of event, or None when it has no place on a timeline."""
    return _words.get(kind)
