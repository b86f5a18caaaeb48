"""A small registry: rooms that stand higher add panels to the card and the file, and words to the
history. They do so in their AppConfig.ready()."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people.models import Person


@dataclass(frozen=True, slots=True)
class Panel:
    """One block on a page: the template reads `panel.…` from the context, and `person`."""

    title: Text
    template: str
    context: Mapping[str, object] = field(default_factory=dict)


Loader = Callable[[Actor, Person], Panel | None]
_loaders: dict[str, list[Loader]] = {"volunteer": [], "participant": []}
_words: dict[str, tuple[Text, str]] = {}


def register(hat: str, loader: Loader) -> None:
    """Show what `loader(actor, person)` gives on every page of this hat; None shows nothing. A loader
    costs a constant number of queries, and a second call with the same one adds nothing."""
    if loader not in _loaders[hat]:
        _loaders[hat].append(loader)


def register_words(words: Mapping[str, tuple[Text, str]]) -> None:
    """How kinds of events read on a person's timeline: kind to (sentence, lucide icon)."""
    _words.update(words)


def words_for(kind: str) -> tuple[Text, str] | None:
    """The sentence and icon of a kind of event, or None when it has no place on a timeline."""
    return _words.get(kind)


def panels_for(hat: str, actor: Actor, person: Person) -> list[Panel]:
    """The panels of this page, in the order in which the rooms registered."""
    found = (loader(actor, person) for loader in _loaders[hat])
    return [panel for panel in found if panel is not None]
