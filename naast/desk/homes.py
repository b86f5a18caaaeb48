"""What the rooms add to the homes of volunteers, participants and professionals.

One look finds which rooms have something to ask, and only those are read: a home costs the same number of
queries on most days, however many rooms there are (ADR 0012).
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from naast.accountability import home as accountability_home
from naast.appreciation import home as appreciation_home
from naast.belonging import home as belonging_home
from naast.capacity import home as capacity_home
from naast.circles import home as circles_home
from naast.complaints import home as complaints_home
from naast.core.attention import Signs
from naast.core.home import Ask, Link
from naast.core.text import Text
from naast.division import home as division_home
from naast.expenses import home as expenses_home
from naast.lending import home as lending_home
from naast.needs import home as needs_home
from naast.organisations.actors import Actor
from naast.organisations.queries import that_exist
from naast.parting import home as parting_home
from naast.payouts import home as payouts_home
from naast.privacy import home as privacy_home
from naast.shifting import home as shifting_home
from naast.signals import home as signals_home
from naast.support import home as support_home
from naast.surroundings import home as surroundings_home

VOLUNTEER, PARTICIPANT, PROFESSIONAL = "volunteer", "participant", "professional"


class Source(Protocol):
    """What a room offers (its module `home`): the rows of each kind of question, the questions, and links."""

    # Hat → the pages of this room for who wears it.
    LINKS: Mapping[str, tuple[Link, ...]]

    def signs(self, actor: Actor, hat: str, *, now: datetime) -> Signs: ...

    def asks(
        self, actor: Actor, hat: str, *, now: datetime, there: Container[str] = ...
    ) -> list[Ask]: ...


SOURCES: tuple[Source, ...] = (
    capacity_home,
    support_home,
    belonging_home,
    circles_home,
    division_home,
    surroundings_home,
    appreciation_home,
    parting_home,
    lending_home,
    expenses_home,
    payouts_home,
    signals_home,
    needs_home,
    complaints_home,
    privacy_home,
    accountability_home,
    shifting_home,
)


# So many questions stand on top of a home: the large buttons stay in sight.
ON_TOP = 2
AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Home:
    """What the rooms add: the questions, those that somebody waits for first, and links as (label, address)."""

    asks: list[Ask]
    links: list[tuple[Text, str]]

    @property
    def on_top(self) -> list[Ask]:
        """What somebody waits for, and only a few of it."""
        return [ask for ask in self.asks if ask.tone == "attention"][:ON_TOP]

    @property
    def soon(self) -> list[Ask]:
        """What comes next, for a quiet minute."""
        return self._others[:AT_ONCE]

    @property
    def later(self) -> list[Ask]:
        """All the others: a click away, and none is lost."""
        return self._others[AT_ONCE:]

    @property
    def _others(self) -> list[Ask]:
        return [ask for ask in self.asks if ask not in self.on_top]


def home_of(actor: Actor, hat: str, *, now: datetime, sources: Sequence[Source] = SOURCES) -> Home:
    """What waits for this person under this hat, and their pages. One query when nothing waits."""
    signs: Signs = {}
    for source in sources:
        signs |= source.signs(actor, hat, now=now)
    there = that_exist(actor, signs)
    asks = [
        ask for source in sources if there for ask in source.asks(actor, hat, now=now, there=there)
    ]
    asks.sort(key=lambda ask: ask.tone != "attention")
    links = [
        (link.label, actor.url(link.page))
        for source in sources
        for link in source.LINKS.get(hat, ())
    ]
    return Home(asks, links)
