"""What comes to nothing together is settled, and what a volunteer gave back is no longer open."""

from datetime import date, timedelta

import pytest
from django.test import Client

from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.expenses.models import Claim, PayAccount
from naast.messaging.models import Message
from naast.organisations.models import Function, Role
from naast.payouts.models import Batch
from naast.payouts.queries import files, paying
from naast.payouts.services import batches, cash, nightly, settling
from naast.statements.queries.years import unpaid_before, year_of
from tests.conftest import Cast
from tests.costing import A_DAY, bea, finance
from tests.factories import actor_of
from tests.paying import agreed, another, made, payer, receipt, with_account


def open_claims(cast: Cast) -> int:
    return Claim.objects.filter(organisation=cast.here).exclude(state="paid").count()


def test_exactly_zero_is_settled_at_night_and_once(cast: Cast) -> None:
    actor = payer(cast)
    agreed(cast, 1250)
    agreed(cast, -1250)
    rest = agreed(cast, 400, another(cast))
    assert nightly.run(clock.now()) == {"costs that are even": 1}
    assert nightly.run(clock.now()) == {"costs that are even": 0}
    assert open_claims(cast) == 1
    rest.refresh_from_db()
    assert rest.state == "approved"
    assert not paying.below_zero(actor)
    # Paid 1,250 twice, of which one was taken back.
    assert year_of(actor, A_DAY.year).cents == 1250


def test_what_somebody_gave_back_is_settled_by_a_colleague_who_saw_the_amount(cast: Cast) -> None:
    actor, person = payer(cast), bea(cast)
    agreed(cast, -1000)
    mark = paying.Owed(1, -1000).mark
    agreed(cast, 300)
    with pytest.raises(StateConflict):
        settling.paid_back(actor=actor, person=person, seen=mark)
    settling.paid_back(actor=actor, person=person, seen=paying.Owed(1, -700).mark)
    assert open_claims(cast) == 0
    told = Message.objects.get(kind="payouts.news")
    assert "7" not in f"{told.subject}{told.body}"
    assert not unpaid_before(actor, A_DAY.year + 1)
    with pytest.raises(StateConflict):
        settling.paid_back(actor=actor, person=person, seen=paying.Owed(1, -700).mark)


def test_money_to_get_is_never_settled_as_given_back_nor_by_oneself_or_a_stranger(
    cast: Cast,
) -> None:
    actor, person = payer(cast), bea(cast)
    agreed(cast, 500)
    mark = paying.Owed(1, 500).mark
    with pytest.raises(StateConflict):
        settling.paid_back(actor=actor, person=person, seen=mark)
    agreed(cast, -900)
    Role.objects.create(membership=cast.bea, function=Function.FINANCE)
    for who in (actor_of(cast.bea), actor_of(cast.amal), actor_of(cast.chris)):
        with pytest.raises(NotAllowed):
            settling.paid_back(actor=who, person=person, seen=paying.Owed(1, -400).mark)


def test_nobody_gives_up_their_own_receipt_or_leaves_out_their_own_transfer(cast: Cast) -> None:
    actor = payer(cast)
    agreed(cast, 900)
    given = receipt(cast, actor)
    with_account(cast)
    agreed(cast, 500)
    agreed(cast, 600, other := another(cast))
    with_account(cast, other)
    batch = made(cast, actor)
    Role.objects.create(membership=cast.bea, function=Function.FINANCE)
    own, hers = actor_of(cast.bea), batch.transfers.get(person=bea(cast))
    with pytest.raises(NotAllowed):
        cash.give_up(actor=own, receipt_id=given.pk)
    with pytest.raises(NotAllowed):
        batches.leave_out(actor=own, batch_id=batch.pk, transfer_id=hers.pk)
    batches.leave_out(actor=actor, batch_id=batch.pk, transfer_id=hers.pk)


def test_the_pages_say_when_costs_of_one_year_are_paid_in_the_next_and_when_a_day_is_over(
    cast: Cast,
) -> None:
    actor, client = payer(cast), Client()
    client.force_login(finance(cast, "Fien Financiën").user)
    with_account(cast)
    this_year = clock.today().year
    agreed(cast, 500, day=date(this_year - 1, 12, 30))
    agreed(cast, 400, day=date(this_year, 1, 2))
    assert client.get(cast.url("costs/payments/new/")).context["earlier"] == 1
    url = cast.url(f"costs/payments/{made(cast, actor).pk}/")
    page = client.get(url)
    assert (page.context["earlier"], page.context["is_late"]) == (1, False)
    Batch.objects.update(pay_on=clock.today() - timedelta(days=1))
    assert client.get(url).context["is_late"]


def test_giving_back_is_written_down_on_the_page_of_payments(cast: Cast) -> None:
    payer(cast)
    client = Client()
    client.force_login(finance(cast, "Fien Financiën").user)
    agreed(cast, -500)
    (row,) = client.get(cast.url("costs/payments/")).context["below_zero"]
    url = cast.url(f"costs/payments/paid-back/{row[0].pk}/")
    assert client.post(url, {"seen": "1-0"}).status_code == 422
    assert client.post(url, {"seen": row[1]}).status_code == 303
    assert client.post(url, {"seen": row[1]}).status_code == 404


def test_the_bank_pays_within_three_months_and_one_name_of_signs_stops_nobody(cast: Cast) -> None:
    actor = payer(cast)
    with_account(cast)
    PayAccount.objects.update(holder="☺☺")
    agreed(cast, 500)
    with pytest.raises(Incomplete):
        made(cast, actor, clock.today() + timedelta(days=93))
    made(cast, actor)
    batch = Batch.objects.select_related("organisation").get()
    assert b"<Nm>NOTPROVIDED</Nm>" in files.bank_file(batch)


def test_the_sums_of_a_batch_are_those_of_its_claims_and_of_the_list_of_the_year(
    cast: Cast,
) -> None:
    actor = payer(cast)
    people = [bea(cast), another(cast), another(cast, "Otto Over")]
    for place, person in enumerate(people):
        with_account(cast, person)
        for cents in (1 + place, 3333, 999_99):
            agreed(cast, cents, person)
        agreed(cast, -(50 + place), person)
    before = year_of(actor, A_DAY.year).cents
    batch = made(cast, actor)
    for transfer in batch.transfers.all():
        assert transfer.cents == sum(claim.cents for claim in transfer.claims.all())
    together = sum(transfer.cents for transfer in batch.transfers.all())
    assert f"<CtrlSum>{together / 100:.2f}</CtrlSum>".encode() in files.bank_file(batch)
    batches.confirm_batch(actor=actor, batch_id=batch.pk, paid_on=clock.today())
    assert year_of(actor, A_DAY.year).cents == before + together
    assert open_claims(cast) == 0
