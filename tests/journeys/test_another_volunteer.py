"""A participant would rather have somebody else: no reason asked, and somebody calls."""

import pytest
from playwright.sync_api import Page, expect

from naast.companionship.models import Match
from tests.journeys.checks import check_page
from tests.journeys.scene import person_of, unfold
from tests.journeys.website import Website
from tests.journeys.windows import PHONE


@pytest.mark.covers("S1-31")
def test_another_volunteer_please_needs_no_reason(site: Website) -> None:
    match = Match.objects.get(participant=person_of(site, "piet"), state="running")
    volunteer = match.volunteer
    # The coach of the match: it is on that desk.
    piet, karim = site.sign_in("piet", PHONE), site.sign_in("karim")
    assert match.coach is not None
    assert match.coach.user == site.user("karim")
    ask_for_another(piet, volunteer.first_name)
    talk_and_stop(karim, volunteer.first_name)
    look_again(karim, volunteer.name)
    piet.goto("/")
    expect(piet.get_by_text("Nobody yet.")).to_be_visible()


def ask_for_another(piet: Page, volunteer: str) -> None:
    """From home in three taps, without a word."""
    piet.goto("/")
    piet.locator("main").get_by_role("link", name=volunteer).first.tap()
    piet.get_by_role("link", name="Another volunteer, please").tap()
    expect(piet.get_by_role("heading", level=1)).to_have_text("Another volunteer, please")
    check_page(piet)
    piet.get_by_role("button", name="Send").tap()
    expect(piet.get_by_text("We heard you.")).to_be_visible()
    expect(piet.get_by_text("You asked for a change. Somebody calls you soon.")).to_be_visible()


def talk_and_stop(karim: Page, volunteer: str) -> None:
    """It stands on the desk, today; after the talk the match ends and the wish waits again."""
    karim.goto("/")
    asked = karim.locator("li.attention").filter(
        has_text=f"Piet would like another volunteer than {volunteer}."
    )
    # Who waits longest stands first; the rest is one click away.
    unfold(karim)
    asked.get_by_role("link", name="Call").click()
    karim.get_by_role("link", name="We talked about it").click()
    karim.get_by_label("What did you agree?").fill(
        "Piet zoekt liever iemand die van voetbal houdt."
    )
    karim.get_by_role("button", name="Save").click()
    karim.get_by_role("link", name="Stop earlier").click()
    reasons = karim.get_by_role("group", name="Why?")
    reasons.get_by_role("radio", name="Expected something else of each other").check()
    check_page(karim)
    karim.get_by_role("group", name="On whose initiative?").get_by_role("radio").first.check()
    karim.get_by_label("The participant would like somebody else").check()
    karim.get_by_role("button", name="Save").click()
    expect(karim.get_by_text("The match has ended.")).to_be_visible()


def look_again(karim: Page, volunteer: str) -> None:
    """The wish is among the waiting ones, and the same volunteer is not proposed again."""
    wish = Match.objects.get(volunteer__given_name=volunteer.split()[0], end_reason__gt="").request
    assert wish is not None
    karim.goto(f"/o/de-brug/requests/{wish.pk}/shortlist/")
    expect(karim.get_by_role("heading", level=1)).to_have_text("Side by side")
    expect(karim.locator("main").get_by_role("heading", name=volunteer)).to_have_count(0)
