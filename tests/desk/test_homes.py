"""What rooms add to a home: read only where something waits, and what somebody waits for first."""

from collections.abc import Container, Mapping
from datetime import datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core import clock
from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link
from naast.desk.homes import VOLUNTEER, Home, home_of
from naast.organisations.actors import Actor
from naast.people.models import Note, Person
from tests.conftest import Cast


class Room:
    """A room that asks one thing when these rows exist."""

    LINKS: Mapping[str, tuple[Link, ...]] = {VOLUNTEER: (Link("MY PAGE", "desk:help"),)}

    def __init__(self, name: str, rows: type[Note] | type[Person], tone: str) -> None:
        self.name, self.rows, self.tone = name, rows, tone

    def signs(self, actor: Actor, hat: str, *, now: datetime) -> Signs:
        return {self.name: self.rows.objects.filter(organisation_id=actor.organisation_id)}

    def asks(
        self, actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING
    ) -> list[Ask]:
        return [Ask(self.name, "/", "DO", self.tone)] if self.name in there else []


def test_a_home_shows_what_waits_and_reads_nothing_else(cast: Cast) -> None:
    actor = cast.actor("bea")
    rooms = [
        Room("nothing here", Note, "attention"),
        Room("calm", Person, "calm"),
        Room("waits", Person, "attention"),
    ]

    with CaptureQueriesContext(connection) as queries:
        home = home_of(actor, VOLUNTEER, now=clock.now(), sources=rooms)

    assert [ask.sentence for ask in home.asks] == ["waits", "calm"]
    assert home.links == [("MY PAGE", cast.actor("bea").url("desk:help"))] * 3
    assert len(queries) == 1


def test_only_what_somebody_waits_for_stands_on_top_and_nothing_is_lost() -> None:
    waits = [Ask(f"waits {number}", "/", "DO", "attention") for number in range(3)]
    calm = [Ask(f"calm {number}", "/", "DO") for number in range(5)]

    home = Home([*waits, *calm], [])

    assert home.on_top == waits[:2]
    assert home.soon == [waits[2], *calm[:3]]
    assert home.later == calm[3:]
