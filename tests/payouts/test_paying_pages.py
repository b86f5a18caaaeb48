"""The pages of payments: what they show, what they cost, and what a form that is not right gives back."""

from datetime import timedelta
from io import BytesIO

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from naast.audit.models import Event
from naast.core import clock
from naast.expenses.models import Claim
from naast.expenses.states import ClaimState
from naast.organisations.models import Membership
from naast.payouts import attention
from naast.payouts.models import Batch, CashPayment
from tests.conftest import Cast
from tests.costing import finance
from tests.factories import actor_of
from tests.paying import HERS, HIS, agreed, another, made, payer, receipt, with_account


def as_finance(cast: Cast) -> tuple[Client, Membership]:
    client, colleague = Client(), finance(cast, "Fien Financiën")
    client.force_login(colleague.user)
    return client, colleague


def test_finance_makes_a_batch_takes_the_file_and_confirms(cast: Cast) -> None:
    payer(cast)
    client, _fien = as_finance(cast)
    with_account(cast)
    agreed(cast, 1250)
    preview = client.get(cast.url("costs/payments/new/"))
    seen = preview.context["ready"].mark
    today = clock.today().isoformat()
    old = client.post(cast.url("costs/payments/new/"), {"pay_on": today, "seen": "0-0"})
    assert (old.status_code, old.context["ready"].mark) == (422, seen)
    sent = client.post(cast.url("costs/payments/new/"), {"pay_on": today, "seen": seen})
    assert sent.status_code == 303
    batch = Batch.objects.get()
    base = cast.url(f"costs/payments/{batch.pk}/")
    assert client.get(base).context["batch"].cents == 1250
    file = client.get(f"{base}bank.xml")
    assert HERS.encode() in file.content
    assert b"Bea Buddy" in file.content
    sheet = load_workbook(BytesIO(client.get(f"{base}list.xlsx").content)).active
    assert [row[3].value for row in sheet.iter_rows(min_row=2)] == [12.5]  # type: ignore[union-attr]  # it has one sheet
    assert Event.objects.filter(kind="batch.file-taken", target_id=batch.pk).count() == 1
    assert client.post(f"{base}confirm/", {"paid_on": ""}).status_code == 422
    assert client.post(f"{base}confirm/", {"paid_on": today}).status_code == 303
    assert Claim.objects.get().state == "paid"
    # What is over goes to no bank.
    assert client.get(f"{base}bank.xml").status_code == 404
    assert client.post(f"{base}cancel/", {"reason": "Te laat"}).status_code == 422


def test_one_that_was_not_taken_is_left_out_and_the_last_one_is_not(cast: Cast) -> None:
    actor = payer(cast)
    client, _fien = as_finance(cast)
    with_account(cast)
    noor = another(cast)
    with_account(cast, noor, HIS)
    agreed(cast)
    agreed(cast, person=noor)
    batch = made(cast, actor)
    first, last = batch.transfers.all()
    base = cast.url(f"costs/payments/{batch.pk}/")
    assert client.post(f"{base}{first.pk}/leave-out/").status_code == 303
    assert client.post(f"{base}{first.pk}/leave-out/").status_code == 404
    assert client.post(f"{base}{last.pk}/leave-out/").status_code == 422


def test_cash_is_given_signed_and_given_up_on_its_pages(cast: Cast) -> None:
    payer(cast)
    client, _fien = as_finance(cast)
    own = cast.client("bea")
    agreed(cast, 1250)
    person_id = cast.person_id("bea")
    page = cast.url(f"costs/cash/give/{person_id}/")
    today = clock.today().isoformat()
    assert client.post(page, {"given_on": today, "seen": "1-1"}).status_code == 422
    assert client.post(page, {"given_on": today, "seen": "1-1250"}).status_code == 303
    given = CashPayment.objects.get()
    mine = cast.url(f"mine/costs/receipts/{given.pk}/")
    assert own.post(mine, {"name": "Iemand"}).status_code == 422
    assert own.post(mine, {"name": "Bea Buddy"}).status_code == 303
    assert own.get(mine).status_code == 200
    assert own.get(f"{mine}receipt.pdf").status_code == 200
    assert cast.client("piet").get(mine).status_code == 404
    base = cast.url(f"costs/cash/receipts/{given.pk}/")
    assert client.post(f"{base}give-up/").status_code == 422
    assert client.post(f"{base}signed/", {"signed_on": today}).status_code == 422
    agreed(cast)
    wrong = {"holder": "Bea", "iban": "BE00"}
    account = cast.url(f"costs/cash/account/{person_id}/")
    assert client.post(account, wrong).status_code == 422
    assert client.post(account, wrong | {"iban": HERS}).status_code == 303


def test_the_pages_cost_the_same_for_one_and_for_three(cast: Cast) -> None:
    actor = payer(cast)
    client, _fien = as_finance(cast)
    spent: list[list[int]] = []
    for names in (("Noor Nieuw",), ("Zoë Zon", "Ali Alom")):
        for name in names:
            by_bank, by_hand = another(cast, name), another(cast, f"{name} Cash")
            with_account(cast, by_bank, HIS)
            agreed(cast, person=by_bank)
            agreed(cast, person=by_hand)
            receipt(cast, actor, by_hand)
            agreed(cast, person=by_hand)
            agreed(cast, -500, another(cast, f"{name} Min"))
        batch = made(cast, actor)
        for _name in names:
            agreed(cast, person=batch.transfers.all()[0].person)
        pages = ("payments/", "payments/new/", f"payments/{batch.pk}/", "cash/", "cash/receipts/")
        spent.append([])
        for page in pages:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(cast.url(f"costs/{page}")).status_code == 200
            spent[-1].append(len(queries))
    assert spent[0] == spent[1]
    assert max(spent[0]) <= 18


def test_the_desk_of_finance_shows_what_should_be_over(cast: Cast) -> None:
    actor = payer(cast)
    with_account(cast)
    agreed(cast)
    made(cast, actor)
    agreed(cast)
    receipt(cast, actor)
    kinds = {"payouts-to-confirm", "payouts-to-sign"}

    def shown() -> set[str]:
        return {item.kind for item in attention.items(actor, now=clock.now())} & kinds

    assert shown() == set()
    long_ago = clock.today() - timedelta(days=9)
    Batch.objects.update(pay_on=long_ago)
    CashPayment.objects.update(given_on=long_ago)
    assert shown() == kinds
    assert not attention.items(actor_of(cast.amal), now=clock.now())


def test_the_desk_says_that_somebody_waits_for_money_that_was_agreed(cast: Cast) -> None:
    actor = payer(cast)

    def waits() -> bool:
        found = attention.items(actor, now=clock.now())
        return "payouts-to-pay" in {item.kind for item in found}

    claim = agreed(cast)
    assert not waits()
    Claim.objects.update(created_at=clock.now() - timedelta(days=36))
    assert waits()
    assert not attention.items(actor_of(cast.amal), now=clock.now())
    # More was taken back than is agreed: nobody waits for money.
    paid = agreed(cast)
    Claim.objects.filter(pk=paid.pk).update(state=ClaimState.PAID, paid_on=clock.today())
    back = Claim.objects.create(
        organisation=cast.here,
        cost_year=claim.cost_year,
        kind=claim.kind,
        day=claim.day,
        cents=-paid.cents - 1,
        state=ClaimState.APPROVED,
        reverses=paid,
    )
    assert not waits()
    back.delete()
    Claim.objects.update(state=ClaimState.PAID, paid_on=clock.today())
    assert not waits()
