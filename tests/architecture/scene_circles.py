"""What stands behind the doors of circles: a part of tests/architecture/scene.py."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from naast.circles.models import Agreed, Debrief, HardEvent, Report
from naast.core import clock
from naast.programmes.models import Programme
from tests.circling import meeting_of, passage_of, signal_of, weekly_circle
from tests.conftest import Cast

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("alongside/circles/", "mine/circles/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, Any]] = {
    "circles:step": {"step": "taper"},
    "circles:outer_step": {"step": "go"},
    "circles:passage_step": {"step": "release"},
    "circles:new_report": {"kind": "summary"},
    "circles:agree": {"number": 1},
    "circles:my_agree": {"number": 1},
    "circles:tick": {"step": "done"},
    "circles:my_yes": {"step": "take-back"},
}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room."""
    circle = weekly_circle(cast)
    owned = {"organisation": cast.here}
    meeting = meeting_of(circle)
    event = HardEvent.objects.create(**owned, circle=circle, happened_on=clock.today())
    return {
        "circle_id": circle.pk,
        "place_id": circle.inner.all()[0].pk,
        "outer_id": circle.outer.get().pk,
        "circle_meeting_id": meeting.pk,
        "planned_meeting_id": meeting_of(circle, at=clock.now() + timedelta(days=5)).pk,
        "passage_id": passage_of(circle).pk,
        "signal_id": signal_of(circle, cast.person_id("bea")).pk,
        "circle_report_id": Report.objects.create(
            **owned, circle=circle, kind="summary", held_on=clock.today()
        ).pk,
        "debrief_id": Debrief.objects.create(
            **owned, event=event, person_id=cast.person_id("bea"), due_on=clock.today()
        ).pk,
        "circle_agreed_id": Agreed.objects.create(
            **owned, meeting=meeting, what="Bellen", who="Bea"
        ).pk,
    }


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    held = {"meeting_id": made["circle_meeting_id"]}
    return {
        **{f"circles:{page}": held for page in ("meeting", "my_meeting", "minutes")},
        "circles:cancel_meeting": {"meeting_id": made["planned_meeting_id"]},
        "circles:tick": {"agreed_id": made["circle_agreed_id"]},
        "circles:report": {"report_id": made["circle_report_id"]},
    }
