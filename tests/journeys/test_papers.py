"""Papers: read, asked about and signed on a phone; signed with a pen; and read again after a year."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from naast.agreements.models import Copy, CopyState, DocumentKind, Signature
from naast.core import clock
from tests.journeys.checks import check_page
from tests.journeys.scene import person_of
from tests.journeys.website import Website
from tests.journeys.windows import PHONE
from tests.pdf_checks import problems_of, words_of

ASKED = "Mag ik ook op zondag bellen?"
ANSWERED = "Ja, tot acht uur ’s avonds."
LIMIT = "Liever niet tillen"


def paper_of(site: Website, login: str, kind: str) -> Copy:
    """One paper of somebody of the cast."""
    copy: Copy = Copy.objects.get(person=person_of(site, login), version__document__kind=kind)
    return copy


@pytest.mark.covers("S0-33", "S2-33")
def test_a_volunteer_asks_and_signs_on_a_phone(site: Website) -> None:
    site.forgive("422")
    copy = paper_of(site, "bea", DocumentKind.AGREEMENT)
    bea, lies = site.sign_in("bea", PHONE), site.sign_in("lies")
    read_and_ask(bea, copy)
    answer(lies)
    write_a_limit_and_sign(bea, copy)
    sign_too(lies, copy)
    keep_the_pdf(bea, copy)


def open_own(bea: Page, copy: Copy) -> None:
    """From home to one of one's own papers."""
    bea.get_by_role("link", name="To my papers").tap()
    expect(bea.get_by_role("heading", level=1)).to_have_text("My papers")
    check_page(bea)
    bea.locator("main").get_by_role("link", name=copy.version.document.name).first.tap()
    expect(bea.get_by_role("heading", level=1)).to_have_text(copy.content["title"])
    check_page(bea)


def read_and_ask(bea: Page, copy: Copy) -> None:
    """From home to the paper, and a question about the second clause."""
    bea.goto("/")
    open_own(bea, copy)
    bea.get_by_role("link", name="Ask a question about this").nth(1).tap()
    bea.get_by_label("What would you like to ask?").fill(ASKED)
    check_page(bea)
    bea.get_by_role("button", name="Send").tap()
    expect(bea.get_by_text(ASKED)).to_be_visible()


def answer(lies: Page) -> None:
    """From the list of questions to the answer."""
    lies.goto("/")
    lies.get_by_role("link", name="Preparing").first.click()
    lies.get_by_role("link", name="Signing").first.click()
    check_page(lies)
    lies.get_by_role("link", name="Questions to answer").click()
    lies.locator("tr", has_text="Bea Buitengewoon").get_by_role("link").last.click()
    check_page(lies)
    card = lies.locator(".card", has_text=ASKED)
    card.get_by_role("link", name="Answer this question").click()
    check_page(lies)
    lies.get_by_label("Our answer").fill(ANSWERED)
    lies.get_by_role("button", name="Answer").click()
    expect(lies.get_by_text(ANSWERED)).to_be_visible()


def write_a_limit_and_sign(bea: Page, copy: Copy) -> None:
    """The answer stands beside the text; a limit of one's own goes into it; then the tick and the button."""
    bea.reload()
    expect(bea.get_by_text(ANSWERED)).to_be_visible()
    bea.get_by_role("link", name="Write down my own limits").tap()
    bea.get_by_label("My own limits").fill(LIMIT)
    check_page(bea)
    bea.get_by_role("button", name="Put them in the text").tap()
    expect(bea.get_by_text(LIMIT).first).to_be_visible()
    bea.get_by_role("button", name="Sign").tap()
    expect(bea.get_by_text("Tick this first").first).to_be_visible()
    check_page(bea)
    bea.get_by_label("I read this and I understand it.").check()
    bea.get_by_role("button", name="Sign").tap()
    expect(bea.get_by_text("Thank you. We sign too").first).to_be_visible()
    copy.refresh_from_db()
    assert copy.frozen_at is not None


def sign_too(lies: Page, copy: Copy) -> None:
    """The coordinator reads the same text and signs."""
    lies.get_by_role("link", name="Signing").first.click()
    lies.get_by_role("link", name="Waits for us").click()
    lies.locator("tr", has_text="Bea Buitengewoon").get_by_role("link").last.click()
    expect(lies.get_by_text(LIMIT).first).to_be_visible()
    lies.get_by_role("button", name="Sign for the organisation").click()
    expect(lies.get_by_text("Signed for the organisation.")).to_be_visible()
    check_page(lies)
    copy.refresh_from_db()
    assert copy.state == CopyState.SIGNED


def keep_the_pdf(bea: Page, copy: Copy) -> None:
    """The copy to keep: readable for everybody, with both names and the limit."""
    bea.reload()
    check_page(bea)
    address = bea.get_by_role("link", name="My copy as a PDF").get_attribute("href")
    got = bea.context.request.get(f"{bea.url.split('/o/')[0]}{address}")
    assert got.headers["content-type"] == "application/pdf"
    assert problems_of(got.body()) == []
    words = words_of(got.body())
    assert all(part in words for part in ("Bea Buitengewoon", "Lies", LIMIT, copy.checksum[:8]))


def test_another_signs_with_a_pen(site: Website) -> None:
    its: dict[str, Any] = {"state": CopyState.OPEN, "person__user": None}
    waiting = Copy.objects.filter(organisation=site.organisation, **its)
    copy = waiting.filter(version__document__kind=DocumentKind.SECRECY).order_by("pk")[0]
    lies = site.sign_in("lies")
    lies.goto(f"/o/{site.organisation.slug}/prepare/signing/{copy.person_id}/")
    check_page(lies)
    lies.get_by_role("link", name=copy.version.document.name).first.click()
    lies.get_by_role("link", name="Print it, with lines to sign").click()
    check_page(lies)
    expect(lies.get_by_text(copy.checksum[:8])).to_be_visible()
    lies.get_by_role("link", name="Back to the text").click()
    lies.get_by_role("link", name="They signed on paper").click()
    check_page(lies)
    lies.get_by_label("On paper").check()
    lies.get_by_label("The checksum at the end of the paper").fill(copy.checksum[:12])
    lies.get_by_label("Where is the paper kept?").fill("Blauwe map")
    lies.get_by_role("button", name="Write it down").click()
    expect(lies.get_by_text("Blauwe map").first).to_be_visible()
    check_page(lies)
    copy.refresh_from_db()
    assert (copy.state, copy.signed_on) == (CopyState.SIGNED, clock.today())
    assert set(Signature.objects.filter(copy=copy).values_list("how", flat=True)) == {"on_paper"}


@pytest.mark.covers("S0-51")
def test_after_a_year_five_questions_and_a_yes(site: Website) -> None:
    copy = paper_of(site, "bea", DocumentKind.SECRECY)
    before = copy.holds_until
    bea = site.sign_in("bea", PHONE)
    bea.goto("/")
    open_own(bea, copy)
    bea.get_by_role("link", name="Read it again").tap()
    expect(bea.get_by_role("button", name="See what fits best")).to_be_visible()
    check_page(bea)
    for fieldset in bea.locator("fieldset").all():
        fieldset.get_by_role("radio").first.check()
    bea.get_by_role("button", name="See what fits best").tap()
    expect(bea.get_by_role("button", name="I keep to it")).to_be_visible()
    check_page(bea)
    bea.get_by_role("button", name="I keep to it").tap()
    expect(bea.get_by_text("Thank you. That holds for a while again.")).to_be_visible()
    check_page(bea)
    copy.refresh_from_db()
    assert before is not None
    assert copy.holds_until == before.replace(year=before.year + 1)
