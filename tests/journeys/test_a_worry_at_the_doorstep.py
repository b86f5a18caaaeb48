"""A worry at the doorstep, without network: it is written, kept on the phone, sent once, and read by one person."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from naast.companionship.models import Match, MatchState
from naast.core import clock
from naast.messaging.models import Message
from naast.organisations.models import Function, Membership
from naast.signals.models import Signal
from tests.factories import member
from tests.journeys.checks import check_page
from tests.journeys.outside import arrive
from tests.journeys.scene import alone, free_volunteer
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

WORDS = "De post van drie weken ligt achter de deur, en niemand doet open."
OTHER = "Morgen bel ik nog eens aan."


@pytest.fixture
def trusted(site: Website) -> Membership:
    """Sofie is a contact person beside Vera; Bea stands beside Piet; nobody told anything yet."""
    Signal.objects.all().delete()
    Message.objects.filter(kind="signal").delete()
    programme = site.programme("buddy")
    lies = Membership.objects.get(organisation=site.organisation, user=site.user("lies"))
    Match.objects.create(
        organisation=site.organisation,
        programme=programme,
        participant=alone(site, "piet"),
        volunteer=free_volunteer(site, "bea", programme),
        state=MatchState.RUNNING,
        state_since=clock.now(),
        started_on=clock.today() - timedelta(days=90),
        coach=lies,
        fallback=lies,
        professional=lies,
    )
    return member(site.organisation, Function.SAFEGUARDING, name="Sofie Vertrouwd")


def until(page: Page, truth: str) -> None:
    """Wait for something in the page; the content policy forbids Playwright's own way."""
    for _ in range(80):
        if page.evaluate(truth):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"never: {truth}")


def at_the_doorstep(site: Website) -> Page:
    """Bea opened her home this morning; now there is no network."""
    site.forgive("ERR_INTERNET_DISCONNECTED")
    site.forgive("Failed to load resource")
    bea = site.sign_in("bea", PHONE)
    bea.goto(site.path("volunteer/"))
    until(bea, "localStorage.getItem('naast-noticed-page') !== null")
    until(bea, "navigator.serviceWorker.controller !== null")
    bea.context.set_offline(True)
    return bea


def waiting(page: Page) -> int:
    """How many signals wait on this phone."""
    count: int = page.evaluate(
        "Object.keys(localStorage).filter((name) => name.startsWith('naast-noticed:')).length"
    )
    return count


def write(page: Page, words: str) -> None:
    """The first of the three questions; the other two are fine as they are."""
    page.get_by_label("What did you see or hear yourself?").fill(words)
    page.get_by_role("button", name="Pass it on").tap()


@pytest.mark.covers("S3-13")
def test_a_worry_without_network_is_kept_and_sent_once(site: Website, trusted: Membership) -> None:
    bea = at_the_doorstep(site)
    bea.get_by_role("link", name="I noticed something").first.tap()
    expect(bea.get_by_role("heading", level=1)).to_have_text("I noticed something")
    expect(bea.get_by_role("link", name="Call 112")).to_be_visible()
    expect(bea.get_by_text("Sofie Vertrouwd").first).to_be_visible()
    check_page(bea)

    write(bea, WORDS)
    expect(bea.get_by_text("kept on this phone, and sent by itself")).to_be_visible()
    expect(bea.get_by_label("What did you see or hear yourself?")).to_have_value("")
    assert (waiting(bea), Signal.objects.count()) == (1, 0)

    bea.context.set_offline(False)
    expect(bea.get_by_text("What waited on this phone has been sent.")).to_be_visible()
    signal = Signal.objects.get()
    assert (signal.saw, signal.path, waiting(bea)) == (WORDS, "safeguarding", 0)
    told = Message.objects.filter(kind="signal").values_list("user", flat=True)
    assert set(told) == {trusted.user_id, site.user("vera").pk}
    bea.goto(site.path("mine/noticed/told/"))
    bea.get_by_role("link", name="A worry about somebody").tap()
    expect(bea.get_by_text(WORDS)).to_be_visible()
    arrive(bea, "A worry about somebody")


def test_what_waits_on_the_phone_can_be_wiped(site: Website, trusted: Membership) -> None:
    bea = at_the_doorstep(site)
    bea.goto(site.path("mine/noticed/danger/"))
    write(bea, OTHER)
    bea.get_by_role("button", name="Wipe it from this phone").tap()
    expect(bea.get_by_text("Wiped from this phone.")).to_be_visible()
    assert waiting(bea) == 0
    bea.context.set_offline(False)
    bea.goto(site.path("volunteer/"))
    assert not Signal.objects.exists()


def test_with_network_a_worry_takes_two_taps_and_a_few_words(
    site: Website, trusted: Membership
) -> None:
    bea = site.sign_in("bea", PHONE)
    bea.goto(site.path("volunteer/"))
    bea.get_by_role("link", name="I noticed something").first.tap()
    arrive(bea, "I noticed something")
    bea.get_by_role("link", name="A worry about somebody").tap()
    arrive(bea, "A worry about somebody")
    write(bea, WORDS)
    expect(bea.get_by_text(WORDS)).to_be_visible()
    assert Signal.objects.get().saw == WORDS


def test_somebody_else_on_the_same_phone_sends_nothing_of_it(
    site: Website, trusted: Membership
) -> None:
    bea = at_the_doorstep(site)
    bea.goto(site.path("mine/noticed/"))
    write(bea, WORDS)
    expect(bea.get_by_text("kept on this phone, and sent by itself")).to_be_visible()
    piet = site.sign_in("piet", PHONE)
    bea.context.clear_cookies()
    bea.context.add_cookies(
        [
            {"name": each["name"], "value": each["value"], "url": site.address}
            for each in piet.context.cookies()
        ]
    )
    bea.context.set_offline(False)
    bea.goto(site.path("participant/"))
    bea.wait_for_load_state("networkidle")
    assert (waiting(bea), Signal.objects.count()) == (1, 0)


def test_signing_out_anywhere_wipes_the_page_that_stayed_on_the_phone(
    site: Website, trusted: Membership
) -> None:
    bea = at_the_doorstep(site)
    bea.context.set_offline(False)
    bea.goto(site.path("programmes/"))
    assert bea.evaluate("caches.has('naast-noticed')")
    assert bea.locator("script[src*='noticed']").count() == 0
    with bea.expect_navigation():
        bea.evaluate("document.querySelector('form[data-sign-out]').requestSubmit()")
    assert not bea.evaluate("caches.has('naast-noticed')")
