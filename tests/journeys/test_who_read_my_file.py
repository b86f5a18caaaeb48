"""A participant asks who read their file: the professional did today, and the page says so in plain words."""

import pytest
from playwright.sync_api import Page, expect

from naast.audit.models import Event
from tests.journeys.checks import check_page
from tests.journeys.outside import arrive
from tests.journeys.scene import person_of
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

READER = "Nele Naastbij"


@pytest.mark.covers("S2-3")
def test_a_participant_asks_who_read_their_file(site: Website) -> None:
    piet = person_of(site, "piet")
    Event.objects.filter(target_id=piet.pk, is_view=True).delete()
    nele = site.sign_in("nele")
    nele.goto(site.path(f"people/participants/{piet.pk}/"))
    arrive(nele, piet.name)
    own = site.sign_in("piet", PHONE)
    ask_from_home(own)
    expect(own.get_by_text(READER)).to_be_visible()
    expect(own.get_by_text("Professional", exact=False).first).to_be_visible()
    check_page(own)
    lies = site.sign_in("lies")
    look_it_up(lies, site, piet.given_name, piet.name)
    # That a coordinator looked it up is to be read as well.
    own.reload()
    expect(own.get_by_text("Lies Zonneveld")).to_be_visible()


def ask_from_home(own: Page) -> None:
    """From the home of the participant: what is written about me, and all of who read it."""
    own.goto("/")
    own.get_by_role("link", name="What is written about me, and who read it").first.tap()
    arrive(own, "About me")
    own.get_by_role("link", name="All of it").tap()
    arrive(own, "Who looked?")


def look_it_up(lies: Page, site: Website, typed: str, name: str) -> None:
    """A coordinator finds the same list."""
    lies.goto(site.path("privacy/looks/"))
    lies.get_by_label("Name").fill(typed)
    lies.get_by_role("button", name="Find").click()
    lies.get_by_role("link", name=name).first.click()
    arrive(lies, name)
    expect(lies.get_by_text(READER)).to_be_visible()
    check_page(lies)
