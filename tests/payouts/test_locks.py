"""Two who pay at the same moment: a claim never lands in two batches, nor in a batch and on a receipt."""

from functools import partial

import pytest

from naast.core import clock
from naast.payouts.models import CashPayment, Transfer
from naast.payouts.queries import paying
from naast.payouts.services import batches, cash
from tests.at_once import at_once, refused
from tests.conftest import Cast
from tests.costing import bea
from tests.paying import agreed, made, payer, with_account

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_a_claim_never_lands_in_two_batches(cast: Cast) -> None:
    actor = payer(cast)
    with_account(cast)
    agreed(cast)
    seen = paying.owed(paying.payees(actor, paying.BY_BANK)).mark
    make = partial(batches.make_batch, actor=actor, pay_on=clock.today(), seen=seen)
    assert refused(at_once(make, make)) == 1
    assert Transfer.objects.count() == 1


def test_a_claim_is_not_in_a_batch_and_on_a_receipt(cast: Cast) -> None:
    actor = payer(cast)
    with_account(cast)
    claim = agreed(cast)
    seen = paying.owed(paying.payees(actor, paying.BY_BANK)).mark
    day = clock.today()
    make = partial(batches.make_batch, actor=actor, pay_on=day, seen=seen)
    give = partial(cash.write_receipt, actor=actor, person=bea(cast), given_on=day, seen=seen)
    assert refused(at_once(make, give)) == 1
    assert claim.transfers.count() + claim.cash_payments.count() == 1
    assert Transfer.objects.count() + CashPayment.objects.count() == 1


def test_a_batch_is_confirmed_or_cancelled_and_never_both(cast: Cast) -> None:
    actor = payer(cast)
    with_account(cast)
    claim = agreed(cast)
    batch = made(cast, actor)
    confirm = partial(batches.confirm_batch, actor=actor, batch_id=batch.pk, paid_on=clock.today())
    cancel = partial(batches.cancel_batch, actor=actor, batch_id=batch.pk, reason="Niet genomen")
    assert refused(at_once(confirm, cancel)) == 1
    batch.refresh_from_db()
    claim.refresh_from_db()
    assert (batch.state, claim.state) in {("confirmed", "paid"), ("cancelled", "approved")}
