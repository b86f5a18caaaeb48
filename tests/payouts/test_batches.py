"""One transfer a volunteer for what was agreed; paid only when somebody saw it on the account."""

from datetime import date, timedelta
from uuid import uuid4
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks

from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.expenses.models import Claim, CostSettings, PayAccount
from naast.messaging.models import Message
from naast.organisations.models import Function
from naast.payouts.errors import AccountNotRight, NothingToPay
from naast.payouts.models import Batch, Transfer
from naast.payouts.policies import paying as policy
from naast.payouts.queries import files, paying
from naast.payouts.services import batches
from tests.conftest import Cast
from tests.costing import bea
from tests.factories import actor_of, member
from tests.paying import HERS, HIS, OURS, agreed, another, made, payer, with_account

SPACE = {"": "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"}


def states(cast: Cast) -> list[str]:
    rows = Claim.objects.filter(organisation=cast.here, reverses__isnull=True)
    return sorted(rows.values_list("state", flat=True))


@pytest.mark.covers("S2-38")
def test_one_transfer_a_volunteer_and_paid_only_when_seen_on_the_account(cast: Cast) -> None:
    actor = payer(cast)
    with_account(cast)
    first, second = agreed(cast, 1250), agreed(cast, 433)
    batch = made(cast, actor)
    transfer = Transfer.objects.get()
    assert (transfer.cents, transfer.iban, transfer.holder) == (1683, HERS, "Bea Buddy")
    assert set(transfer.claims.all()) == {first, second}
    assert states(cast) == ["batched", "batched"]
    day = clock.today()
    batches.confirm_batch(actor=actor, batch_id=batch.pk, paid_on=day)
    first.refresh_from_db()
    assert (first.state, first.paid_on) == ("paid", day)
    batch.refresh_from_db()
    assert (batch.state, batch.made_by_id, batch.ended_by_id) == (
        "confirmed",
        actor.membership_id,
        actor.membership_id,
    )


def test_a_reversal_is_taken_off_the_next_payment_and_a_total_below_zero_waits(cast: Cast) -> None:
    actor = payer(cast)
    with_account(cast)
    agreed(cast, -1000)
    agreed(cast, 900)
    with pytest.raises(NothingToPay):
        made(cast, actor)
    assert [person.pk for person in paying.below_zero(actor)] == [bea(cast).pk]
    agreed(cast, 600)
    made(cast, actor)
    assert Transfer.objects.get().cents == 500
    assert not paying.below_zero(actor)


def test_what_was_agreed_after_somebody_looked_is_looked_at_again(cast: Cast) -> None:
    actor = payer(cast)
    with_account(cast)
    agreed(cast)
    seen = paying.owed(paying.payees(actor, paying.BY_BANK)).mark
    agreed(cast)
    with pytest.raises(StateConflict):
        batches.make_batch(actor=actor, pay_on=clock.today(), seen=seen)
    assert not Batch.objects.exists()


def test_who_wants_cash_or_has_no_account_is_in_no_batch(cast: Cast) -> None:
    actor = payer(cast)
    noor, without = another(cast), another(cast, "Zoë Zonder")
    for person in (bea(cast), noor, without):
        agreed(cast, person=person)
    with_account(cast)
    PayAccount.objects.create(organisation=cast.here, person=noor, iban=HIS, wants_cash=True)
    made(cast, actor)
    assert Transfer.objects.get().person == bea(cast)
    assert list(paying.payees(actor, paying.IN_CASH)) == [noor]
    assert list(paying.payees(actor, paying.NO_WAY)) == [without]


def test_a_cancelled_batch_gives_its_claims_back_and_one_that_is_over_stays(cast: Cast) -> None:
    actor = payer(cast)
    with_account(cast)
    agreed(cast)
    batch = made(cast, actor)
    batches.cancel_batch(actor=actor, batch_id=batch.pk, reason="Bestand geweigerd")
    assert states(cast) == ["approved"]
    with pytest.raises(StateConflict):
        batches.confirm_batch(actor=actor, batch_id=batch.pk, paid_on=clock.today())
    assert made(cast, actor).number == batch.number + 1


def test_one_that_the_bank_did_not_take_waits_again_and_the_rest_is_paid(cast: Cast) -> None:
    actor = payer(cast)
    noor = another(cast)
    with_account(cast)
    with_account(cast, noor, HIS)
    ours, other = agreed(cast), agreed(cast, person=noor)
    batch = made(cast, actor)
    wrong, right = Transfer.objects.get(person=noor), Transfer.objects.get(person=bea(cast))
    batches.leave_out(actor=actor, batch_id=batch.pk, transfer_id=wrong.pk)
    with pytest.raises(StateConflict):
        batches.leave_out(actor=actor, batch_id=batch.pk, transfer_id=right.pk)
    batches.confirm_batch(actor=actor, batch_id=batch.pk, paid_on=clock.today())
    ours.refresh_from_db()
    other.refresh_from_db()
    assert (ours.state, other.state) == ("paid", "approved")
    assert made(cast, actor).transfers.get().claims.get() == other


