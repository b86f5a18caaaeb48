"""A coordinator goes along with somebody from an application to a start; and says a warm no."""

from datetime import timedelta

import pytest
import time_machine
from dateutil.relativedelta import relativedelta
from playwright.sync_api import Locator, Page, expect

from naast.core import clock
from naast.people.models import Person, VolunteerProfile
from naast.programmes.models import Engagement
from naast.recruitment.models import Application, Journey
from tests.journeys.checks import check_page
from tests.journeys.outside import arrive, last_letter, link_in, unhurried
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

NOOR, ADDRESS = "Noor", "noor@voorbeeld.example"
ROLE = "Buddy: naast iemand gaan staan"
WHY = "Mijn oma kreeg hier ook bezoek."
QUESTION, ANSWER = "Mag mijn hond mee?", "Ja, als de ander van honden houdt."
SHARED = "Noor wil klein beginnen, om de week."


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    unhurried(monkeypatch)


@pytest.mark.covers("S1-29", "S1-39", "S1-238")
def test_from_an_application_to_a_start(site: Website) -> None:
    lies, noor = site.sign_in("lies"), site.open(PHONE)
    keep_the_way_short(lies, site)
    write_it_down(lies)
    invite(lies)
    noor.goto(link_in(last_letter(ADDRESS)))
    choose_a_moment(noor)
    ask(noor)
    answer(lies)
    with time_machine.travel(clock.now() + timedelta(days=5), tick=True):
        lies = site.sign_in("lies")
        lead_the_talk(lies)
        read_what_was_noted(noor)
        go_on_to_the_agreement(lies)
        agree_on_the_facts(lies)
        decide_that_it_fits(lies)
        noor.goto(link_in(last_letter(ADDRESS)))
        choose_freely(noor)
        start(lies)
        began(lies)
    person = Person.objects.get(given_name=NOOR, email=ADDRESS)
    assert person.volunteer.status == VolunteerProfile.Status.ACTIVE
    assert Engagement.objects.filter(person=person, programme=site.programme("buddy")).exists()
    assert Journey.objects.get(application__person=person).started_on is not None


def keep_the_way_short(lies: Page, site: Website) -> None:
    """The programme switches stages off: one talk, an agreement, a start."""
    lies.goto(site.path(f"programmes/{site.programme('buddy').pk}/"))
    lies.get_by_role("link", name="The way to a start").click()
    arrive(lies, "The way to a start")
    lies.get_by_label("Light: one talk, then a start").check()
    lies.get_by_role("button", name="Save").click()
    expect(lies.get_by_role("listitem").filter(has_text="Thinking time")).to_contain_text(
        "Not part of the way"
    )


def write_it_down(lies: Page) -> None:
    """Noor called: what she said, in her words."""
    lies.goto("/")
    lies.get_by_role("link", name="Candidates").first.click()
    lies.get_by_role("link", name="Write down an application").first.click()
    arrive(lies, "Write down an application")
    lies.get_by_label("How did they let us know?").select_option(label="By phone")
    lies.get_by_label(ROLE).check()
    lies.get_by_label("First name").fill(NOOR)
    lies.get_by_label("E-mail address").fill(ADDRESS)
    lies.get_by_label("We write to them in").select_option("en")
    lies.get_by_label("Why here, with us?").fill(WHY)
    lies.get_by_role("button", name="Write it down").click()
    arrive(lies, NOOR)
    assert "Thank you for telling us" in last_letter(ADDRESS).body


def invite(lies: Page) -> None:
    """Two moments to choose from, and a letter that is read and changed first."""
    lies.get_by_role("link", name="Invite to a talk").click()
    arrive(lies, f"Invite {NOOR} to a talk")
    lies.get_by_label("Where").fill("In ons huis, tweede bel")
    day = clock.today() + timedelta(days=5)
    hours = lies.get_by_label("Hour")
    for number, hour in enumerate(("08:15", "16:45")):
        lies.get_by_label(f"Moment {number + 1}").fill(day.isoformat())
        hours.nth(number).fill(hour)
    lies.get_by_role("button", name="Read the letter").click()
    arrive(lies, "The invitation")
    letter = lies.get_by_label("Text")
    letter.fill(letter.input_value() + "\nLies zet koffie.")
    lies.get_by_role("button", name="Send").click()
    expect(lies.get_by_text("The invitation is sent.")).to_be_visible()
    assert "Lies zet koffie." in last_letter(ADDRESS).body


