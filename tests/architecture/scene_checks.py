"""What stands behind the doors of checks: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.programmes.models import Programme
from tests.checking import ActivityFactory, CheckFactory, PolicyFactory, StatementFactory, bea
from tests.conftest import Cast

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = (
    "prepare/checks/",
    "prepare/reports/",
    "prepare/insurance/",
    "mine/reporting/",
)
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    "checks:ask": {"kind": "extract_596_2"},
    "checks:see": {"kind": "extract_596_2"},
}
DATA: dict[str, dict[str, str]] = {}
# The pages about one volunteer: the scene's own `person_id` is a participant.
ABOUT_A_VOLUNTEER = (
    "of_person",
    "ask",
    "see",
    "report_of",
    "report_done",
    "report_limits",
    "residence",
)


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room."""
    here = {"organisation": cast.here}
    check = CheckFactory(**here, person=bea(cast), seen=True, outcome="talk")
    return {
        "check_id": check.pk,
        "statement_id": StatementFactory(**here).pk,
        "policy_id": PolicyFactory(**here, kind="free").pk,
        "activity_id": ActivityFactory(**here).pk,
    }


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    return {f"checks:{name}": {"person_id": made["other_id"]} for name in ABOUT_A_VOLUNTEER}
