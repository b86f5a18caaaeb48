"""What stands behind the doors of expenses: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.core import clock
from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.costing import asked_back, gift

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = (
    "costs/terms/",
    "costs/enter/",
    "costs/gifts/",
    "costs/paper/",
    "mine/costs/",
)
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    "expenses:enter_line": {"line": "bill"},
    "expenses:claim_paper": {"language": "fr"},
    "expenses:declaration_paper": {"language": "nl"},
} | {
    f"expenses:{page}": {"year": str(clock.today().year)}
    for page in ("my_declaration", "my_trips", "my_trips_pdf", "my_trips_xlsx")
}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room."""
    return {"gift_id": gift(cast).pk, "asked_claim_id": asked_back(cast).pk}


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    volunteer = {"person_id": made["other_id"]}
    pages = ("enter_for", "enter_line", "enter_declaration", "give")
    own = {"claim_id": made["asked_claim_id"]}
    mine = ("my_claim", "my_answer", "my_take_back", "my_proof")
    return {f"expenses:{name}": volunteer for name in pages} | {
        f"expenses:{name}": own for name in mine
    }
