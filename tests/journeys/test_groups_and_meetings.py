"""A group is politely declined; the waiting list of a meeting moves up by itself; who was there."""

import re
from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import Page, expect

from naast.core import clock
from naast.outreach import links
from naast.outreach.models import GroupRequest, InfoMeeting, SignUp
from tests.journeys.checks import check_page
from tests.journeys.outside import PUBLIC, arrive, last_letter, letters_to, link_in, unhurried
from tests.journeys.website import HOUSE, Website
from tests.journeys.windows import PHONE

FIRM, CONTACT = "Tekenbureau Potlood (verzonnen)", "potlood@voorbeeld.example"
INSTEAD = "Met twee mensen soep komen schenken op dinsdag"
OWN_WORDS = "Bel me gerust, ik denk graag mee. Lies"
WANDA, HER_ADDRESS = "Wanda", "wanda@voorbeeld.example"


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    unhurried(monkeypatch)


@pytest.mark.covers("S1-84")
def test_a_group_is_politely_declined(site: Website) -> None:
    firm, lies = site.open(), site.sign_in("lies")
    tell_the_plan(firm)
    assert last_letter(CONTACT).subject == "Thank you for your plan"
    decline(lies)
    letter = last_letter(CONTACT)
    assert INSTEAD in letter.body
    assert OWN_WORDS in letter.body
    assert GroupRequest.objects.get(group_name=FIRM).state == "declined"


def tell_the_plan(firm: Page) -> None:
    """From the page where people look, to a form that asks for the plan first."""
    firm.goto(PUBLIC)
    firm.get_by_role("link", name="Come with a group").click()
    arrive(firm, "Come with a group")
    firm.get_by_label("What would you like to do?").fill(
        "Met twintig collega’s een namiddag helpen."
    )
    firm.get_by_label("What does it bring to the people here?").fill("Een opgeruimde kelder.")
    firm.get_by_label("How many people?").fill("20")
    firm.get_by_label("Which day do you have in mind?").fill(
        (clock.today() + timedelta(days=40)).isoformat()
    )
    firm.get_by_label("Name of your group or organisation").fill(FIRM)
    firm.get_by_label("Firm", exact=True).check()
    firm.get_by_role("group", name="How do people take part?").get_by_role("radio").nth(1).check()
    firm.get_by_label("Whom can we talk to?").fill("Pol Potlood")
    firm.get_by_label("E-mail address").fill(CONTACT)
    firm.get_by_role("button", name="Send our plan").click()
    arrive(firm, "Thank you for your plan")


def decline(lies: Page) -> None:
    """A kind no that says what is possible, in a letter that Lies makes hers."""
    lies.goto("/")
    lies.get_by_role("link", name="Recruiting").first.click()
    lies.get_by_role("link", name="Groups").first.click()
    arrive(lies, "Groups")
    lies.get_by_role("link", name=FIRM).click()
    arrive(lies, FIRM)
    lies.get_by_role("link", name="Say kindly that it can’t be").click()
    arrive(lies, "Say kindly that it can’t be")
    lies.get_by_label("What is possible instead").fill(INSTEAD)
    letter = lies.get_by_label("Text")
    letter.fill(f"{letter.input_value()}\n{OWN_WORDS}")
    lies.get_by_role("button", name="Read the letter first").click()
    check_page(lies)
    expect(lies.get_by_text(f"What can be done: {INSTEAD}")).to_be_visible()
    assert len(letters_to(CONTACT)) == 1, "reading a letter sent it"
    lies.get_by_role("button", name="Send the answer").click()
    expect(lies.get_by_text("Answered. The letter is on its way.")).to_be_visible()
    arrive(lies, FIRM)


def test_the_waiting_list_moves_up_by_itself(site: Website) -> None:
    meeting = InfoMeeting.objects.get(organisation=site.organisation, places=4)
    first = meeting.sign_ups.filter(state="waiting").earliest("pk")
    wanda = site.open(PHONE)
    sign_up(wanda, meeting)
    goes = meeting.sign_ups.filter(state="confirmed").earliest("pk")
    cancel(site.open(PHONE), goes)
    take_the_place(site.open(PHONE), first)
    wanda.reload()
    expect(wanda.get_by_text("You are on the waiting list.")).to_be_visible()
    lies = site.sign_in("lies")
    lies.goto(site.path(f"recruiting/meetings/{meeting.pk}/"))
    arrive(lies, meeting.title)
    waiting = lies.get_by_role("region", name="On the waiting list, in this order")
    expect(waiting).to_contain_text(WANDA)
    expect(waiting).not_to_contain_text(first.email)
    with time_machine.travel(meeting.starts_at + timedelta(minutes=5), tick=True):
        tick_off(site, meeting, first)


def sign_up(wanda: Page, meeting: InfoMeeting) -> None:
    """It is full: the page says so before she fills anything in."""
    wanda.goto(PUBLIC)
    wanda.get_by_role("link", name="Come to a meeting").tap()
    arrive(wanda, "Come and get to know us")
    wanda.get_by_role("link", name=meeting.title).tap()
    arrive(wanda, meeting.title)
    expect(wanda.get_by_text("All places are taken now.")).to_be_visible()
    wanda.get_by_label("What may we call you?").fill(WANDA)
    wanda.get_by_label("E-mail address").fill(HER_ADDRESS)
    wanda.get_by_role("button", name="Put me on the waiting list").tap()
    arrive(wanda, "Thank you, we noted it")
    letter = last_letter(HER_ADDRESS)
    assert letter.subject == "You are on the waiting list"
    wanda.goto(link_in(letter))
    arrive(wanda, meeting.title)


def cancel(guest: Page, sign_up: SignUp) -> None:
    """Somebody else can’t come, and says so behind their own link."""
    guest.goto(links.link_of(sign_up, HOUSE))
    guest.get_by_role("button", name="I can’t come").tap()
    expect(guest.get_by_text("Thank you for telling us.")).to_be_visible()
    check_page(guest)


def take_the_place(guest: Page, sign_up: SignUp) -> None:
    """The first who waits got a letter, and says yes."""
    guest.goto(link_in(last_letter(sign_up.email)))
    expect(guest.get_by_text("There is a place for you.")).to_be_visible()
    check_page(guest)
    guest.get_by_role("button", name="Yes, I take the place").tap()
    expect(guest.get_by_text("You are welcome: the place is yours.")).to_be_visible()
    sign_up.refresh_from_db()
    assert sign_up.state == "confirmed"
    confirmed = last_letter(sign_up.email)
    assert confirmed.attachments, "no file for the calendar"


def tick_off(site: Website, meeting: InfoMeeting, guest: SignUp) -> None:
    """At the door, with a thumb."""
    lies = site.sign_in("lies", PHONE)
    lies.goto(site.path(f"recruiting/meetings/{meeting.pk}/"))
    lies.get_by_role("link", name="Who is there", exact=True).tap()
    arrive(lies, "Who is there")
    there = re.compile(f"^Is there ?: {guest.name}$")
    lies.get_by_role("button", name=there, pressed=False).tap()
    expect(lies.get_by_role("button", name=there, pressed=True)).to_be_visible()
    check_page(lies)
    guest.refresh_from_db()
    assert guest.state == "attended"
