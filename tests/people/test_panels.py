"""Panels of the rooms above: what is not there is not asked for."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.organisations.actors import Actor
from naast.organisations.panels import Panel, Panels
from naast.people.models import Note, Person
from tests.conftest import Cast
from tests.factories import PersonFactory


def test_a_panel_with_a_sign_is_read_only_when_its_rows_exist(cast: Cast) -> None:
    person = PersonFactory(organisation=cast.here)
    actor = cast.actor("amal")
    asked: list[str] = []

    def loader(name: str) -> Panel:
        asked.append(name)
        return Panel(name, "people/_steps.html")

    panels: Panels[Person] = Panels("volunteer")
    panels.register(
        "volunteer",
        lambda _actor, _person: loader("EMPTY"),
        sign=lambda _actor, one: Note.objects.filter(person=one),
    )
    panels.register(
        "volunteer",
        lambda _actor, _person: loader("FULL"),
        sign=lambda _actor, one: Person.objects.filter(pk=one.pk),
    )
    panels.register("volunteer", lambda _actor, _person: loader("ALWAYS"))

    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = panels.of("volunteer", actor, person)

    assert [panel.title for panel in found] == asked == ["FULL", "ALWAYS"]
    assert len(queries) == 1


def test_a_loader_that_registers_twice_shows_once(cast: Cast) -> None:
    def loader(_actor: Actor, _person: Person) -> Panel:
        return Panel("ONCE", "people/_steps.html")

    panels: Panels[Person] = Panels("volunteer")
    panels.register("volunteer", loader)
    panels.register("volunteer", loader)

    shown = panels.of("volunteer", cast.actor("amal"), PersonFactory(organisation=cast.here))

    assert [panel.title for panel in shown] == ["ONCE"]
