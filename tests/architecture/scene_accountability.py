"""What stands behind the doors of accountability: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.programmes.models import Programme
from tests.conftest import Cast

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("privacy/shown/",)
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room."""
    return {}


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    return {}
