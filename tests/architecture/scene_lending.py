"""What stands behind the doors of lending: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.core import clock
from naast.lending.models import Item, Loan
from naast.lending.states import Condition, ItemKind
from naast.people.models import Person
from naast.programmes.models import Programme
from tests.conftest import Cast

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("alongside/lent/", "mine/lent/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {}
DATA: dict[str, dict[str, str]] = {}


def _loan(cast: Cast, bea: Person, item: Item, **fields: Any) -> Loan:
    today = clock.today()
    usual = {"since_on": today, "told": Condition.BROKEN, "told_on": today}
    return Loan.objects.create(organisation=cast.here, item=item, person=bea, **(usual | fields))


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """A laptop that Bea has and tells about, and one that came back with something on it."""
    bea = Person.objects.get(pk=cast.person_id("bea"))
    kind = {"organisation": cast.here, "kind": ItemKind.LAPTOP, "has_data": True}
    item, other = (Item.objects.create(**kind, label=f"Laptop {each}") for each in range(2))
    over = {"back_on": clock.today(), "condition": Condition.FINE, "is_wiped": False}
    return {
        "item_id": other.pk,
        "loan_id": _loan(cast, bea, item).pk,
        "unwiped_loan_id": _loan(cast, bea, other, **over).pk,
    }


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    return {
        "lending:lend_to": {"person_id": cast.person_id("bea")},
        "lending:note_wiped": {"loan_id": made["unwiped_loan_id"]},
    }
