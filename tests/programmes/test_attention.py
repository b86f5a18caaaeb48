"""What programmes put on the coordinator's desk."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core import clock
from naast.organisations.actors import Actor
from naast.programmes import attention, services
from naast.programmes.models import EngagementTest, Kind, OnCallLine, Programme
from naast.programmes.presets import preset_named
from tests.conftest import Cast
from tests.factories import EngagementFactory


@pytest.fixture
def ward(coordinator: Actor) -> Programme:
    """A programme that says all its pattern asks."""
    made = services.create_programme(actor=coordinator, preset=preset_named("ward"), language="nl")
    OnCallLine.objects.filter(programme=made).update(phone="0470 00 00 00")
    Programme.objects.filter(pk=made.pk).update(responsible=made.coordinator)
    return made


def kinds(actor: Actor) -> list[str]:
    return [item.kind for item in attention.items(actor, now=clock.now())]


def test_a_complete_programme_asks_nothing(coordinator: Actor, ward: Programme) -> None:
    assert kinds(coordinator) == []


@pytest.mark.covers("S1-102")
def test_a_running_programme_that_lacks_what_its_pattern_asks_is_on_the_desk(
    cast: Cast, coordinator: Actor, ward: Programme
) -> None:
    Programme.objects.filter(pk=ward.pk).update(staff_presence="")

    (item,) = attention.items(coordinator, now=clock.now())

    assert item.kind == "programmes.incomplete"
    assert item.subject_id == ward.pk
    assert item.owner_id == cast.amal.pk
    assert ward.name in str(item.sentence)
    assert cast.client("amal").get(item.url).status_code == 200


@pytest.mark.parametrize("status", [Programme.Status.DRAFT, Programme.Status.CLOSED])
def test_what_is_prepared_or_closed_asks_nothing(
    coordinator: Actor, ward: Programme, status: str
) -> None:
    Programme.objects.filter(pk=ward.pk).update(staff_presence="", status=status)
    assert kinds(coordinator) == []


@pytest.mark.covers("S1-42")
def test_people_without_the_five_questions_are_one_line_a_programme(
    cast: Cast, coordinator: Actor, ward: Programme
) -> None:
    for _ in range(3):
        EngagementFactory(organisation=cast.here, programme=ward)

    (item,) = attention.items(coordinator, now=clock.now())

    assert item.kind == "programmes.untested"
    assert "3" in str(item.sentence)


def test_who_was_tested_and_who_is_no_volunteer_is_not_asked(
    cast: Cast, coordinator: Actor, ward: Programme
) -> None:
    EngagementFactory(organisation=cast.here, programme=ward, kind=Kind.EMPLOYEE)
    tested = EngagementFactory(organisation=cast.here, programme=ward)
    answers: dict[str, Any] = dict.fromkeys(
        ("is_unpaid", "is_free_choice", "is_for_others", "is_outside_family"), True
    )
    EngagementTest.objects.create(
        organisation=cast.here,
        engagement=tested,
        tested_on=clock.today(),
        tested_by=cast.amal,
        is_not_also_employed=True,
        **answers,
    )
    assert kinds(coordinator) == []


@pytest.mark.covers("S1-82")
@pytest.mark.parametrize(("days", "shows"), [(-3, True), (28, True), (29, False), (None, False)])
def test_a_guided_path_near_its_end_is_on_the_desk(
    cast: Cast, coordinator: Actor, ward: Programme, days: int | None, shows: bool
) -> None:
    EngagementFactory(
        organisation=cast.here,
        programme=ward,
        kind=Kind.GUIDED,
        steered_by="Dienst",
        until_on=None if days is None else clock.today() + timedelta(days=days),
    )
    assert kinds(coordinator) == (["programmes.path-ends"] if shows else [])


@pytest.mark.parametrize("who", ["bea", "nele", "piet", "chris"])
def test_nobody_else_has_it_on_their_desk(cast: Cast, ward: Programme, who: str) -> None:
    Programme.objects.filter(pk=ward.pk).update(staff_presence="")
    EngagementFactory(organisation=cast.here, programme=ward)
    assert kinds(cast.actor(who)) == []


def test_the_desk_costs_the_same_for_many_programmes(
    cast: Cast, coordinator: Actor, ward: Programme
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            attention.items(coordinator, now=clock.now())
        return len(captured)

    EngagementFactory(organisation=cast.here, programme=ward)
    one = cost()
    for slug in ("buddy", "palliative"):
        made = services.create_programme(
            actor=coordinator, preset=preset_named(slug), language="nl"
        )
        EngagementFactory(organisation=cast.here, programme=made)
    assert cost() == one <= 7
