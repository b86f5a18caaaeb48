"""Reads of network maps: all of one participant, one with its drawing, two beside each other."""

from dataclasses import dataclass
from uuid import UUID

from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.surroundings.drawing import Drawing, Placed, draw
from naast.surroundings.models import Category, MapPerson, NetworkMap
from naast.surroundings.policies import people as policies

MOST = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table under a drawing."""

    number: int
    person: MapPerson

    @property
    def kind(self) -> Text:
        """What kind of help."""
        return Category(self.person.category).label


@dataclass(frozen=True, slots=True)
class Shown:
    """A map with its drawing and its table."""

    network_map: NetworkMap
    drawing: Drawing
    lines: list[Line]


def of_person(actor: Actor, person: Person) -> list[NetworkMap]:
    """The maps of one participant, the newest first."""
    return list(policies.maps_visible_to(actor).filter(person=person)[:MOST])


def get_map(actor: Actor, map_id: UUID) -> NetworkMap:
    """A map this actor may see. Raises NetworkMap.DoesNotExist."""
    maps = policies.maps_visible_to(actor).select_related("person__participant__professional__user")
    return maps.get(pk=map_id)


def shown(network_map: NetworkMap) -> Shown:
    """The map with its drawing; one query."""
    lines = [Line(number, each) for number, each in enumerate(network_map.people.all(), start=1)]
    drawing = draw(Placed(line.number, line.person.ring, line.person.category) for line in lines)
    return Shown(network_map, drawing, lines)