def choose_a_moment(noor: Page) -> None:
    """On her phone: one of the two, and a file for her calendar."""
    arrive(noor, f"Hello {NOOR}")
    noor.get_by_role("link", name="Choose a moment").tap()
    arrive(noor, "Our talk")
    noor.get_by_label("16:45").check()
    noor.get_by_label("I bring somebody along").fill("mijn zus")
    noor.get_by_role("button", name="This is my choice").tap()
    calendar = noor.get_by_role("link", name="Put it in my calendar")
    expect(calendar).to_be_visible()
    check_page(noor)
    file = noor.request.get(calendar.get_attribute("href") or "")
    assert file.headers["content-type"].startswith("text/calendar")
    assert "BEGIN:VEVENT" in file.text()
    assert NOOR not in file.text()


def ask(noor: Page) -> None:
    """A question, at any moment."""
    noor.get_by_label("What would you like to ask or say?").fill(QUESTION)
    noor.get_by_role("button", name="Send my question").tap()
    expect(noor.get_by_text("Your question is with us.")).to_be_visible()


def answer(lies: Page) -> None:
    """Lies reads the question on the page and answers there."""
    lies.reload()
    expect(lies.get_by_text(QUESTION)).to_be_visible()
    check_page(lies)
    lies.get_by_label("Your answer").fill(ANSWER)
    lies.get_by_role("button", name="Send").click()
    expect(lies.get_by_text("Your answer stands on the page of the candidate.")).to_be_visible()


def lead_the_talk(lies: Page) -> None:
    """With the guide beside her; one note that Noor may read."""
    find(lies, NOOR)
    lies.get_by_role("link", name="Conversation guide").click()
    arrive(lies, f"A talk with {NOOR}")
    hope = lies.get_by_role("textbox", name="Note").nth(1)
    hope.fill(SHARED)
    lies.get_by_label("Who may read this").nth(1).select_option(label="Also the candidate")
    lies.get_by_role("button", name="Keep my notes").click()
    expect(lies.get_by_text("Your notes are kept.")).to_be_visible()
    lies.get_by_role("button", name="The talk took place").click()
    expect(lies.get_by_role("heading", level=1)).to_have_text(NOOR)
    expect(lies.get_by_text(SHARED)).to_be_visible()


def read_what_was_noted(noor: Page) -> None:
    """Her page holds the answer and the note."""
    noor.goto(link_in(last_letter(ADDRESS)))
    expect(noor.get_by_text(ANSWER)).to_be_visible()
    expect(noor.get_by_text(SHARED)).to_be_visible()
    check_page(noor)


def go_on_to_the_agreement(lies: Page) -> None:
    """The next step stands on top."""
    lies.get_by_role("link", name="On to: Agreement").click()
    arrive(lies, "To the next stage")
    lies.get_by_role("button", name="Go on").click()
    expect(lies.get_by_text("It is written down.")).to_be_visible()


def panel(lies: Page, heading: str) -> Locator:
    """The part of the page under this heading."""
    return lies.get_by_role("region", name=heading, exact=True)


def agree_on_the_facts(lies: Page) -> None:
    """What has to be told and agreed before a start."""
    panel(lies, "What we agreed").get_by_role("link", name="Open").click()
    arrive(lies, f"What we agreed with {NOOR}")
    panel(lies, "Practical").get_by_role("link", name="Change").click()
    arrive(lies, "Practical")
    lies.get_by_label("Age", exact=True).select_option("adult")
    lies.get_by_label("For how long (months)").fill("12")
    lies.get_by_label("How often in a month").fill("2")
    lies.get_by_role("button", name="Keep").click()
    arrive(lies, f"What we agreed with {NOOR}")
    panel(lies, "Talked over and declared").get_by_role("link", name="Change").click()
    lies.get_by_label("Own interest, as they tell it").fill("Geen")
    lies.get_by_label("Declared on").fill(clock.today().isoformat())
    told = lies.get_by_label("Told about the meetings that are part of it, on")
    told.fill(clock.today().isoformat())
    lies.get_by_label("Insured from").fill(clock.today().isoformat())
    lies.get_by_role("button", name="Keep").click()
    expect(lies.get_by_text("Kept.")).to_be_visible()
    check_page(lies)
    lies.get_by_role("link", name=NOOR).click()


