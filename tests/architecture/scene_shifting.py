"""What stands behind the doors of shifting: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.companionship.models import Match
from naast.core import clock
from naast.programmes.models import Programme
from naast.shifting.quarters import Quarter
from tests.conftest import Cast
from tests.shifts import ShiftFactory

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("alongside/shifts/", "mine/shifts/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {"shifting:entry": {"slug": "coffee"}}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room."""
    match = Match.objects.get(programme=programme, volunteer_id=cast.bea.person_id)
    return {"shift_id": ShiftFactory(match=match).pk}


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    today = clock.today()
    quarter, task = Quarter.of(today).code, {"task_id": made["line_id"]}
    return {
        "shifting:yearly_list": {"year": today.year},
        "shifting:quarter": {"quarter": quarter},
        "shifting:programme_quarter": {"quarter": quarter},
        "shifting:task": task,
        "shifting:place": task,
    }
