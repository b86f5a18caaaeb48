"""Somebody nears the ceiling of the year through another organisation: they say so once, and the page counts along."""

import pytest
import time_machine
from playwright.sync_api import Page, expect

from naast.expenses.models import Claim, CostSettings, CostYear, ProgrammeCosts
from naast.people.models import Person
from tests.journeys.checks import check_page
from tests.journeys.scene import person_of
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

# The ceilings of this year are known: 44.02 a day and 1,760.83 a year.
A_DAY = "2026-11-24"
ELSEWHERE = "1.690,00"


@pytest.fixture
def bea(site: Website) -> Person:
    """Bea has one programme that gives a fixed amount, and asked nothing yet."""
    person = person_of(site, "bea")
    Claim.objects.filter(cost_year__person=person).delete()
    CostYear.objects.filter(person=person).delete()
    CostSettings.objects.update_or_create(
        organisation=site.organisation, defaults={"flat_is_on": True}
    )
    ProgrammeCosts.objects.filter(organisation=site.organisation).update(pays_flat=False)
    programme = person.engagements.earliest("pk").programme
    ProgrammeCosts.objects.update_or_create(
        organisation=site.organisation,
        programme=programme,
        defaults={"pays_flat": True, "flat_amount": 4000},
    )
    return person


@pytest.mark.covers("S1-44")
def test_what_another_organisation_pays_counts_along(site: Website, bea: Person) -> None:
    phone = site.sign_in("bea", PHONE)
    with time_machine.travel(f"{A_DAY}T12:00:00+01:00"):
        tell_of_the_other(phone)
        ask_a_fixed_amount(phone, A_DAY)
        expect(phone.get_by_text("You are near what the law allows this year.")).to_be_visible()
        check_page(phone)
        # The second day is not sent: the form comes back with the reason.
        site.forgive("422")
        ask_a_fixed_amount(phone, "2026-11-23")
        expect(phone.get_by_text("all organisations together").first).to_be_visible()
        check_page(phone)
    claim = Claim.objects.get(cost_year__person=bea)
    assert (claim.cents, claim.warnings) == (4000, ["near_ceiling"])


def tell_of_the_other(phone: Page) -> None:
    """The declaration comes first; then the page says what is left."""
    phone.goto("/")
    phone.get_by_role("link", name="My costs", exact=True).click()
    phone.get_by_role("link", name="A fixed amount for a day").click()
    phone.get_by_label("Yes", exact=True).check()
    phone.get_by_label("Fixed amounts there, in the whole year").fill(ELSEWHERE)
    phone.get_by_role("button", name="I say so on my honour").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("A fixed amount for a day")
    phone.get_by_text("What is left this year").click()
    expect(phone.get_by_text("70.83")).to_be_visible()
    phone.get_by_text("Where this stands").first.click()
    expect(phone.get_by_text("securex.be").first).to_be_visible()
    check_page(phone)


def ask_a_fixed_amount(phone: Page, day: str) -> None:
    """One day."""
    if "fixed" not in phone.url:
        phone.get_by_role("link", name="A fixed amount for a day").click()
    phone.get_by_label("For which day").fill(day)
    phone.get_by_role("button", name="Send").click()
