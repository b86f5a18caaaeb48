"""Pages of meetings, for everybody and for the coordinator: what they say, do and cost."""

import re
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from naast.core import clock, limits
from naast.outreach import links
from naast.outreach.models import InfoMeeting, SignUp
from naast.programmes.models import Programme
from naast.recruitment.models import Application
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.outreach.guests import at, letters, states
from tests.outreaching import MeetingFactory, SignUpFactory

FORM = {"name": "Ann", "email": "ann@test.example", "language": "nl", "brings": "0"}


@pytest.fixture(autouse=True)
def counted_anew() -> None:
    limits.forget_all()


def address(cast: Cast, name: str, **place: Any) -> str:
    return reverse(f"public:{name}", kwargs={"house": cast.here.slug, **place})


def send(client: Client, url: str, **changes: str) -> Any:
    """Open the form, wait as a person does, and send it."""
    with time_machine.travel(clock.now(), tick=False) as traveller:
        shown = client.get(url).content.decode()
        opened = re.search(r'name="opened" value="([^"]+)"', shown)
        assert opened is not None
        traveller.shift(20)
        return client.post(url, {**FORM, "opened": opened.group(1), **changes})


def test_the_site_shows_what_is_public_and_to_come(cast: Cast) -> None:
    shown = MeetingFactory(organisation=cast.here)
    for fields in ({"is_public": False}, {"cancelled_at": clock.now()}, {"starts_at": at(1)}):
        MeetingFactory(organisation=cast.here, **fields)
    MeetingFactory(organisation=cast.elsewhere)
    response = Client().get(address(cast, "meetings"))
    assert response.context["meetings"] == [shown]


def test_a_meeting_that_is_not_on_the_site_is_not_found(cast: Cast) -> None:
    meetings = [
        MeetingFactory(organisation=cast.here, is_public=False),
        MeetingFactory(organisation=cast.elsewhere),
    ]
    for meeting in meetings:
        url = address(cast, "meeting", meeting_id=meeting.pk)
        assert Client().get(url).status_code == 404


def test_signing_up_twice_gets_the_same_answer(cast: Cast) -> None:
    meeting = MeetingFactory(organisation=cast.here)
    url = address(cast, "meeting", meeting_id=meeting.pk)
    first, again = send(Client(), url), send(Client(), url, name="Iemand anders")
    assert (first.status_code, first["Location"]) == (again.status_code, again["Location"])
    assert (first.status_code, first["Location"]) == (303, address(cast, "meeting_thanks"))
    assert states(meeting) == {"Ann": "confirmed"}
    assert Client().get(first["Location"]).status_code == 200


def test_a_form_that_lacks_something_comes_back_with_what_was_typed(cast: Cast) -> None:
    meeting = MeetingFactory(organisation=cast.here)
    url = address(cast, "meeting", meeting_id=meeting.pk)
    response = send(Client(), url, email="", needs="Een lift")
    assert response.status_code == 422
    assert "Een lift" in response.content.decode()
    assert not SignUp.objects.exists()


def test_a_machine_is_asked_to_press_once_more(cast: Cast) -> None:
    meeting = MeetingFactory(organisation=cast.here)
    url = address(cast, "meeting", meeting_id=meeting.pk)
    assert send(Client(), url, website="x").status_code == 422


def test_too_many_tries_lose_no_text(cast: Cast) -> None:
    meeting = MeetingFactory(organisation=cast.here)
    url = address(cast, "meeting", meeting_id=meeting.pk)
    for _try in range(20):
        Client().post(url, FORM)
    response = send(Client(), url, needs="Een lift")
    assert response.status_code == 429
    assert "Een lift" in response.content.decode()


def test_the_own_page_takes_a_place_that_came_free(cast: Cast) -> None:
    meeting = MeetingFactory(organisation=cast.here, places=1)
    guest = SignUpFactory(meeting=meeting, state="offered", offered_until=meeting.starts_at)
    url = links.link_of(guest, cast.here.slug)
    page = Client().get(url)
    assert page.context["is_offered"]
    assert (page["Cache-Control"], page["X-Robots-Tag"]) == ("no-store", "noindex, nofollow")
    assert Client().post(url, {"answer": "confirm"}).status_code == 303
    assert states(meeting) == {guest.name: "confirmed"}
    assert Client().post(url, {"answer": "attend"}).status_code == 303
    assert states(meeting) == {guest.name: "confirmed"}
    assert Client().post(url, {"answer": "cancel"}).status_code == 303
    assert states(meeting) == {guest.name: "cancelled"}


