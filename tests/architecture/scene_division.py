"""What stands behind the doors of division: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.companionship.models import Match
from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.dividing import (
    DivisionFactory,
    HandOverFactory,
    IdeaFactory,
    PassedOnFactory,
    StaffingLineFactory,
    TensionFactory,
    cannot_come,
)
from tests.factories import MatchFactory

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("alongside/division/", "mine/division/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    "division:write_view_down": {"side": "volunteer"},
    "division:tension_step": {"step": "agree"},
    "division:row": {"place": "1"},
    "division:remove_row": {"place": "1"},
}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room."""
    match = Match.objects.get(programme=programme)
    other: Match = MatchFactory(organisation=cast.here, professional=cast.nele)
    note = HandOverFactory(match=other, stand_in=match.volunteer)
    division = DivisionFactory(match=match)
    return {
        "division_id": division.pk,
        "tension_id": TensionFactory(match=match).pk,
        "away_step_id": cannot_come(match).pk,
        "hand_over_id": note.pk,
        "passed_id": PassedOnFactory(match=match).pk,
        "staffing_line_id": StaffingLineFactory(programme=programme).pk,
        "volunteer_idea_id": IdeaFactory(programme=programme).pk,
    }


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    away, line = {"step_id": made["away_step_id"]}, {"line_id": made["staffing_line_id"]}
    return {
        "division:away": away,
        "division:arrange_away": away,
        "division:staffing_day": line,
        "division:remove_line": line,
        "division:answer_idea": {"idea_id": made["volunteer_idea_id"]},
    }
