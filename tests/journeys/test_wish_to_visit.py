"""The main job in one go: from a participant's wish to a visit, and the desk on the next morning."""

from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import Page, expect

from naast.companionship.models import Match, Visit
from naast.core import clock
from naast.programmes.models import Engagement, Programme
from tests.journeys.checks import check_page
from tests.journeys.scene import alone, free_volunteer, person_of
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

WISH = "Elke week samen naar de markt, en daarna een koffie."


@pytest.fixture
def programme(site: Website) -> Programme:
    """A programme in which Bea is free and few others are."""
    programme = site.programme("buddy")
    others = Engagement.objects.filter(programme=programme).order_by("pk")[4:]
    Engagement.objects.filter(pk__in=others.values("pk")).delete()
    free_volunteer(site, "bea", programme)
    alone(site, "piet")
    # What the season passed on is read already: the desk shows what is new.
    Visit.objects.update(seen_at=clock.now())
    return programme


@pytest.mark.covers("S0-32", "S0-46")
def test_a_wish_becomes_a_match_that_lives(site: Website, programme: Programme) -> None:
    lies = site.sign_in("lies")
    bea, piet = site.sign_in("bea", PHONE), site.sign_in("piet", PHONE)
    write_the_wish(lies, programme)
    propose_bea(lies)
    say_yes(bea, "Would you like to meet Piet?")
    say_yes(piet, "Would you like to meet Bea?")
    meet_and_try(lies)
    read_the_wish(bea)
    visit_in_three_taps(bea)
    match = Match.objects.get(participant=person_of(site, "piet"))
    assert match.state == "trial"
    assert Visit.objects.get(match=match).mood == "good"
    the_next_morning(site)


def write_the_wish(lies: Page, programme: Programme) -> None:
    """From the desk, in the words of Piet, with his yes."""
    lies.goto("/")
    lies.get_by_role("link", name="Write down a wish").click()
    lies.get_by_label("Name of the participant").fill("Pluim")
    lies.keyboard.press("Enter")
    lies.locator("main").get_by_role("link", name="Piet Pluim").click()
    check_page(lies)
    lies.get_by_label("The wish, in the participant’s own words").fill(WISH)
    lies.get_by_label("Programme").select_option(label=programme.name)
    lies.get_by_label("The participant says yes to a volunteer").select_option("in_person")
    lies.get_by_role("button", name="Write it down").click()
    expect(lies.get_by_text("The wish is written down.")).to_be_visible()
    expect(lies.get_by_text(WISH)).to_be_visible()


def propose_bea(lies: Page) -> None:
    """Side by side: the wish and Bea, with reasons and never a figure."""
    lies.get_by_role("link", name="See who could stand beside").click()
    expect(lies.get_by_role("heading", level=1)).to_have_text("Side by side")
    if lies.locator("main").get_by_role("heading", name="Bea Buitengewoon").count() == 0:
        lies.locator("main").get_by_role("link", name="Bea Buitengewoon").first.click()
    expect(lies.get_by_role("heading", name="Bea Buitengewoon")).to_be_visible()
    expect(lies.get_by_text(WISH)).to_be_visible()
    check_page(lies)
    lies.get_by_label("Why this person?").fill("Allebei graag buiten.")
    lies.get_by_role("button", name="Propose").click()
    expect(lies.get_by_text("Bea was asked and has not answered yet.")).to_be_visible()


def say_yes(person: Page, question: str) -> None:
    """On a phone, from home: read and answer."""
    person.goto("/")
    person.get_by_role("link", name="Read and answer").click()
    expect(person.get_by_role("heading", level=1)).to_have_text(question)
    check_page(person)
    person.get_by_role("button", name="Yes, gladly").click()
    expect(person.get_by_text("Thank you. Your coordinator takes the next step")).to_be_visible()


def meet_and_try(lies: Page) -> None:
    """Plan the meeting of three, tell beforehand, note that it took place, start the trial."""
    lies.reload()
    lies.get_by_role("link", name="Plan the first meeting").click()
    soon = clock.now() + timedelta(minutes=5)
    lies.get_by_label("Day").fill(clock.today().isoformat())
    lies.get_by_label("Hour").fill(soon.strftime("%H:%M"))
    lies.get_by_label("Where").fill("Bij Piet thuis")
    lies.get_by_label("Who else comes along").fill("Lies")
    lies.get_by_role("button", name="Save").click()
    lies.get_by_role("link", name="Write down what you told").click()
    lies.get_by_label("What did you tell?").fill("Piet hoort rechts beter.")
    lies.get_by_role("button", name="Save").click()
    lies.get_by_role("link", name="The first meeting took place").click()
    lies.get_by_role("button", name="Save").click()
    lies.get_by_role("button", name="Start the trial").click()
    expect(lies.get_by_text("The trial has started.")).to_be_visible()
    check_page(lies)


def read_the_wish(bea: Page) -> None:
    """Bea reads the wish in the words of Piet, now that both said yes (S0-32)."""
    bea.goto("/")
    bea.locator("main").get_by_role("link", name="Piet").first.tap()
    expect(bea.get_by_role("heading", level=1)).to_have_text("Piet")
    expect(bea.get_by_text(WISH)).to_be_visible()
    check_page(bea)


def visit_in_three_taps(bea: Page) -> None:
    """I was there; how it was; send. And a word to pass on, so that the desk has something to read."""
    bea.goto("/")
    bea.get_by_role("link", name="I was there").tap()
    bea.get_by_label("Good", exact=False).first.tap()
    bea.get_by_label("Anything to pass on?").fill("De bel is stuk, kloppen werkt.")
    bea.get_by_role("button", name="Send").tap()
    expect(bea.get_by_role("heading", level=1)).to_have_text("Thank you for being there for Piet")
    check_page(bea)


def the_next_morning(site: Website) -> None:
    """The desk tells that Bea passed something on."""
    with time_machine.travel(clock.now() + timedelta(hours=20), tick=True):
        desk = site.sign_in("lies")
        desk.goto("/")
        passed_on = desk.get_by_text("Bea passed something on about the visit to Piet.")
        expect(passed_on.first).to_be_attached()
        check_page(desk)
