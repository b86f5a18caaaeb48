"""What stands behind the doors of statements: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.core import clock
from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.statements.rows import a_year

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("costs/year/", "mine/costs/year/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    f"statements:{page}": {"year": str(clock.today().year), "number": "1"}
    for page in (
        "year",
        "near",
        "declarations",
        "sheet",
        "paper",
        "paper_part",
        "statement",
        "my_statement",
    )
}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room: a year of Bea."""
    a_year(cast, clock.today().year)
    return {}


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    return {"statements:statement": {"person_id": made["other_id"]}}
