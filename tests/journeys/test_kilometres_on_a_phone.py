"""A volunteer claims kilometres on a phone: from the large button on their home to the trip sheet, in a minute."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from naast.companionship.models import Match, Visit
from naast.core import clock
from naast.expenses.models import Claim, CostYear, Declaration, PayAccount
from naast.people.models import Person
from naast.rates.models import Figure, OwnRate
from tests.journeys.checks import check_page
from tests.journeys.scene import person_of
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

AN_ACCOUNT = "BE71 0961 2345 6769"


@pytest.fixture
def bea(site: Website) -> Person:
    """Bea visited twice, asked nothing yet and said nothing about other organisations; a kilometre has an amount."""
    person = person_of(site, "bea")
    Claim.objects.filter(cost_year__person=person).delete()
    CostYear.objects.filter(person=person).delete()
    PayAccount.objects.filter(person=person).delete()
    match = Match.objects.filter(volunteer=person, state="running").earliest("pk")
    Visit.objects.filter(match__volunteer=person).delete()
    for days in (2, 9):
        day = clock.today() - timedelta(days=days)
        Visit.objects.create(organisation=site.organisation, match=match, visited_on=day)
    OwnRate.objects.filter(organisation=site.organisation, figure=Figure.CAR).delete()
    OwnRate.objects.create(
        organisation=site.organisation,
        figure=Figure.CAR,
        valid_from=date(clock.today().year - 1, 1, 1),
        amounts={"rate": 4300},
        source="Invented for this journey",
    )
    return person


@pytest.mark.covers("S2-38")
def test_kilometres_of_two_visits_in_a_minute(site: Website, bea: Person) -> None:
    phone = site.sign_in("bea", PHONE)
    say_it_once(phone)
    send_two_visits(phone)
    assert sorted(Claim.objects.filter(cost_year__person=bea).values_list("km", "cents")) == [
        (12_500, 538),
        (14_000, 602),
    ]
    say_where_to_pay(phone, bea)
    look_at_the_trip_sheet(phone)
    take_one_back(phone, bea)


def say_it_once(phone: Page) -> None:
    """The first question of the year: nobody else pays her."""
    phone.goto("/")
    phone.get_by_role("link", name="My costs", exact=True).click()
    check_page(phone)
    phone.get_by_role("link", name="Kilometres of visits").first.click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("My declaration")
    check_page(phone)
    phone.get_by_label("No, only you").check()
    phone.get_by_role("button", name="I say so on my honour").click()
    assert Declaration.objects.filter(ended_at__isnull=True, has_others=False).exists()


def send_two_visits(phone: Page) -> None:
    """Two visits, each with its kilometres, by car from home."""
    expect(phone.get_by_role("heading", level=1)).to_have_text("Kilometres of visits")
    check_page(phone)
    ticks, kilometres = phone.locator("[name^=visit_]"), phone.locator("[name^=km_]")
    expect(ticks).to_have_count(2)
    for place, km in enumerate(("12,5", "14")):
        ticks.nth(place).check()
        kilometres.nth(place).fill(km)
    phone.get_by_label("By car").check()
    phone.get_by_role("button", name="Send").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("My costs")


def say_where_to_pay(phone: Page, bea: Person) -> None:
    """The page asks for the account when it is needed."""
    phone.get_by_role("link", name="Write it down").click()
    check_page(phone)
    phone.get_by_label("Account number (IBAN)").fill(AN_ACCOUNT)
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("My costs")
    assert PayAccount.objects.get(person=bea).iban == AN_ACCOUNT.replace(" ", "")


def look_at_the_trip_sheet(phone: Page) -> None:
    """Both ways stand there, with all kilometres together."""
    check_page(phone)
    phone.get_by_role("link", name="My trip sheet").click()
    expect(phone.get_by_text("26.5")).to_be_visible()
    check_page(phone)
    phone.get_by_role("link", name="My costs", exact=True).first.click()


def take_one_back(phone: Page, bea: Person) -> None:
    """A slip is taken back as long as nobody agreed; the visit can be sent again."""
    phone.locator("main ul.rows a", has_text="Travel").first.click()
    expect(phone.get_by_role("button", name="Take it back")).to_be_visible()
    check_page(phone)
    phone.get_by_role("button", name="Take it back").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("My costs")
    assert Claim.objects.filter(cost_year__person=bea, state="withdrawn").count() == 1
    phone.get_by_role("link", name="Kilometres of visits").first.click()
    expect(phone.locator("[name^=visit_]")).to_have_count(1)