def test_a_link_that_is_wrong_or_of_another_house_is_not_found(cast: Cast) -> None:
    guest = SignUpFactory(meeting=MeetingFactory(organisation=cast.here))
    url = links.link_of(guest, cast.here.slug)
    assert Client().get(url[:-2] + "/").status_code == 404
    assert Client().get(links.link_of(guest, cast.elsewhere.slug)).status_code == 404
    guest.delete()
    assert Client().get(url).status_code == 404


def test_a_coordinator_plans_and_changes_a_meeting(cast: Cast) -> None:
    client = cast.client("amal")
    fields = {
        "kind": "information",
        "title": "Koffie",
        "day": "2030-05-01",
        "hour": "19:30",
        "minutes": "60",
        "language": "nl",
        "is_public": "on",
    }
    response = client.post(cast.url("recruiting/meetings/new/"), fields)
    meeting = InfoMeeting.objects.get()
    page = cast.url(f"recruiting/meetings/{meeting.pk}/")
    assert (response.status_code, response["Location"]) == (303, page)
    assert meeting.starts_at.isoformat() == "2030-05-01T17:30:00+00:00"
    changed = client.post(f"{page}change/", {**fields, "places": "12"})
    meeting.refresh_from_db()
    assert (changed.status_code, meeting.places) == (303, 12)
    refused = client.post(f"{page}change/", {**fields, "title": ""})
    assert refused.status_code == 422
    assert client.post(f"{page}cancel/", {"reason": "Ziek"}).status_code == 303


def test_ticking_off_closing_writing_and_applying(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here, status=Programme.Status.ACTIVE)
    meeting = MeetingFactory(organisation=cast.here, starts_at=clock.now())
    guest = SignUpFactory(meeting=meeting)
    client, base = cast.client("amal"), cast.url("recruiting/meetings/")
    page = f"{base}{meeting.pk}/"
    assert client.post(f"{base}guests/{guest.pk}/attend/").status_code == 303
    assert client.get(f"{page}attendance/").status_code == 200
    assert client.post(f"{page}close/", {"reach": ""}).status_code == 303
    letter = client.get(f"{page}follow-up/").context["form"].initial
    look = client.post(f"{page}follow-up/", {**letter, "look": "1"}).context["form"].look
    assert "{" not in look.body
    assert guest.first_name in look.body
    assert letters("meeting.follow_up") == []
    assert client.post(f"{page}follow-up/", letter).status_code == 303
    assert letters("meeting.follow_up") == [guest.email]
    applied = client.post(f"{base}guests/{guest.pk}/applies/", {"programme": programme.pk})
    application = Application.objects.get()
    assert applied["Location"] == cast.url(f"candidates/{application.pk}/")
    assert client.post(f"{base}guests/{guest.pk}/dance/").status_code == 404


def test_letter_words_that_nobody_can_fill_in_come_back(cast: Cast) -> None:
    meeting = MeetingFactory(organisation=cast.here, starts_at=clock.now())
    SignUpFactory(meeting=meeting, state="attended")
    url = cast.url(f"recruiting/meetings/{meeting.pk}/follow-up/")
    response = cast.client("amal").post(url, {"subject": "Dank", "body": "{achternaam}"})
    assert response.status_code == 422
    assert letters("meeting.follow_up") == []


@pytest.mark.parametrize("path", ["", "?show=past"])
def test_the_list_costs_the_same_for_one_meeting_and_three(cast: Cast, path: str) -> None:
    client = cast.client("amal")
    starts_at = at(1) if path else at(1).replace(year=2040)

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            response = client.get(cast.url(f"recruiting/meetings/{path}"))
        assert response.status_code == 200
        return len(captured)

    SignUpFactory(meeting=MeetingFactory(organisation=cast.here, starts_at=starts_at))
    cost()
    first = cost()
    for _more in range(2):
        meeting = MeetingFactory(organisation=cast.here, host=cast.amal, starts_at=starts_at)
        SignUpFactory(meeting=meeting)
    assert cost() == first
    assert first <= 12


@pytest.mark.parametrize("page", ["", "attendance/", "list/"])
def test_one_meeting_costs_the_same_for_one_guest_and_three(cast: Cast, page: str) -> None:
    client = cast.client("amal")
    meeting = MeetingFactory(organisation=cast.here, starts_at=clock.now())

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            response = client.get(cast.url(f"recruiting/meetings/{meeting.pk}/{page}"))
        assert response.status_code == 200
        return len(captured)

    SignUpFactory(meeting=meeting, state="attended")
    cost()
    first = cost()
    for _more in range(2):
        SignUpFactory(meeting=meeting, state="attended")
    assert cost() == first
    assert first <= 12
