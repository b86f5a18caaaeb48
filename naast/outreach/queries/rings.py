"""Reads about rings: how many stand where, who wishes something else."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, QuerySet

from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.outreach.models import Ring, RingMove, RingPlace, RingWish
from naast.outreach.policies import rings as policies
from naast.outreach.rings import ORDER

MOST_MOVES = 30
# The drawing: the outermost circle and how much smaller each next one is.
OUTERMOST, SMALLER, MIDDLE = 150, 24, 160


@dataclass(frozen=True, slots=True)
class Circle:
    """One ring: its words, how many stand there, and how it is drawn."""

    code: str
    label: Text
    number: int
    radius: int
    label_y: int


def circles(actor: Actor) -> list[Circle]:
    """The rings from the outside in, each with how many people; one query."""
    rows = policies.visible_to(actor).order_by().values("ring").annotate(number=Count("id"))
    numbers = {row["ring"]: row["number"] for row in rows}
    found = []
    for place, ring in enumerate(ORDER):
        radius = OUTERMOST - place * SMALLER
        label_y = MIDDLE - radius + SMALLER - 7 if place < len(ORDER) - 1 else MIDDLE + 5
        found.append(Circle(ring.value, ring.label, numbers.get(ring, 0), radius, label_y))
    return found


def people_in(actor: Actor, ring: str) -> QuerySet[RingPlace]:
    """Who stands in one ring, by name (`by_name`): numbers lead to people, never to an order of merit."""
    return _by_name(policies.visible_to(actor).filter(ring=ring))


def who_wishes(actor: Actor) -> QuerySet[RingPlace]:
    """Whose wish differs from where they stand, by name."""
    return _by_name(policies.visible_to(actor).exclude(wish=RingWish.FINE))


def _by_name(rows: QuerySet[RingPlace]) -> QuerySet[RingPlace]:
    return rows.select_related("person").annotate(by_name=F("person__sort_name"))


def place_of(actor: Actor, person_id: UUID) -> RingPlace | None:
    """Where one person stands, or None when it was never noted (or is not the actor's to know)."""
    return policies.visible_to(actor).filter(person_id=person_id).first()


def moves_of(actor: Actor, person_id: UUID) -> list[RingMove]:
    """Every move of one person, the newest first."""
    return list(policies.moves_visible_to(actor).filter(person_id=person_id)[:MOST_MOVES])


def is_ring(code: str) -> bool:
    """Whether an address names a ring."""
    return code in Ring.values
