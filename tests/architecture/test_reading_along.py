"""An administrator who reads along opens every page of the house: what gets in, and what is written by it (ADR 0021)."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.organisations import staff_sessions
from naast.organisations.models import Function
from tests.architecture.access_table import TABLE
from tests.architecture.doors import NOT_FOUND, NOT_THIS_WAY, OF_AN_ORGANISATION, knock
from tests.architecture.scene import Scene

WRITES = re.compile(r'^(INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')
# The history of looking, that an own message was read, and the browser itself.
MAY_BE_WRITTEN = {"audit_event", "messaging_message", "django_session"}
CLOSED = tuple(f"naast.{room}." for room in sorted(staff_sessions.CLOSED_ROOMS))


def written_by(queries: list[dict[str, str]]) -> set[str]:
    found = (WRITES.match(query["sql"]) for query in queries)
    return {match.group(2) for match in found if match}


def test_a_staff_session_opens_no_closed_room_and_writes_nothing_on_any_page(scene: Scene) -> None:
    client = scene.client(Function.ADMINISTRATOR.value)
    session = client.session
    session[staff_sessions.KEY] = str(scene.ids["staff_session_id"])
    session.save()
    opened, entered_closed, wrote = set(), set(), {}
    for route, doors in TABLE.items():
        if doors.get is None or Function.ADMINISTRATOR.value in doors.get:
            continue
        with CaptureQueriesContext(connection) as caught:
            status = knock(client, "get", scene.address(route))
        if status in (NOT_FOUND, NOT_THIS_WAY):
            continue
        opened.add(route)
        if OF_AN_ORGANISATION[route].callback.__module__.startswith(CLOSED):
            entered_closed.add(route)
        if others := written_by(caught.captured_queries) - MAY_BE_WRITTEN:
            wrote[route] = others
    assert len(opened) > 100
    assert entered_closed == set()
    assert wrote == {}
