"""Where everybody stands on a drawn map: pure geometry, readable without colour."""

from math import hypot

import pytest

from naast.surroundings.drawing import EDGES, MIDDLE, SHAPE_RADIUS, SHAPES, SIZE, Placed, draw


@pytest.mark.parametrize("among", [1, 2, 7, 30])
@pytest.mark.parametrize("ring", sorted(EDGES))
def test_everybody_stands_within_their_ring_and_on_the_paper(ring: int, among: int) -> None:
    categories = sorted(SHAPES)
    people = [Placed(number, ring, categories[number % len(categories)]) for number in range(among)]
    marks = draw(people).marks
    assert [mark.number for mark in marks] == list(range(among))
    for mark in marks:
        far = hypot(mark.x - MIDDLE, mark.y - MIDDLE)
        assert EDGES.get(ring - 1, 0) < far + SHAPE_RADIUS
        assert far <= EDGES[ring]
        assert SHAPE_RADIUS < mark.x < SIZE - SHAPE_RADIUS
        assert SHAPE_RADIUS < mark.y < SIZE - SHAPE_RADIUS


@pytest.mark.covers("S1-47")
def test_each_kind_of_help_has_a_shape_of_its_own() -> None:
    marks = draw(Placed(1, 1, category) for category in SHAPES).marks
    corners = [(len(mark.points.split()), mark.points == "") for mark in marks]
    assert len(set(SHAPES.values())) == len(SHAPES)
    assert corners.count((0, True)) == 1  # only «what I do myself» is a circle


def test_an_empty_map_has_rings_and_nobody() -> None:
    drawing = draw([])
    assert (drawing.marks, len(drawing.edges)) == ([], 3)