def decide_that_it_fits(lies: Page) -> None:
    """A yes with a letter; the last word is hers."""
    lies.get_by_role("link", name="Decide together").first.click()
    arrive(lies, "Decide together")
    lies.get_by_role("link", name="Fits", exact=True).click()
    arrive(lies, "Fits")
    lies.get_by_role("button", name="Write it down").click()
    arrive(lies, NOOR)
    assert last_letter(ADDRESS).subject == "You are welcome"


def choose_freely(noor: Page) -> None:
    """She says yes on her own page."""
    noor.get_by_role("button", name="Yes, I would like to").tap()
    expect(noor.get_by_text("Thank you for telling us.")).to_be_visible()
    check_page(noor)


def start(lies: Page) -> None:
    """The five questions of the law, and the first day."""
    lies.reload()
    lies.get_by_role("link", name="Start", exact=True).click()
    arrive(lies, "The start")
    questions = lies.get_by_label("Yes", exact=True).all()
    assert len(questions) == 5
    for yes in questions:
        yes.check()
    lies.get_by_role("button", name="Start").click()
    arrive(lies, "Buddywerking")


def began(lies: Page) -> None:
    """The card of the volunteer tells how it began."""
    lies.locator("main").get_by_role("link", name=NOOR).click()
    arrive(lies, NOOR)
    expect(panel(lies, "How it began").get_by_text(WHY)).to_be_visible()


ELSEWHERE = "Moestuin De Kiem (verzonnen), waar ze op zaterdag samen werken"
OWN_WORDS = "Ik bel je maandag om er samen naartoe te gaan. Lies"


def test_a_no_is_warm_and_leads_somewhere(site: Website) -> None:
    lies, candidate = site.sign_in("lies"), site.open(PHONE)
    application = Application.objects.filter(
        organisation=site.organisation, stage="second_talk", email__gt="", language="nl"
    ).latest("pk")
    find(lies, application.name)
    lies.get_by_role("link", name="Decide together, or round off").click()
    arrive(lies, "Decide together")
    lies.get_by_role("link", name="Another organisation").click()
    arrive(lies, "Another organisation")
    lies.get_by_label("What is possible instead?").fill(ELSEWHERE)
    lies.get_by_label("Why does it stop here?").select_option(label="Something else fits better")
    letter = lies.get_by_label("Text")
    letter.fill(f"{letter.input_value()}\n{OWN_WORDS}")
    lies.get_by_role("button", name="Read the letter first").click()
    expect(lies.get_by_role("heading", name="This is how it goes out")).to_be_visible()
    expect(lies.get_by_role("paragraph").filter(has_text=ELSEWHERE)).to_be_visible()
    expect(lies.get_by_role("paragraph").filter(has_text=OWN_WORDS)).to_be_visible()
    check_page(lies)
    lies.get_by_role("button", name="Write it down").click()
    expect(lies.get_by_text("Written down, with care.")).to_be_visible()
    arrive(lies, application.name)
    told = last_letter(application.email)
    assert ELSEWHERE in told.body
    assert OWN_WORDS in told.body
    assert application.family_name not in told.subject
    application.refresh_from_db()
    months = relativedelta(months=site.organisation.candidate_months)
    assert application.erase_on == clock.today() + months
    candidate.goto(link_in(told))
    arrive(candidate, application.given_name)
    expect(candidate.get_by_text(ELSEWHERE)).to_be_visible()


def find(lies: Page, name: str) -> None:
    """On the board of candidates, by name."""
    lies.goto("/")
    lies.get_by_role("link", name="Candidates").first.click()
    lies.locator("main").get_by_role("link", name=name).first.click()
    arrive(lies, name)
