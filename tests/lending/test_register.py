"""The register: what is lent, and what no longer is."""

import pytest

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.lending.inputs import ItemInput
from naast.lending.models import Item, Loan
from naast.lending.policies import things as policies
from naast.lending.queries import loans as loan_queries
from naast.lending.queries import things as queries
from naast.lending.services import loans as loan_services
from naast.lending.services import things as services
from naast.lending.states import Condition, ItemKind
from tests.conftest import Cast
from tests.lending_things import badge, laptop, lent, returned

A_PHONE = ItemInput(kind=ItemKind.PHONE, label=" Telefoon 2 ", number="06", has_data=True)


def test_a_coordinator_adds_changes_retires_and_puts_back(cast: Cast) -> None:
    amal = cast.actor("amal")
    item = services.add_item(actor=amal, new=A_PHONE)
    assert (item.label, item.has_data, item.organisation_id) == ("Telefoon 2", True, cast.here.pk)

    changed = ItemInput(kind=ItemKind.OTHER, label="Kast", note="sleutel")
    services.change_item(actor=amal, item_id=item.pk, new=changed)
    services.retire_item(actor=amal, item_id=item.pk)
    services.retire_item(actor=amal, item_id=item.pk)
    item.refresh_from_db()
    assert (item.label, item.note, item.has_data) == ("Kast", "sleutel", False)
    assert item.retired_on == clock.today()
    assert list(queries.listed(amal)) == []
    assert list(queries.listed(amal, is_retired=True)) == [item]

    services.restore_item(actor=amal, item_id=item.pk)
    services.restore_item(actor=amal, item_id=item.pk)

    assert list(queries.listed(amal)) == [item]
    kinds = Event.objects.filter(target_id=item.pk).order_by("id").values_list("kind", flat=True)
    assert list(kinds) == ["item.added", "item.changed", "item.retired", "item.restored"]


@pytest.mark.parametrize("name", ["bea", "nele", "piet"])
def test_nobody_else_keeps_or_sees_it(cast: Cast, name: str) -> None:
    item, actor = badge(cast), cast.actor(name)
    assert not policies.visible_to(actor).exists()
    assert queries.get_item(actor, item.pk) is None
    with pytest.raises(NotAllowed):
        services.add_item(actor=actor, new=A_PHONE)
    with pytest.raises(NotAllowed):
        services.change_item(actor=actor, item_id=item.pk, new=A_PHONE)
    with pytest.raises(NotAllowed):
        services.retire_item(actor=actor, item_id=item.pk)
    with pytest.raises(NotAllowed):
        services.restore_item(actor=actor, item_id=item.pk)


def test_another_house_finds_nothing(cast: Cast) -> None:
    item = badge(cast)
    assert queries.get_item(cast.actor("chris"), item.pk) is None
    with pytest.raises(Item.DoesNotExist):
        services.retire_item(actor=cast.actor("chris"), item_id=item.pk)


def test_a_thing_has_a_name(cast: Cast) -> None:
    with pytest.raises(Incomplete) as refused:
        services.add_item(actor=cast.actor("amal"), new=ItemInput(kind="other", label="  "))
    assert set(refused.value.fields) == {"label"}


def test_what_somebody_has_is_not_retired(cast: Cast) -> None:
    loan = lent(cast)
    with pytest.raises(StateConflict):
        services.retire_item(actor=cast.actor("amal"), item_id=loan.item_id)


def test_a_thing_is_found_by_name_or_number(cast: Cast) -> None:
    item = laptop(cast, label="Laptop 3", number="NA-003")
    badge(cast)
    amal = cast.actor("amal")
    assert list(queries.listed(amal, find="ptop")) == [item]
    assert list(queries.listed(amal, find=" na-003 ")) == [item]


def test_lendable_is_what_is_here_and_clean(cast: Cast) -> None:
    amal, free = cast.actor("amal"), badge(cast)
    lent(cast, laptop(cast, label="Uit"))
    gone = badge(cast, label="Weg")
    services.retire_item(actor=amal, item_id=gone.pk)
    unwiped = lent(cast, laptop(cast, label="Vol"))
    returned(cast, unwiped, is_wiped=False)

    assert list(queries.lendable(amal)) == [free]


def test_what_was_lost_and_is_found_again_can_be_put_back(cast: Cast) -> None:
    loan = returned(cast, lent(cast), Condition.LOST, is_wiped=False)
    amal = cast.actor("amal")
    assert list(queries.listed(amal)) == []

    services.restore_item(actor=amal, item_id=loan.item_id)

    # What the last borrower left on it is erased first.
    assert list(queries.lendable(amal)) == []
    assert list(loan_queries.unwiped(amal)) == [loan]
    loan = Loan.objects.select_related("item").get()
    assert loan.waits_for_wipe
    loan_services.note_wiped(actor=amal, loan_id=loan.pk)
    assert [item.pk for item in queries.lendable(amal)] == [loan.item_id]


def test_the_page_tells_who_has_it_and_who_had_it(cast: Cast) -> None:
    first = returned(cast, lent(cast))
    second = lent(cast, first.item)
    shown = queries.item_page(cast.actor("amal"), first.item)
    assert (shown.out, shown.earlier, bool(shown.why_not)) == (second, [first], True)
