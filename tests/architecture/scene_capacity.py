"""What stands behind the doors of capacity: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.companionship.models import Match, MatchState
from naast.organisations.models import Membership
from naast.programmes.models import Programme
from tests.carrying import AskingFactory, CheckFactory, StepBackFactory, ago
from tests.conftest import Cast
from tests.factories import MatchFactory

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("alongside/load/", "mine/load/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room."""
    bea: dict[str, Any] = {"organisation": cast.here, "person_id": cast.person_id("bea")}
    said = CheckFactory(**bea, answered_on=ago(40), amount="good", reader="coach")
    _coached(cast, programme)
    return {
        "self_check_id": said.pk,
        "worth_asking_id": AskingFactory(**bea).pk,
        "step_back_id": StepBackFactory(**bea, kind="pause", until_on=ago(-20)).pk,
    }


def _coached(cast: Cast, programme: Programme) -> Match:
    """The coach of the scene stands beside Bea in a match of hers."""
    coach = Membership.objects.get(organisation=cast.here, roles__function="coach")
    return MatchFactory(
        organisation=cast.here,
        programme=programme,
        volunteer_id=cast.person_id("bea"),
        coach=coach,
        state=MatchState.RUNNING,
    )


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    return {"capacity:write_down": {"person_id": cast.person_id("bea")}}
