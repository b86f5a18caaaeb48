"""A participant is not content with a volunteer: a mediator outside the line listens, the two talk it over at one
table, and the coordinator knows of nothing."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from naast.complaints.models import Complaint, MediatedTalk
from naast.core import clock
from tests.journeys.checks import check_page
from tests.journeys.scene import person_of
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

FACTS = "Er werd over mij gepraat in de gang, terwijl ik erbij zat."
SHARED = "Iemand hoorde over zich praten in de gang, en vond dat naar."
SAID = "Beiden zegden hoe het voelde."
PIET, BEA = "Ik werd er klein van.", "Ik dacht dat hij het niet hoorde."


@pytest.mark.covers("S1-272", "S4-22")
def test_a_complaint_is_talked_over_at_one_table(site: Website) -> None:
    site.forgive("404")
    Complaint.objects.all().delete()
    mats, lies = site.sign_in("mats"), site.sign_in("lies")
    piet, bea = site.sign_in("piet", PHONE), site.sign_in("bea", PHONE)
    tell_it(piet)
    complaint = Complaint.objects.get()
    hear_it(mats, site)
    not_for_the_coordinator(lies, site, complaint)
    say_how_i_see_it(bea, BEA)
    say_how_i_see_it(piet, PIET)
    plan_the_talk(mats, site, complaint)
    for own in (piet, bea):
        the_day_suits(own, site, complaint)
    MediatedTalk.objects.update(starts_at=clock.now() - timedelta(hours=2))
    talk_and_answer(mats, site, complaint)
    both_look_back_and_it_closes(mats, piet, bea, site, complaint)
    complaint.refresh_from_db()
    assert (complaint.state, complaint.closed_on) == ("closed", clock.today())


def tell_it(piet: Page) -> None:
    """Three questions on a phone; the coordinator is kept out."""
    piet.goto("/")
    piet.get_by_role("link", name="Not content with something?").tap()
    expect(piet.get_by_role("heading", level=1)).to_have_text("Not content with something")
    check_page(piet)
    piet.get_by_role("link", name="Tell it").first.tap()
    piet.get_by_label("In your own words", exact=True).fill(FACTS)
    piet.get_by_label("I saw or heard it myself").check()
    piet.get_by_role("radio", name="A volunteer").check()
    piet.get_by_label("Or say it in your own words").fill("Bea")
    piet.get_by_label("Mats Middenin").check()
    piet.get_by_label("No coordinator may read this").check()
    piet.get_by_label("The other side may know that it was me").check()
    check_page(piet)
    piet.get_by_role("button", name="Send").tap()
    expect(piet.get_by_text(FACTS)).to_be_visible()
    check_page(piet)


def hear_it(mats: Page, site: Website) -> None:
    """The mediator hears it, finds out who it is about, and asks the other side."""
    mats.goto("/")
    mats.get_by_role("link", name="A volunteer").first.click()
    mats.get_by_role("button", name="Say that you heard it").click()
    mats.get_by_role("link", name="Say who sits on the other side").click()
    mats.get_by_role("searchbox", name="Find a name").fill("Bea")
    mats.get_by_role("searchbox", name="Find a name").press("Enter")
    mats.get_by_label("A volunteer").select_option(str(person_of(site, "bea").pk))
    mats.get_by_role("button", name="Save").click()
    mats.get_by_role("link", name="Ask the other side").click()
    mats.get_by_label("What may the other side read?").fill(SHARED)
    check_page(mats)
    mats.get_by_role("button", name="Save").click()
    expect(mats.get_by_text(SHARED)).to_be_visible()
    check_page(mats)


def not_for_the_coordinator(lies: Page, site: Website, complaint: Complaint) -> None:
    """She does not know that it exists."""
    lies.goto(site.path("heard/complaints/"))
    expect(lies.get_by_role("heading", level=1)).to_be_visible()
    assert str(complaint.pk) not in lies.content()
    answer = lies.goto(site.path(f"heard/complaints/{complaint.pk}/"))
    assert answer is not None
    assert answer.status == 404


def say_how_i_see_it(own: Page, words: str) -> None:
    """In one's own words."""
    own.goto("/")
    own.get_by_role("link", name="Not content with something?").tap()
    own.locator("ul.rows a").filter(has_text=re.compile("To talk over|A volunteer")).tap()
    own.get_by_role("link", name="Say how I see it").tap()
    own.get_by_label("How do you see it?").fill(words)
    own.get_by_role("button", name="Save").tap()
    expect(own.get_by_text(words)).to_be_visible()
    check_page(own)


def plan_the_talk(mats: Page, site: Website, complaint: Complaint) -> None:
    """One talk, three people."""
    mats.goto(site.path(f"heard/complaints/{complaint.pk}/"))
    mats.get_by_role("link", name="Plan the talk").click()
    mats.get_by_label("Day").fill((clock.today() + timedelta(days=3)).isoformat())
    mats.get_by_label("Hour").fill("14:00")
    mats.get_by_label("Where").fill("Buurthuis, kamer boven")
    check_page(mats)
    mats.get_by_role("button", name="Save").click()
    expect(mats.get_by_text("Buurthuis, kamer boven")).to_be_visible()


def the_day_suits(own: Page, site: Website, complaint: Complaint) -> None:
    """A yes from each of the two."""
    own.goto(site.path(f"mine/complaints/{complaint.pk}/"))
    own.get_by_role("link", name="Does it suit me?").tap()
    own.get_by_label("Yes, I’ll be there").check()
    check_page(own)
    own.get_by_role("button", name="Save").tap()
    expect(own.get_by_text("Buurthuis, kamer boven")).to_be_visible()


def talk_and_answer(mats: Page, site: Website, complaint: Complaint) -> None:
    """What was said, and the answer for both."""
    mats.goto(site.path(f"heard/complaints/{complaint.pk}/"))
    mats.get_by_role("link", name="Write down the talk").click()
    mats.get_by_label("What was said?").fill(SAID)
    mats.get_by_role("button", name="Save").click()
    mats.get_by_role("link", name="Give the answer").click()
    mats.get_by_label("What did you find?").fill("Het was niet zo bedoeld, en het deed wel pijn.")
    mats.get_by_label("What was agreed?").fill("Over iemand praten we met die persoon erbij.")
    mats.get_by_role("button", name="Save").click()
    expect(mats.get_by_role("heading", name="The answer", exact=True)).to_be_visible()
    check_page(mats)


def both_look_back_and_it_closes(
    mats: Page, piet: Page, bea: Page, site: Website, complaint: Complaint
) -> None:
    """Six weeks on."""
    Complaint.objects.filter(pk=complaint.pk).update(look_back_on=clock.today())
    for own in (piet, bea):
        own.goto(site.path(f"mine/complaints/{complaint.pk}/"))
        expect(own.get_by_text(SAID)).to_be_visible()
        expect(own.get_by_text(PIET)).to_be_visible()
        own.get_by_role("link", name="Look back").tap()
        own.get_by_label("Good like this").check()
        own.get_by_role("button", name="Save").tap()
        expect(own.get_by_text("How I look back")).to_be_visible()
    mats.goto(site.path(f"heard/complaints/{complaint.pk}/"))
    mats.get_by_role("button", name="Close").click()
    expect(mats.get_by_text("Closed, looked back together").first).to_be_visible()
    piet.goto(site.path(f"mine/complaints/{complaint.pk}/"))
    expect(piet.get_by_role("heading", name="Who read it")).to_be_visible()
    check_page(piet)
