"""A volunteer tells something about the coordinator: it goes round them, the contact person handles it, and the
volunteer hears what came of it."""

import pytest
from playwright.sync_api import Page, expect

from naast.core import clock
from naast.organisations.models import Membership
from naast.signals.models import Signal
from naast.signals.states import Kind, Level, Path, State
from tests.journeys.checks import check_page
from tests.journeys.website import Website
from tests.journeys.windows import DESK, PHONE

SAW = "In de keuken werd hardop over mijn geldzaken gepraat."
ANSWER = "Dank je. Ik praatte erover, en het gebeurt niet meer."


@pytest.fixture
def told(site: Website) -> Signal:
    """Bea told something about Lies, who coordinates here."""
    lies = Membership.objects.get(organisation=site.organisation, user=site.user("lies"))
    bea = Membership.objects.get(organisation=site.organisation, user=site.user("bea"))
    return Signal.objects.create(
        organisation=site.organisation,
        kind=Kind.BOUNDARY,
        path=Path.DAILY,
        level=Level.TODAY,
        level_proposed=Level.TODAY,
        state_since=clock.now(),
        seen_on=clock.today(),
        reporter_id=bea.person_id,
        colleague=lies,
        saw=SAW,
    )


@pytest.mark.covers("S0-54", "S0-49")
def test_a_signal_about_the_coordinator_goes_round_them(site: Website, told: Signal) -> None:
    address = site.path(f"heard/{told.pk}/")
    for name in ("lies", "karim"):
        window = site.sign_in(name, DESK)
        site.forgive("404")
        window.goto(site.path("heard/"))
        assert window.locator(f"a[href='{address}']").count() == 0
        answer = window.goto(address)
        assert answer is not None
        assert answer.status == 404
    vera = site.sign_in("vera", DESK)
    vera.goto(address)
    expect(vera.get_by_text(SAW)).to_be_visible()
    check_page(vera)
    _handle(vera, address)
    told.refresh_from_db()
    assert told.state == State.CLOSED
    bea = site.sign_in("bea", PHONE)
    bea.goto(site.path(f"mine/noticed/told/{told.pk}/"))
    expect(bea.get_by_text(ANSWER)).to_be_visible()


def _handle(page: Page, address: str) -> None:
    """Taken up, made safe, decided, answered, closed: each by the main action of the page."""
    page.locator("form[action$='/take-up/'] button").first.click()
    _fill(page, f"{address}at-once/", words="Ik praat vandaag met beiden.")
    page.goto(f"{address}decision/")
    page.locator("input[name=outcome][value=talk]").check()
    page.locator("textarea[name=words]").fill("We spraken af hoe het voortaan gaat.")
    page.locator("input[name=told][value=yes]").check()
    _send(page)
    page.goto(f"{address}answer/")
    page.locator("input[name=way][value=here]").check()
    page.locator("textarea[name=words]").fill(ANSWER)
    _send(page)
    page.locator("form[action$='/close/'] button").click()


def _fill(page: Page, address: str, *, words: str) -> None:
    page.goto(address)
    page.locator("textarea[name=words]").fill(words)
    _send(page)


def _send(page: Page) -> None:
    page.locator("main form.form button[type=submit]").first.click()
    expect(page.locator("main form.form")).to_have_count(0)
