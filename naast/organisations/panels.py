"""A small registry: rooms that stand higher add panels to a page of a lower one, in their AppConfig.ready()."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.db import models
from django.db.models import QuerySet

from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.queries import that_exist
from naast.organisations.staff_sessions import may_read, room_of

Subject = TypeVar("Subject", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Panel:
    """One block on a page: the template reads `panel.…` from the context, and what the page is about."""

    title: Text
    template: str
    context: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class _Entry(Generic[Subject]):
    loader: Callable[[Actor, Subject], Panel | None]
    sign: Callable[[Actor, Subject], QuerySet[Any, Any]] | None


class Panels(Generic[Subject]):
    """The panels of the pages about one kind of thing, such as a person or a match."""

    def __init__(self, *places: str) -> None:
        """`places`: the pages that show panels, such as «volunteer»."""
        self._entries: dict[str, list[_Entry[Subject]]] = {place: [] for place in places}

    def register(
        self,
        place: str,
        loader: Callable[[Actor, Subject], Panel | None],
        *,
        sign: Callable[[Actor, Subject], QuerySet[Any, Any]] | None = None,
    ) -> None:
        """Show what `loader(actor, subject)` gives on every page of this place; None shows nothing. A loader
        costs a constant number of queries, and a second call with the same one adds nothing.

        `sign` gives the rows without which there is nothing to show: all signs of a page are looked at in one
        query, and a loader whose rows don't exist is not asked.
        """
        if loader not in [entry.loader for entry in self._entries[place]]:
            self._entries[place].append(_Entry(loader, sign))

    def of(self, place: str, actor: Actor, subject: Subject) -> list[Panel]:
        """The panels of this page, in the order in which the rooms registered."""
        entries = [
            each
            for each in self._entries[place]
            if may_read(actor, room_of(each.loader.__module__))
        ]
        signs = {entry: entry.sign(actor, subject) for entry in entries if entry.sign is not None}
        there = that_exist(actor, signs)
        shown = (entry for entry in entries if entry.sign is None or entry in there)
        found = (entry.loader(actor, subject) for entry in shown)
        return [panel for panel in found if panel is not None]