def test_who_has_an_account_here_is_told_that_it_was_paid(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    actor = payer(cast)
    with_account(cast)
    agreed(cast)
    batch = made(cast, actor)
    with django_capture_on_commit_callbacks(execute=True):
        batches.confirm_batch(actor=actor, batch_id=batch.pk, paid_on=clock.today())
    assert [each.user_id for each in Message.objects.filter(kind="payouts.paid")] == [
        cast.bea.user_id
    ]


def test_days_that_can_not_be_are_asked_again(cast: Cast) -> None:
    actor = payer(cast)
    with_account(cast)
    agreed(cast)
    with pytest.raises(Incomplete):
        made(cast, actor, pay_on=clock.today() - timedelta(days=1))
    batch = made(cast, actor)
    for wrong in (-1, 1):
        with pytest.raises(Incomplete):
            batches.confirm_batch(
                actor=actor, batch_id=batch.pk, paid_on=clock.today() + timedelta(days=wrong)
            )


def test_the_house_needs_an_account_and_so_does_the_volunteer(cast: Cast) -> None:
    actor = payer(cast)
    account = with_account(cast, iban="BE00000000000000")
    agreed(cast)
    with pytest.raises(AccountNotRight, match="Bea"):
        made(cast, actor)
    PayAccount.objects.filter(pk=account.pk).update(iban=HERS)
    CostSettings.objects.update(iban="")
    with pytest.raises(Incomplete):
        made(cast, actor)


def test_only_finance_of_this_house_pays(cast: Cast) -> None:
    actor = payer(cast)
    with_account(cast)
    agreed(cast)
    batch = made(cast, actor)
    elsewhere = actor_of(member(cast.elsewhere, Function.FINANCE, name="Els Elders"))
    with pytest.raises(Batch.DoesNotExist):
        batches.cancel_batch(actor=elsewhere, batch_id=batch.pk, reason="")
    board = actor_of(member(cast.here, Function.BOARD, name="Bert Bestuur"))
    for other in (board, cast.actor("amal"), cast.actor("bea"), cast.actor("nele")):
        assert not policy.batches_visible_to(other).exists()
        assert not paying.payees(other, paying.BY_BANK).exists()
        with pytest.raises(NotAllowed):
            batches.make_batch(actor=other, pay_on=clock.today(), seen="")
        with pytest.raises(NotAllowed):
            batches.confirm_batch(actor=other, batch_id=batch.pk, paid_on=clock.today())
        with pytest.raises(NotAllowed):
            batches.leave_out(actor=other, batch_id=batch.pk, transfer_id=uuid4())


def test_the_file_passes_the_schema_says_only_the_month_and_is_the_same_twice(cast: Cast) -> None:
    actor = payer(cast)
    noor = another(cast, "Zoë Łukasz & Zoon")
    with_account(cast)
    with_account(cast, noor, HIS)
    agreed(cast, 1250)
    agreed(cast, 433, noor, day=date(2025, 12, 30))
    agreed(cast, 5, noor)
    batch = made(cast, actor)
    written = files.bank_file(batch)
    assert written == files.bank_file(batch)
    root = ElementTree.fromstring(written)  # noqa: S314 -- we wrote it ourselves
    assert [each.text for each in root.iterfind(".//CtrlSum", SPACE)] == ["16.88", "16.88"]
    assert {each.text for each in root.iterfind(".//CdtTrfTxInf//IBAN", SPACE)} == {HERS, HIS}
    assert root.findtext(".//DbtrAcct//IBAN", "", SPACE) == OURS
    assert root.findtext(".//MsgId", "", SPACE) == batch.message_id
    names = {each.text for each in root.iterfind(".//Cdtr/Nm", SPACE)}
    assert names == {"Bea Buddy", "Zoe Lukasz Zoon"}
    words = sorted(str(each.text) for each in root.iterfind(".//Ustrd", SPACE))
    assert [each.split(" ", 1)[1] for each in words] == ["2025-12 / 2026-02", "2026-02"]


def test_making_and_confirming_cost_the_same_for_one_and_for_three(cast: Cast) -> None:
    actor = payer(cast)
    with_account(cast)
    spent = []
    for number in range(2):
        agreed(cast)
        if number:
            for name in ("Noor Nieuw", "Zoë Zon"):
                other = another(cast, name)
                with_account(cast, other, HIS)
                agreed(cast, person=other)
                agreed(cast, person=other)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            batch = made(cast, actor)
            batches.confirm_batch(actor=actor, batch_id=batch.pk, paid_on=clock.today())
        spent.append(len(queries))
    assert spent[0] == spent[1]
