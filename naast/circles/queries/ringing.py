"""Whom to ring, in which order, when somebody noticed something."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from naast.circles.models import Circle
from naast.core.text import Text
from naast.people.models import Person
from naast.programmes.models import OnCallLine

# The same in Belgium, the Netherlands and the whole of the Union.
EMERGENCY: Final = "112"


@dataclass(frozen=True, slots=True)
class Ring:
    """One line: who, why, and the number; without one the line says so."""

    who: str
    role: Text
    phone: str


def whom_to_ring(circle: Circle) -> list[Ring]:
    """The emergency number first, then who leads the circle, then who is on call in its programme. Two queries."""
    members = [each for each in (circle.coordinator, circle.deputy) if each is not None]
    ids = [each.person_id for each in members if each.person_id]
    phones = dict(Person.objects.filter(pk__in=ids).values_list("pk", "phone"))
    roles = (_("Circle coordinator"), _("Deputy"))
    rings = [Ring(EMERGENCY, _("When somebody is in danger now"), EMERGENCY)]
    for member, role in zip((circle.coordinator, circle.deputy), roles, strict=True):
        if member is not None and member.ended_on is None:
            phone = phones.get(member.person_id, "") if member.person_id else ""
            rings.append(Ring(member.user.name or member.user.email, role, phone))
    lines = OnCallLine.objects.filter(programme_id=circle.programme_id).order_by("position", "id")
    return rings + [Ring(line.who, line.when, line.phone) for line in lines[:3]]
