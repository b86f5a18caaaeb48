"""Finance pays a month: agrees, makes one payment, brings its file to the bank, sees it on the account; who has no
account number signs for cash."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from naast.core import clock
from naast.expenses.models import Claim
from naast.expenses.states import TO_LOOK_AT
from naast.payouts.models import Batch, CashPayment
from tests.journeys.checks import check_page
from tests.journeys.scene import person_of
from tests.journeys.website import Website
from tests.journeys.windows import PHONE


@pytest.mark.covers("S2-38")
def test_finance_pays_a_month(site: Website) -> None:
    fien = site.sign_in("fien")
    agree(fien)
    batch = make_a_payment(fien)
    take_the_file(fien, batch)
    see_it_on_the_account(fien, batch)
    sign_for_cash(site)


def agree(fien: Page) -> None:
    """What waits and asks for no closer look."""
    fien.goto("/")
    expect(fien.get_by_role("heading", level=1)).to_have_text("Costs")
    check_page(fien)
    before = Claim.objects.filter(state__in=TO_LOOK_AT).count()
    fien.get_by_role("checkbox").first.check()
    fien.get_by_role("button", name="Agree with what I ticked").click()
    expect(fien.get_by_role("heading", level=1)).to_have_text("Costs")
    assert Claim.objects.filter(state__in=TO_LOOK_AT).count() == before - 1


def make_a_payment(fien: Page) -> Batch:
    """Look at who gets what, then make it."""
    fien.get_by_role("link", name="Payments", exact=True).click()
    expect(fien.get_by_role("heading", level=1)).to_have_text("Payments")
    check_page(fien)
    fien.get_by_role("link", name="Make a payment").click()
    check_page(fien)
    fien.get_by_role("button", name="Make this payment").click()
    expect(fien.get_by_role("heading", name="Next step")).to_be_visible()
    check_page(fien)
    made = Batch.objects.order_by("-created_at")[0]
    assert made.made_by is not None
    assert {claim.state for claim in Claim.objects.filter(transfers__batch=made)} == {"batched"}
    return made


def take_the_file(fien: Page, batch: Batch) -> None:
    """The file has the name by which the bank knows it."""
    with fien.expect_download() as taken:
        fien.get_by_role("link", name="File for the bank (XML)").click()
    assert taken.value.suggested_filename == f"{batch.message_id}.xml"
    assert "pain.001.001.09" in Path(taken.value.path()).read_text()


def see_it_on_the_account(fien: Page, batch: Batch) -> None:
    """Only now it is paid."""
    fien.get_by_role("link", name="I saw that it was paid").click()
    check_page(fien)
    fien.get_by_role("button", name="Save").click()
    expect(fien.get_by_role("heading", level=1)).to_have_text(f"Payment {batch.number}")
    check_page(fien)
    claims = Claim.objects.filter(transfers__batch=batch)
    assert {(claim.state, claim.paid_on) for claim in claims} == {("paid", clock.today())}


def sign_for_cash(site: Website) -> None:
    """Bea got the money and types her name."""
    person = person_of(site, "bea")
    receipt = CashPayment.objects.get(person=person, signed="", cancelled_at=None)
    bea = site.sign_in("bea", PHONE)
    bea.goto(site.path(f"mine/costs/receipts/{receipt.pk}/"))
    check_page(bea)
    bea.get_by_label("Your first name and family name").fill(person.name)
    bea.get_by_role("button", name="I have the money: sign").tap()
    expect(bea.get_by_text("Signed on the screen")).to_be_visible()
    check_page(bea)
    assert {claim.state for claim in receipt.claims.all()} == {"paid"}
