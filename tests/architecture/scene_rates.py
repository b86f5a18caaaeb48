"""What stands behind the doors of rates: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.organisations.models import Function, Membership
from naast.programmes.models import Programme
from naast.rates.services import rates
from tests.conftest import Cast
from tests.factories import actor_of
from tests.rating import by_car

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("costs/rates/",)
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {"rates:add": {"figure": "car"}}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room: a row that the administrator of the scene added."""
    administrator = Membership.objects.get(
        organisation=cast.here, roles__function=Function.ADMINISTRATOR
    )
    return {"rate_id": rates.add(actor=actor_of(administrator), new=by_car()).pk}


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    return {}
