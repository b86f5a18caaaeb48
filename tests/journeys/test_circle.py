"""A month of a circle: a meeting, minutes on a phone, one passage to the outer circle, a concern in hours."""

from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import Page, expect

from naast.circles.models import Circle, Meeting, Passage, Signal
from naast.core import clock
from naast.people.models import Person
from tests.journeys.checks import check_page
from tests.journeys.outside import arrive
from tests.journeys.scene import person_of
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

NAME = "Kring Moestuin"
SUPPORT = "We zaaiden samen de eerste sla."
HONEST = "Afzeggen doen we de avond voordien."
OUTSIDE = "De kring zaaide deze week in de moestuin."
CONCERN = "Hij nam de telefoon drie dagen niet op."
ANSWER = "Hij is bij zijn zus. Vrijdag bellen we samen."


@pytest.fixture
def circle(site: Website) -> Circle:
    """The circle of the demo that meets every week, before anything happened in it."""
    found = Circle.objects.get(organisation=site.organisation, name=NAME)
    found.meetings.all().delete()
    found.signals.all().delete()
    found.passages.all().delete()
    Person.objects.filter(pk=person_of(site, "lies").pk).update(phone="000 00 00 00")
    return found


@pytest.mark.covers("S1-161", "S1-162")
def test_a_month_of_a_circle(site: Website, circle: Circle) -> None:
    lies = site.sign_in("lies")
    plan_a_meeting(lies, site, circle)
    with time_machine.travel(clock.now() + timedelta(days=3), tick=True):
        bea = site.sign_in("bea", PHONE)
        write_the_minutes(bea, circle)
        meeting = Meeting.objects.get(circle=circle)
        assert meeting.written_at is not None
        assert meeting.written_at < meeting.minutes_due_at
        lies = site.sign_in("lies")
        pass_something_on(lies, site, circle)
        read_outside(site.sign_in("nele"))
        notice_something(bea)
        answer_in_hours(lies)
        bea.goto(site.path(f"mine/circles/{circle.pk}/"))
        expect(bea.get_by_text(ANSWER)).to_be_visible()
    signal = Signal.objects.get(circle=circle)
    assert signal.due_at is not None
    assert signal.handled_at is not None
    assert signal.handled_at < signal.due_at


def plan_a_meeting(lies: Page, site: Website, circle: Circle) -> None:
    """The day after tomorrow; Bea writes."""
    lies.goto(site.path("alongside/circles/"))
    lies.get_by_role("link", name=NAME).click()
    lies.get_by_role("link", name="Plan a meeting").click()
    arrive(lies, "Plan a meeting")
    lies.get_by_label("Day").fill((clock.today() + timedelta(days=2)).isoformat())
    lies.get_by_label("Starts at").fill("19:00")
    lies.get_by_label("Who writes the minutes").select_option(label="Bea")
    lies.get_by_role("button", name="Plan").click()
    arrive(lies, NAME)
    assert Meeting.objects.get(circle=circle).writer is not None


def write_the_minutes(bea: Page, circle: Circle) -> None:
    """On her phone, from her home, the day after the meeting."""
    bea.goto("/")
    bea.get_by_role("link", name="Write the minutes").first.tap()
    arrive(bea, "How did it go?")
    bea.get_by_role("textbox", name="Supporting").fill(SUPPORT)
    bea.get_by_role("textbox", name="Speaking up").fill(HONEST)
    bea.get_by_label("What", exact=True).first.fill("Water geven")
    bea.get_by_label("Who", exact=True).first.fill("Bea")
    bea.get_by_role("button", name="Keep the minutes").tap()
    expect(bea.get_by_text(SUPPORT)).to_be_visible()
    check_page(bea)


def pass_something_on(lies: Page, site: Website, circle: Circle) -> None:
    """One thing of the minutes, in other words, to Nele; a draft first, then released."""
    meeting = Meeting.objects.get(circle=circle)
    lies.goto(site.path(f"alongside/circles/{circle.pk}/meetings/{meeting.pk}/"))
    lies.get_by_role("link", name="Pass something on").click()
    arrive(lies, "Pass something on")
    expect(lies.get_by_text(SUPPORT)).to_be_visible()
    lies.get_by_label("What is passed on, in your own words").fill(OUTSIDE)
    lies.get_by_label("What it is about").select_option("going_well")
    lies.get_by_label("Nele Naastbij").check()
    lies.get_by_label("The core member agreed").check()
    lies.get_by_role("button", name="Keep, and look once more").click()
    arrive(lies, "To the outer circle")
    assert Passage.objects.get(circle=circle).released_at is None
    check_page(lies)
    lies.get_by_role("button", name="Release this").click()
    expect(lies.get_by_role("button", name="Release this")).to_have_count(0)


def read_outside(nele: Page) -> None:
    """Nele reads that one thing, and nothing of the minutes."""
    nele.goto("/")
    nele.get_by_role("link", name="Read it").first.click()
    arrive(nele, NAME)
    expect(nele.get_by_text(OUTSIDE)).to_be_visible()
    expect(nele.get_by_text(HONEST)).to_have_count(0)
    check_page(nele)


def notice_something(bea: Page) -> None:
    """A concern: the page says first whom to ring."""
    bea.get_by_role("link", name=NAME).first.tap()
    bea.get_by_role("link", name="I noticed something").first.tap()
    arrive(bea, "I noticed something")
    expect(bea.get_by_role("link", name="112").first).to_be_visible()
    check_page(bea)
    bea.get_by_label("Concern: the coordinator, today").check()
    bea.get_by_label("What did you see or hear?").fill(CONCERN)
    bea.get_by_role("button", name="Pass it on").tap()
    arrive(bea, NAME)


def answer_in_hours(lies: Page) -> None:
    """It stands on the desk, with the hours left; she decides and tells the circle."""
    lies.goto("/")
    row = lies.get_by_role("listitem").filter(has_text=NAME).filter(has_text="hours left")
    row.get_by_role("link", name="Look now").click()
    arrive(lies, "A volunteer noticed something")
    lies.get_by_role("button", name="I read this and take it on").click()
    lies.get_by_label("Whom you consulted").fill("Zijn zus")
    lies.get_by_label("What you decided").fill("Gebeld met de zus.")
    lies.get_by_label("What the circle may know").fill(ANSWER)
    check_page(lies)
    lies.get_by_role("button", name="Keep, and tell the circle").click()
    arrive(lies, NAME)
