"""The six pages that must be good first: at 400 %, in the dark, on paper, in French."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from naast.companionship.models import Request
from tests.journeys.checks import axe_problems, check_page, width_problems
from tests.journeys.scene import person_of
from tests.journeys.website import Website
from tests.journeys.windows import DESK, PHONE, ZOOMED, Window

Address = Callable[[Website], str]


def shortlist(site: Website) -> str:
    """Side by side, for the wish that waits longest and for which nobody was proposed."""
    wishes = Request.objects.filter(organisation=site.organisation, status="waiting")
    wish = wishes.filter(matches__isnull=True).order_by("asked_on", "pk").first()
    assert wish is not None
    return site.path(f"requests/{wish.pk}/shortlist/")


def card(site: Website) -> str:
    """Bea's card."""
    return site.path(f"people/volunteers/{person_of(site, 'bea').pk}/")


def programme(site: Website) -> str:
    """The programme of the buddies."""
    return site.path(f"programmes/{site.programme('buddy').pk}/")


MAIN_PAGES: dict[str, tuple[str, Address]] = {
    "today": ("lies", lambda site: site.path("today/")),
    "side by side": ("lies", shortlist),
    "a volunteer": ("lies", card),
    "a programme": ("lies", programme),
    "home of a volunteer": ("bea", lambda site: site.path("volunteer/")),
    "home of a participant": ("piet", lambda site: site.path("participant/")),
}
every_main_page = pytest.mark.parametrize("name", MAIN_PAGES)


def opened(site: Website, name: str, window: Window, language: str, **more: str) -> Page:
    """One of the six, for whom it is meant."""
    login, address = MAIN_PAGES[name]
    page = site.sign_in(login, window, language=language, **more)
    came = page.goto(address(site))
    assert came is not None
    assert came.status == 200
    return page


@every_main_page
def test_at_four_hundred_percent_nothing_is_pushed_sideways(site: Website, name: str) -> None:
    page = opened(site, name, ZOOMED, "nl")
    assert not width_problems(page)


@every_main_page
def test_the_dark_has_enough_contrast(site: Website, name: str) -> None:
    page = opened(site, name, PHONE, "nl", color_scheme="dark")
    wrong = axe_problems(page)
    if wrong:
        pytest.fail("\n".join(wrong))


def test_a_programme_prints_like_a_leaflet(site: Website) -> None:
    lies = site.sign_in("lies")
    lies.goto(programme(site) + "sheet/")
    check_page(lies)
    lies.emulate_media(media="print")
    expect(lies.get_by_role("heading", level=1)).to_be_visible()
    for screen_only in ("navigation", "banner", "button"):
        for each in lies.get_by_role(screen_only).all():
            expect(each).to_be_hidden()
    sheets = len(re.findall(rb"/Type\s*/Page\b", lies.pdf(format="A4")))
    assert 1 <= sheets <= 6


def test_the_page_of_a_programme_prints_without_its_frame(site: Website) -> None:
    lies = opened(site, "a programme", DESK, "nl")
    lies.emulate_media(media="print")
    expect(lies.locator("nav.rail")).to_be_hidden()
    expect(lies.locator("header.top-bar")).to_be_hidden()
