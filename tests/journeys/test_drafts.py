"""What somebody typed is never lost: a reload, a lost network, a session that ended."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from naast.companionship.models import Match
from naast.core.models import Draft
from tests.journeys.codes import sign_in_with_code
from tests.journeys.scene import person_of
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

WORDS = "De sleutel ligt nu bij de buurvrouw."
MORE = " En Piet wil graag naar de zee."


@pytest.fixture
def form(site: Website) -> Page:
    """Bea on her phone, with the form of a visit."""
    match = Match.objects.filter(volunteer=person_of(site, "bea"), state="running").first()
    assert match is not None
    bea = site.sign_in("bea", PHONE)
    bea.goto(site.path(f"visits/i-was-there/?match={match.pk}"))
    return bea


def write(page: Page, words: str) -> None:
    """Type like a person: the newest words at the end."""
    box = page.get_by_label("Anything to pass on?")
    box.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def expect_words(page: Page, words: str) -> None:
    """The text is in the form, and the page says so."""
    expect(page.get_by_label("Anything to pass on?")).to_have_value(words)
    expect(page.get_by_text("We kept what you wrote.")).to_be_visible()


def until_kept_on_this_device(page: Page) -> None:
    """Wait until the script noticed that the server can't be reached."""
    for _ in range(50):
        if page.evaluate("localStorage.length"):
            return
        page.wait_for_timeout(100)
    pytest.fail("Nothing was kept on this device")


def test_words_survive_a_reload_and_are_gone_once_sent(site: Website, form: Page) -> None:
    with form.expect_response("**/draft/"):
        write(form, WORDS)
    form.reload()
    expect_words(form, WORDS)
    form.get_by_role("button", name="Send").click()
    expect(form.get_by_role("heading", level=1)).to_contain_text("Thank you")
    assert not Draft.objects.exists()


def test_words_survive_a_lost_network(site: Website, form: Page) -> None:
    site.forgive("ERR_INTERNET_DISCONNECTED")
    form.context.set_offline(True)
    write(form, WORDS)
    until_kept_on_this_device(form)
    form.context.set_offline(False)
    form.reload()
    expect_words(form, WORDS)


def test_words_survive_a_session_that_ended(site: Website, form: Page) -> None:
    with form.expect_response("**/draft/"):
        write(form, WORDS)
    Session.objects.all().delete()
    site.forgive("draft")
    write(form, MORE)
    form.get_by_role("button", name="Send").click()
    expect(form.get_by_role("heading", level=1)).to_have_text("Good to see you")
    sign_in_with_code(form, "bea")
    expect_words(form, WORDS + MORE)


def test_one_can_start_with_an_empty_form_again(site: Website, form: Page) -> None:
    with form.expect_response("**/draft/"):
        write(form, WORDS)
    form.reload()
    with form.expect_response("**/draft/"):
        form.get_by_role("button", name="Empty this form").click()
    expect(form.get_by_label("Anything to pass on?")).to_have_value("")
    assert not Draft.objects.exists()
