"""Somebody is away: their desk comes to the deputy, and nobody is left without."""

import pytest
from playwright.sync_api import Page, expect

from naast.core import clock
from tests.journeys.website import Website

OWN = "How are you yourself?"
# What asks an administrator; her deputy is none, and could not open the page.
OF_AN_ADMINISTRATOR = "Amounts of the law"


@pytest.mark.covers("S2-34")
def test_the_deputy_sees_the_desk_of_who_is_away(site: Website) -> None:
    lies, karim = site.sign_in("lies"), site.sign_in("karim")
    waiting = sentences(lies)
    before = sentences(karim)
    # How she is doing herself is hers alone.
    not_theirs = (OWN, OF_AN_ADMINISTRATOR)
    only_on_hers = [
        each
        for each in waiting
        if each not in before and not any(words in each for words in not_theirs)
    ]
    assert only_on_hers
    lies.goto(site.path("me/"))
    lies.get_by_role("link", name="I will be away: name who stands in").click()
    today = clock.today().isoformat()
    lies.get_by_label("Who stands in").select_option(label="Karim Bruggenbouwer")
    lies.get_by_label("First day away").fill(today)
    lies.get_by_label("Last day away").fill(today)
    lies.get_by_role("button", name="Save").click()
    after = sentences(karim)
    assert not [each for each in only_on_hers if each not in after]


def sentences(page: Page) -> list[str]:
    """What stands on somebody's desk, also behind «more»."""
    page.goto("/")
    expect(page.locator(".attention__sentence").first).to_be_attached()
    return [text.strip() for text in page.locator(".attention__sentence").all_text_contents()]
