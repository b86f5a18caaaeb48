"""Cash with a numbered receipt: paid when it is signed, and never in a batch as well."""

from datetime import timedelta
from uuid import UUID

import pytest

from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.expenses.models import Claim, PayAccount
from naast.messaging.models import Message
from naast.organisations.models import Function
from naast.payouts import home
from naast.payouts.errors import NothingToPay
from naast.payouts.models import CashPayment
from naast.payouts.pdf import receipt_pdf
from naast.payouts.policies import paying as policy
from naast.payouts.queries import paying
from naast.payouts.services import accounts, cash
from naast.people.models import Person
from tests.conftest import Cast
from tests.costing import bea
from tests.factories import actor_of, member
from tests.paying import HERS, agreed, another, made, payer, receipt, with_account
from tests.pdf_checks import problems_of, words_of


def state_of(claim: Claim) -> str:
    claim.refresh_from_db()
    return claim.state


def test_a_receipt_is_paid_when_its_volunteer_types_their_name(cast: Cast) -> None:
    actor = payer(cast)
    claim = agreed(cast, 1250)
    agreed(cast, -250)
    given = receipt(cast, actor)
    assert (given.number, given.cents, state_of(claim)) == (1, 1000, "batched")
    volunteer = actor_of(cast.bea)
    (ask,) = home.asks(volunteer, "volunteer", now=clock.now())
    assert ask.url.endswith(f"{given.pk}/")
    with pytest.raises(Incomplete):
        cash.sign(actor=volunteer, receipt_id=given.pk, name="Bo Ander")
    cash.sign(actor=volunteer, receipt_id=given.pk, name="  bea  búddy ")
    claim.refresh_from_db()
    assert (claim.state, claim.paid_on) == ("paid", given.given_on)
    with pytest.raises(StateConflict):
        cash.sign(actor=volunteer, receipt_id=given.pk, name="Bea Buddy")
    assert not home.asks(volunteer, "volunteer", now=clock.now())


def test_a_receipt_signed_on_paper_has_the_day_beside_the_name(cast: Cast) -> None:
    actor = payer(cast)
    claim = agreed(cast)
    given = receipt(cast, actor)
    later = clock.today() + timedelta(days=1)
    with pytest.raises(Incomplete):
        cash.note_signed(actor=actor, receipt_id=given.pk, signed_on=later)
    done = cash.note_signed(actor=actor, receipt_id=given.pk, signed_on=clock.today())
    assert (done.signed, state_of(claim)) == ("paper", "paid")
    with pytest.raises(StateConflict):
        cash.give_up(actor=actor, receipt_id=given.pk)


def test_money_that_was_not_given_waits_again_and_its_number_stays_used(cast: Cast) -> None:
    actor = payer(cast)
    claim = agreed(cast)
    given = receipt(cast, actor)
    with pytest.raises(NothingToPay):
        receipt(cast, actor)
    cash.give_up(actor=actor, receipt_id=given.pk)
    assert state_of(claim) == "approved"
    assert receipt(cast, actor).number == 2
    assert not policy.own_receipts_of(actor_of(cast.bea)).filter(pk=given.pk).exists()


def test_a_claim_on_a_receipt_is_in_no_batch_and_an_amount_that_changed_is_looked_at_again(
    cast: Cast,
) -> None:
    actor = payer(cast)
    with_account(cast)
    agreed(cast)
    receipt(cast, actor)
    with pytest.raises(NothingToPay):
        made(cast, actor)
    agreed(cast)
    with pytest.raises(StateConflict):
        cash.write_receipt(actor=actor, person=bea(cast), given_on=clock.today(), seen="1-1")
    later = clock.today() + timedelta(days=1)
    with pytest.raises(Incomplete):
        cash.write_receipt(actor=actor, person=bea(cast), given_on=later, seen="")


def test_nobody_gives_cash_to_themselves_and_only_finance_of_this_house_gives_it(
    cast: Cast,
) -> None:
    actor = payer(cast)
    agreed(cast)
    both = member(cast.here, Function.FINANCE, Function.VOLUNTEER, name="Fien Beide")
    person = Person.objects.get(pk=both.person_id)
    agreed(cast, person=person)
    elsewhere = actor_of(member(cast.elsewhere, Function.FINANCE, name="Els Elders"))
    for other, whose in (
        (actor_of(both), person),
        (elsewhere, bea(cast)),
        (cast.actor("amal"), bea(cast)),
        (cast.actor("bea"), bea(cast)),
    ):
        with pytest.raises(NotAllowed):
            cash.write_receipt(actor=other, person=whose, given_on=clock.today(), seen="")
    given = receipt(cast, actor, person)
    with pytest.raises(NotAllowed):
        cash.note_signed(actor=actor_of(both), receipt_id=given.pk, signed_on=clock.today())
    for other in (elsewhere, cast.actor("amal")):
        assert not policy.receipts_visible_to(other).exists()
    assert not policy.can_sign(cast.actor("bea"), given)
    with pytest.raises(CashPayment.DoesNotExist):
        cash.sign(actor=cast.actor("bea"), receipt_id=given.pk, name="Fien Beide")


def test_the_receipt_can_be_read_by_everybody_and_signed_on_paper(cast: Cast) -> None:
    actor = payer(cast)
    agreed(cast, 1250)
    given = receipt(cast, actor)
    written = receipt_pdf(given)
    assert problems_of(written) == []
    assert "Bea Buddy" in words_of(written)
    cash.sign(actor=actor_of(cast.bea), receipt_id=given.pk, name="Bea Buddy")
    given.refresh_from_db()
    assert problems_of(receipt_pdf(given)) == []


def test_an_account_that_finance_writes_down_is_told_to_whose_it_is(cast: Cast) -> None:
    actor = payer(cast)
    agreed(cast)
    accounts.note_account(actor=actor, person=bea(cast), holder="Bea Buddy", iban=HERS)
    assert PayAccount.objects.get().iban == HERS
    assert Message.objects.get(kind="payouts.account").user_id == cast.bea.user_id
    assert list(paying.payees(actor, paying.BY_BANK)) == [bea(cast)]
    with pytest.raises(NotAllowed):
        accounts.note_account(actor=cast.actor("amal"), person=bea(cast), holder="Amal", iban=HERS)


def test_a_receipt_of_somebody_without_an_account_here_tells_nobody(cast: Cast) -> None:
    actor = payer(cast)
    noor = another(cast)
    Person.objects.filter(pk=noor.pk).update(user=None)
    noor.refresh_from_db()
    agreed(cast, person=noor)
    given = receipt(cast, actor, noor)
    assert isinstance(given.pk, UUID)
    assert not Message.objects.exists()
