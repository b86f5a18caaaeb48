"""A task shifts and is settled: once it becomes part of the agreement, once it goes back to what was agreed."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from naast.companionship.models import Match, MatchState
from naast.core import clock
from naast.organisations.models import Membership
from naast.programmes.models import Programme
from naast.shifting.models import TaskShift
from tests.journeys.checks import check_page
from tests.journeys.scene import alone
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

IRONING, PILLS = "Samen strijken", "Pillendoos vullen"


@pytest.fixture
def match(site: Website) -> Match:
    """Bea beside Piet, with nothing told yet and nothing else that shifted."""
    bea, piet = alone(site, "bea"), alone(site, "piet")
    TaskShift.objects.all().delete()
    programme: Programme = site.programme("buddy")
    lies = Membership.objects.get(organisation=site.organisation, user=site.user("lies"))
    nele = Membership.objects.get(organisation=site.organisation, user=site.user("nele"))
    return Match.objects.create(
        organisation=site.organisation,
        programme=programme,
        participant=piet,
        volunteer=bea,
        state=MatchState.RUNNING,
        state_since=clock.now(),
        started_on=clock.today() - timedelta(weeks=3),
        coach=lies,
        fallback=lies,
        professional=nele,
    )


@pytest.mark.covers("S1-89", "S1-133")
def test_a_task_shift_is_settled(site: Website, match: Match) -> None:
    # The form is sent once without its answers.
    site.forgive("422")
    bea, lies = site.sign_in("bea", PHONE), site.sign_in("lies")
    for weeks in range(3):
        tell_of(bea, IRONING, weeks=weeks)
    open_from_the_desk(lies)
    answer_three_questions(lies)
    say_yes(bea)
    read_the_new_package(bea)
    tell_of(bea, PILLS)
    go_back(lies, match)
    read_why(bea)
    states = dict(match.task_shifts.values_list("words", "state"))
    assert states == {IRONING: "accepted", PILLS: "restored"}
    assert list(match.agreed_tasks.values_list("words", flat=True)) == [IRONING]


def tell_of(bea: Page, what: str, *, weeks: int = 0) -> None:
    """I was there, so many weeks ago, and we did something else too."""
    bea.goto("/")
    bea.get_by_role("link", name="I was there").tap()
    if weeks:
        bea.locator("summary").filter(has_text="Another day").first.tap()
        bea.get_by_label("Which day?").fill(f"{clock.today() - timedelta(weeks=weeks)}")
    bea.locator("summary").filter(has_text="A little more").first.tap()
    bea.get_by_label("Something else").fill(what)
    bea.get_by_role("button", name="Send").tap()
    expect(bea.get_by_role("heading", level=1)).to_have_text("Thank you for being there for Piet")


def open_from_the_desk(lies: Page) -> None:
    """Three times in three months: the list shows it, and the shift opens."""
    lies.goto("/")
    lies.locator("main").get_by_text(f"«{IRONING}», 3 times in three months").first.wait_for(
        state="attached"
    )
    lies.get_by_role("link", name="Support").first.click()
    lies.get_by_role("link", name="Tasks that shift").click()
    check_page(lies)
    lies.locator("main").get_by_role("link", name=IRONING).click()
    expect(lies.get_by_role("heading", level=1)).to_have_text(IRONING)
    check_page(lies)


def answer_three_questions(lies: Page) -> None:
    """Without words there is no asking; with them Bea is asked."""
    lies.get_by_role("link", name="Make it part of the agreement").click()
    lies.get_by_role("button", name="Ask the volunteer").click()
    expect(lies.get_by_role("heading", level=1)).to_have_text("Make it part of the agreement")
    lies.get_by_label("Can it be done safely").fill("Het ijzer slaat zelf af.")
    lies.get_by_label("What does it ask of the volunteer").fill("Een half uur, niet elke week.")
    lies.get_by_label("What do the professional and the participant do?").fill("Piet vouwt mee.")
    lies.get_by_label("Yes, easily").check()
    lies.get_by_label("Somebody saw them do it well").check()
    lies.get_by_label("Yes, gladly").check()
    lies.get_by_label("Which strength or wish").fill("Bea houdt van orde.")
    lies.get_by_label("The volunteer", exact=True).check()
    lies.get_by_label("Why?").fill("Het is een moment om te praten.")
    lies.get_by_label("The volunteer’s", exact=True).check()
    check_page(lies)
    lies.get_by_role("button", name="Ask the volunteer").click()
    expect(lies.get_by_text("The volunteer is asked.", exact=False).first).to_be_visible()


def say_yes(bea: Page) -> None:
    """From home, on a phone: read what was thought about, and agree."""
    bea.goto("/")
    bea.get_by_role("link", name="Shall we make this part of what you do?").first.tap()
    expect(bea.get_by_role("heading", level=1)).to_have_text(IRONING)
    expect(bea.get_by_text("Een half uur, niet elke week.")).to_be_visible()
    check_page(bea)
    bea.get_by_role("button", name="Yes, I agree").tap()
    expect(bea.get_by_text("It is part of your tasks from now on.", exact=False)).to_be_visible()


def read_the_new_package(bea: Page) -> None:
    """It stands among my tasks, and among what I can tick after a visit."""
    bea.goto("/")
    bea.get_by_role("link", name="My tasks").first.tap()
    expect(bea.locator("main").get_by_text(IRONING).first).to_be_visible()
    check_page(bea)
    bea.goto("/")
    bea.get_by_role("link", name="I was there").tap()
    bea.locator("summary").filter(has_text="A little more").first.tap()
    expect(bea.get_by_label(IRONING)).to_be_visible()


def go_back(lies: Page, match: Match) -> None:
    """Pills are not for Bea: thank her, and say how it goes from now on."""
    shift = match.task_shifts.get(words=PILLS)
    lies.get_by_role("link", name="Support").first.click()
    lies.get_by_role("link", name="Tasks that shift").click()
    lies.locator("main").get_by_role("link", name=PILLS).click()
    lies.get_by_role("link", name="Back to what was agreed").click()
    lies.get_by_label("Why?").fill("Je zag wat nodig was. Met pillen kan veel misgaan.")
    lies.get_by_label("From now on").fill("De verpleegkundige vult de doos.")
    check_page(lies)
    lies.get_by_role("button", name="Thank them and go back").click()
    expect(lies.get_by_role("heading", level=1)).to_have_text(shift.words)


def read_why(bea: Page) -> None:
    """Thanked, with the reason and how it goes on."""
    bea.goto("/")
    bea.get_by_role("link", name="My tasks").first.tap()
    bea.locator("main").get_by_role("link", name=PILLS).tap()
    expect(bea.get_by_text("Je zag wat nodig was.", exact=False)).to_be_visible()
    expect(bea.get_by_text("De verpleegkundige vult de doos.")).to_be_visible()
    check_page(bea)
