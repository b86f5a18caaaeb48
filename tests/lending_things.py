"""Rows of lending for tests. Names, things and numbers are invented."""

from typing import Any

from naast.core import clock
from naast.lending.inputs import ItemInput, NewLoan, TakenBack
from naast.lending.models import Item, Loan
from naast.lending.services import loans, things
from naast.lending.states import Condition, ItemKind
from naast.people.models import Person
from tests.conftest import Cast


def laptop(cast: Cast, **fields: Any) -> Item:
    """A laptop of the house."""
    usual: dict[str, Any] = {
        "kind": ItemKind.LAPTOP,
        "label": "Laptop 3",
        "number": "NA-003",
        "has_data": True,
    }
    return things.add_item(actor=cast.actor("amal"), new=ItemInput(**(usual | fields)))


def badge(cast: Cast, **fields: Any) -> Item:
    """A badge of the side door: no data on it."""
    usual: dict[str, Any] = {
        "kind": ItemKind.BADGE,
        "label": "Badge 12",
        "note": "met sleutelkoord",
    }
    return things.add_item(actor=cast.actor("amal"), new=ItemInput(**(usual | fields)))


def bea(cast: Cast) -> Person:
    """The volunteer of the cast."""
    return Person.objects.get(pk=cast.person_id("bea"))


def lent(cast: Cast, item: Item | None = None, **fields: Any) -> Loan:
    """Lent to Bea, today."""
    item = item or laptop(cast)
    usual: dict[str, Any] = {"person_id": cast.person_id("bea"), "since_on": clock.today()}
    return loans.lend(actor=cast.actor("amal"), new=NewLoan(item_id=item.pk, **(usual | fields)))


def back(condition: str = Condition.FINE, **fields: Any) -> TakenBack:
    """It came back today, and what was on it is erased."""
    usual: dict[str, Any] = {"back_on": clock.today(), "is_wiped": True}
    return TakenBack(condition=condition, **(usual | fields))


def returned(cast: Cast, loan: Loan, condition: str = Condition.FINE, **fields: Any) -> Loan:
    """Amal takes it back."""
    return loans.take_back(
        actor=cast.actor("amal"), loan_id=loan.pk, back=back(condition, **fields)
    )
