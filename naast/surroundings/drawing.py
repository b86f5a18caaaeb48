"""The drawing of a network map: where everybody stands, without colour. Pure: no rows, no request.

Rings say how near, a shape says what kind of help, a number leads to the table under the drawing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, pi, sin, tau
from typing import Final

SIZE: Final = 400
MIDDLE: Final = SIZE / 2
# Ring → its edge, and how far from the middle its people stand.
EDGES: Final = {1: 75.0, 2: 130.0, 3: 185.0}
AT: Final = {1: 55.0, 2: 103.0, 3: 158.0}
SHAPE_RADIUS: Final = 13.0
# Category → corners of its shape (0: a circle) and the angle of its first corner.
SHAPES: Final[Mapping[str, tuple[int, float]]] = {
    "self": (0, 0.0),
    "usual": (4, pi / 4),
    "informal": (3, -pi / 2),
    "friends": (4, 0.0),
    "volunteers": (6, 0.0),
    "professionals": (5, -pi / 2),
}


@dataclass(frozen=True, slots=True)
class Placed:
    """One person to draw: their number in the table, ring and kind of help."""

    number: int
    ring: int
    category: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape with a number in it. Without `points` it is a circle."""

    number: int
    x: float
    y: float
    points: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything the template needs: the edges of the rings and the marks."""

    size: int
    middle: float
    radius: float
    edges: list[float]
    marks: list[Mark]


def draw(people: Iterable[Placed]) -> Drawing:
    """Place everybody on their ring, evenly, each ring turned a little so that marks don't hide each other."""
    rings: dict[int, list[Placed]] = defaultdict(list)
    for person in people:
        rings[person.ring].append(person)
    marks = [
        _mark(person, _angle(place, len(row), ring))
        for ring, row in sorted(rings.items())
        for place, person in enumerate(row)
    ]
    return Drawing(SIZE, MIDDLE, SHAPE_RADIUS, list(EDGES.values()), marks)


def _angle(place: int, among: int, ring: int) -> float:
    return tau * place / among - pi / 2 + ring * pi / 7


def _mark(person: Placed, angle: float) -> Mark:
    far = AT[person.ring]
    x, y = MIDDLE + far * cos(angle), MIDDLE + far * sin(angle)
    return Mark(person.number, round(x, 1), round(y, 1), _points(person.category, x, y))


def _points(category: str, x: float, y: float) -> str:
    corners, first = SHAPES[category]
    angles = [first + tau * corner / corners for corner in range(corners)]
    return " ".join(
        f"{x + SHAPE_RADIUS * cos(angle):.1f},{y + SHAPE_RADIUS * sin(angle):.1f}"
        for angle in angles
    )
