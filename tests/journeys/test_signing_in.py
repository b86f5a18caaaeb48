"""The front door: a code by mail, and no other key needed; also with the keyboard alone."""

import pytest
from django.core import mail
from playwright.sync_api import Locator, Page, expect

from naast.desk.demo.houses import ADDRESS
from tests.journeys.checks import check_page
from tests.journeys.codes import code_in_mail
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

FOCUS_SHOWS = """() => {
  const style = getComputedStyle(document.activeElement);
  return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none';
}"""


def test_a_code_by_mail_opens_the_door(site: Website) -> None:
    site.reads("bea", "en")
    page = site.open(PHONE)
    page.goto("/")
    check_page(page)
    page.get_by_label("E-mail").first.fill(ADDRESS % "bea")
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_label("Code")).to_be_visible()
    check_page(page)
    page.get_by_label("Code").fill(code_in_mail())
    page.get_by_label("Code").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello Bea")


def test_an_unknown_address_gets_no_code_and_learns_nothing(site: Website) -> None:
    page = site.open()
    page.goto("/")
    page.get_by_label("E-mail").first.fill("niemand@demo.example")
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_label("Code")).to_be_visible()
    assert not any(
        "niemand@demo.example" in letter.to for letter in mail.outbox if "code" in letter.body
    )


def test_the_keyboard_is_enough(site: Website) -> None:
    site.reads("lies", "en")
    page = site.open()
    page.goto("/")
    tab_to(page, page.get_by_label("E-mail").first)
    page.keyboard.type(ADDRESS % "lies")
    page.keyboard.press("Enter")
    page.wait_for_url("**/code/**")
    tab_to(page, page.get_by_label("Code"))
    page.keyboard.type(code_in_mail())
    page.keyboard.press("Enter")
    page.wait_for_url("**/today/")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search")).to_be_focused()
    page.keyboard.type("Bea")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    tab_to(page, page.locator("main").get_by_role("link", name="Bea Buitengewoon"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bea Buitengewoon")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Go to the content")).to_be_focused()
    tab_to(page, page.get_by_role("link", name="Today"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/today/")
    tab_to(page, page.locator(".attention__actions a").first)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/today/" not in url)


def tab_to(page: Page, wanted: Locator, at_most: int = 60) -> None:
    """Press Tab until this has the focus; whatever has it on the way shows so."""
    for _ in range(at_most):
        if wanted.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
        where = page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        assert page.evaluate(FOCUS_SHOWS), f"No visible focus on {where}"
    pytest.fail(f"Not reached with {at_most} tabs: {wanted}")
