"""Who gets in where: the complete table of addresses and functions, for reading and for writing."""

import pytest
from django.db import connection
from django.test import Client

from naast.core.access import EVERYONE, SIGNED_IN
from tests.architecture.access_table import NO_ORGANISATION, TABLE
from tests.architecture.doors import (
    ALL_ROUTES,
    FUNCTIONS,
    NOT_FOUND,
    NOT_THIS_WAY,
    OF_AN_ORGANISATION,
    knock,
)
from tests.architecture.scene import Scene

# Doors are the same on every database: on SQLite everybody knocks at each of them. On PostgreSQL those who get in do,
# for what a database can break is the page behind the door.
IS_ON_SQLITE = connection.vendor == "sqlite"
once = pytest.mark.skipif(not IS_ON_SQLITE, reason="doors are the same on every database")
WITH_AN_OBJECT = [route for route in OF_AN_ORGANISATION if "<uuid:" in route]


@pytest.mark.parametrize("route", ALL_ROUTES)
def test_every_view_says_who_may_call_it(route: str) -> None:
    assert hasattr(ALL_ROUTES[route].callback, "access"), f"{route} has no door"


def test_the_table_is_complete() -> None:
    assert set(TABLE) == set(OF_AN_ORGANISATION)
    assert set(NO_ORGANISATION) == {route for route in ALL_ROUTES if not route.startswith("o/")}


def test_pages_without_an_organisation_are_open_as_the_table_says() -> None:
    for route, audience in NO_ORGANISATION.items():
        expected = EVERYONE if audience == "everyone" else SIGNED_IN
        assert getattr(ALL_ROUTES[route].callback, "access", None) == expected, route


@pytest.mark.parametrize("route", TABLE)
def test_each_function_gets_in_where_the_table_says(route: str, scene: Scene) -> None:
    address, doors = scene.address(route), TABLE[route]
    for method, expected in (("get", doors.get), ("post", doors.post)):
        data = scene.data(route)
        knocking = FUNCTIONS if IS_ON_SQLITE else sorted(expected or FUNCTIONS[:1])
        answers = {name: knock(scene.client(name), method, address, data) for name in knocking}
        if expected is None:
            assert set(answers.values()) <= {NOT_THIS_WAY, NOT_FOUND}, (method, answers)
            continue
        entered = {
            name for name, status in answers.items() if status not in (NOT_FOUND, NOT_THIS_WAY)
        }
        assert entered == expected, (method, answers)
        assert all(status < 500 for status in answers.values()), answers


@once
@pytest.mark.parametrize("route", TABLE)
def test_nobody_gets_in_without_signing_in(route: str, scene: Scene) -> None:
    address = scene.address(route)
    for method in ("get", "post"):
        assert knock(Client(), method, address) in (302, NOT_THIS_WAY), (method, route)


@once
@pytest.mark.parametrize("route", TABLE)
def test_whoever_has_no_membership_here_finds_nothing(route: str, scene: Scene) -> None:
    address = scene.address(route)
    for name in ("elsewhere", "no membership"):
        for method in ("get", "post"):
            status = knock(scene.client(name), method, address)
            assert status in (NOT_FOUND, NOT_THIS_WAY), (name, method, route)


@pytest.mark.parametrize("route", WITH_AN_OBJECT)
def test_an_id_of_another_organisation_is_not_found_in_ones_own(route: str, scene: Scene) -> None:
    address = scene.address(route, slug=scene.elsewhere_slug)
    for method in ("get", "post"):
        status = knock(scene.client("elsewhere"), method, address, scene.data(route))
        assert status in (NOT_FOUND, NOT_THIS_WAY) or scene.may_take_any_id(route), (method, route)
