"""Rings: any move in any direction, with its day, and no order of merit."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.outreach.models import Ring, RingMove, RingPlace, RingWish
from naast.outreach.policies import rings as policies
from naast.outreach.queries import rings as queries
from naast.outreach.rings import small_step
from naast.outreach.services import rings
from naast.people import panels
from naast.people.models import Person
from tests.conftest import Cast
from tests.factories import VolunteerFactory

DAY = date(2026, 3, 1)


def stand(cast: Cast, ring: str, wish: str = "fine") -> RingPlace:
    person = VolunteerFactory(organisation=cast.here).person
    return rings.move(
        actor=cast.actor("amal"), person_id=person.pk, ring=ring, wish=wish, moved_on=DAY
    )


@pytest.mark.covers("S1-258")
def test_every_ring_can_follow_on_every_other_and_each_move_keeps_its_day(
    cast: Cast, coordinator: Actor
) -> None:
    person_id = cast.person_id("bea")
    expected: list[str] = []
    for number, (one, other) in enumerate(permutations(Ring.values, 2), start=1):
        for ring in (one, other):
            day = date(2026, 1, 1).replace(day=1 + number % 28)
            place = rings.move(
                actor=coordinator, person_id=person_id, ring=ring, wish="fine", moved_on=day
            )
            assert (place.ring, place.since_on) == (ring, day) or expected[-1] == ring
            if not expected or expected[-1] != ring:
                expected.append(ring)
    moves = RingMove.objects.filter(person_id=person_id).order_by("id")
    assert [move.ring for move in moves] == expected


def test_the_same_ring_again_changes_only_the_wish(cast: Cast, coordinator: Actor) -> None:
    place = stand(cast, "come")
    again = rings.move(
        actor=coordinator,
        person_id=place.person_id,
        ring="come",
        wish="closer",
        moved_on=date(2026, 5, 1),
    )
    assert (again.since_on, again.wish) == (DAY, "closer")
    assert RingMove.objects.count() == 1


@pytest.mark.covers("S1-257")
def test_the_page_counts_each_ring_and_suggests_a_small_step_to_who_wishes_something_else(
    cast: Cast,
) -> None:
    stand(cast, "come")
    stand(cast, "come")
    closer = stand(cast, "know", "closer")
    back = stand(cast, "decide", "step_back")
    context = cast.client("amal").get(cast.url("recruiting/rings/")).context
    numbers = {circle.code: circle.number for circle in context["circles"]}
    assert numbers == {
        "know": 1,
        "come": 2,
        "now_and_then": 0,
        "regularly": 0,
        "carry": 0,
        "decide": 1,
    }
    assert {place.pk for place, _step in context["people"]} == {closer.pk, back.pk}
    assert all(step for _place, step in context["people"])
    shown = cast.client("amal").get(cast.url("recruiting/rings/?ring=come")).context
    assert len(shown["people"]) == 2
    assert cast.client("amal").get(cast.url("recruiting/rings/?ring=best")).status_code == 404


def test_there_is_a_step_for_each_wish_and_none_when_it_is_fine() -> None:
    for ring in Ring:
        assert small_step(ring, RingWish.CLOSER)
        assert small_step(ring, RingWish.STEP_BACK)
        assert not small_step(ring, RingWish.FINE)


def test_nobody_is_ordered_by_how_near_they_stand(cast: Cast, coordinator: Actor) -> None:
    for ring in ("decide", "know", "carry"):
        stand(cast, ring, "closer")
    names = [
        place.person.sort_name for place in queries.who_wishes(coordinator).order_by("by_name")
    ]
    assert names == sorted(names)


def test_only_coordinators_see_and_note_rings(
    cast: Cast, volunteer: Actor, professional: Actor, stranger: Actor
) -> None:
    place = stand(cast, "come")
    person = Person.objects.get(pk=cast.bea.person_id)
    for actor in (volunteer, professional, stranger):
        assert not policies.visible_to(actor).exists()
        assert not policies.moves_visible_to(actor).exists()
        assert not policies.can_move(actor, person)
    values: dict[str, Any] = {"ring": "know", "wish": "fine", "moved_on": DAY}
    with pytest.raises(NotAllowed):
        rings.move(actor=volunteer, person_id=cast.person_id("bea"), **values)
    with pytest.raises(Person.DoesNotExist):
        rings.move(actor=stranger, person_id=place.person_id, **values)


def test_the_card_of_a_volunteer_shows_the_ring_to_a_coordinator_alone(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    place = stand(cast, "know", "closer")
    templates = [
        panel.template for panel in panels.panels_for("volunteer", coordinator, place.person)
    ]
    assert "outreach/ring_panel.html" in templates
    page = cast.client("amal").get(cast.url(f"people/volunteers/{place.person_id}/"))
    assert cast.url(f"recruiting/rings/{place.person_id}/") in page.content.decode()
    others = [panel.template for panel in panels.panels_for("volunteer", volunteer, place.person)]
    assert "outreach/ring_panel.html" not in others


def test_a_coordinator_notes_a_move(cast: Cast) -> None:
    url = cast.url(f"recruiting/rings/{cast.bea.person_id}/")
    client = cast.client("amal")
    fields = {"ring": "regularly", "wish": "step_back", "moved_on": "2026-03-01"}
    assert client.post(url, fields).status_code == 303
    assert client.post(url, {**fields, "ring": "best"}).status_code == 422
    assert len(client.get(url).context["moves"]) == 1


def test_the_page_costs_the_same_for_one_person_and_three(cast: Cast) -> None:
    client = cast.client("amal")

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(cast.url("recruiting/rings/")).status_code == 200
        return len(captured)

    stand(cast, "come", "closer")
    cost()
    first = cost()
    for _more in range(2):
        stand(cast, "come", "closer")
    assert cost() == first
    assert first <= 12
