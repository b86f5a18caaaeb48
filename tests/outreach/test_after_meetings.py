"""After a meeting: how many it reached, the letter, an application in one tap, and forgetting."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from naast.core.errors import NotAllowed, StateConflict
from naast.messaging import texts
from naast.messaging.models import Message
from naast.messaging.texts import Words
from naast.organisations.actors import Actor
from naast.outreach.models import Helper, InfoMeeting, SignUp
from naast.outreach.services import follow_up, meetings, nightly, signups
from naast.programmes.models import Programme
from naast.recruitment.models import Application
from naast.recruitment.services import erasing
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.outreach.guests import at, letters
from tests.outreaching import HelperFactory, MeetingFactory, SignUpFactory
from tests.recruiting import ChannelFactory


@pytest.fixture
def fair(cast: Cast) -> Iterator[InfoMeeting]:
    """A fair that began an hour ago."""
    with time_machine.travel(at(20, 13), tick=False):
        channel = ChannelFactory(organisation=cast.here, code="beurs", circle="events")
        yield MeetingFactory(organisation=cast.here, kind="fair", starts_at=at(20), channel=channel)


@pytest.mark.covers("S1-233")
def test_awareness_work_is_kept_with_how_many_it_reached(
    cast: Cast, coordinator: Actor, fair: InfoMeeting
) -> None:
    SignUpFactory(meeting=fair, state="attended", brings=2)
    SignUpFactory(meeting=fair)
    closed = meetings.close_meeting(actor=coordinator, meeting_id=fair.pk, reach=140)
    assert (closed.reach, closed.came_count, closed.signed_up_count) == (140, 3, 4)
    assert not fair.sign_ups.filter(state="confirmed").exists()
    again = meetings.close_meeting(actor=coordinator, meeting_id=fair.pk, reach=None)
    assert again.reach == 3


@pytest.mark.covers("S1-233")
def test_awareness_work_is_a_kind_of_its_own_and_the_list_shows_whom_it_reached(
    cast: Cast, fair: InfoMeeting
) -> None:
    work = MeetingFactory(organisation=cast.here, kind="awareness", starts_at=at(20))
    client, meetings_url = cast.client("amal"), cast.url("recruiting/meetings/")
    assert client.post(f"{meetings_url}{work.pk}/close/", {"reach": "317"}).status_code == 303
    work.refresh_from_db()
    assert (work.kind, work.reach) == ("awareness", 317)
    assert "317" in client.get(f"{meetings_url}?show=past").content.decode()


def test_a_meeting_to_come_is_not_closed(cast: Cast, coordinator: Actor) -> None:
    meeting = MeetingFactory(organisation=cast.here)
    with pytest.raises(StateConflict):
        meetings.close_meeting(actor=coordinator, meeting_id=meeting.pk, reach=1)


def test_the_letter_goes_once_to_who_was_there_in_the_coordinators_words(
    cast: Cast, coordinator: Actor, fair: InfoMeeting
) -> None:
    SignUpFactory(meeting=fair, state="attended", name="Ann Bakker", email="ann@test.example")
    SignUpFactory(meeting=fair, state="attended", email="", phone="+32475123456")
    SignUpFactory(meeting=fair, state="absent")
    SignUpFactory(meeting=fair, state="attended", email="zoe@test.example", language="fr")
    usual = follow_up.usual_words(coordinator, fair, "nl")
    assert "{first_name}" in usual.body
    assert fair.title in usual.body
    words = Words("Dank", "Dag {first_name}, tot gauw.")
    sent = follow_up.write_follow_up(actor=coordinator, meeting_id=fair.pk, words=words)
    again = follow_up.write_follow_up(actor=coordinator, meeting_id=fair.pk, words=words)
    assert (sent, again) == (2, 0)
    letter, french = Message.objects.filter(kind="meeting.follow_up").order_by("id")
    assert (french.to_address, french.language) == ("zoe@test.example", "fr")
    assert french.body != letter.body
    assert (letter.body, letter.to_address) == ("Dag Ann, tot gauw.", "ann@test.example")
    assert letter.url == f"/v/{cast.here.slug}/apply/?via=beurs"


def test_words_that_nobody_can_fill_in_send_nothing(
    cast: Cast, coordinator: Actor, fair: InfoMeeting
) -> None:
    SignUpFactory(meeting=fair, state="attended")
    with pytest.raises(texts.UnknownPlaceholder):
        follow_up.write_follow_up(
            actor=coordinator, meeting_id=fair.pk, words=Words("Dank", "{surname}")
        )
    assert not SignUp.objects.filter(followed_up_on__isnull=False).exists()


@pytest.mark.covers("S1-232")
def test_who_was_there_applies_in_one_tap_through_the_channel_of_the_meeting(
    cast: Cast, coordinator: Actor, fair: InfoMeeting
) -> None:
    programme = ProgrammeFactory(organisation=cast.here, status=Programme.Status.ACTIVE)
    guest = SignUpFactory(meeting=fair, state="attended", name="Ann De Bakker")
    for _twice in range(2):
        signups.make_application(actor=coordinator, sign_up_id=guest.pk, programme_id=programme.pk)
    application = Application.objects.get()
    assert (application.given_name, application.family_name) == ("Ann", "De Bakker")
    assert (application.came_by, application.channel) == ("meeting", fair.channel)
    assert letters("application.thanks") == [guest.email]


def test_who_was_not_there_does_not_apply_by_itself(
    cast: Cast, coordinator: Actor, volunteer: Actor, fair: InfoMeeting
) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    guest = SignUpFactory(meeting=fair)
    for actor, refusal in ((coordinator, StateConflict), (volunteer, SignUp.DoesNotExist)):
        with pytest.raises(refusal):
            signups.make_application(actor=actor, sign_up_id=guest.pk, programme_id=programme.pk)
    assert not Application.objects.exists()


def test_names_are_forgotten_when_the_term_is_over_and_the_numbers_stay(
    cast: Cast, fair: InfoMeeting
) -> None:
    SignUpFactory(meeting=fair, state="attended")
    assert nightly.run(at(20) + timedelta(days=170))["guests forgotten"] == 0
    with time_machine.travel(at(20) + timedelta(days=190), tick=False):
        assert nightly.run(at(20) + timedelta(days=190))["guests forgotten"] == 1
    fair.refresh_from_db()
    assert (fair.came_count, fair.sign_ups.count()) == (1, 0)


def test_letters_to_a_guest_are_forgotten_with_the_guest(
    cast: Cast, coordinator: Actor, fair: InfoMeeting
) -> None:
    SignUpFactory(meeting=fair, state="attended")
    follow_up.write_follow_up(actor=coordinator, meeting_id=fair.pk, words=Words("Dag", "Dag"))
    assert letters("meeting.follow_up")
    with time_machine.travel(at(20) + timedelta(days=190), tick=False):
        nightly.run(at(20) + timedelta(days=190))
    assert not Message.objects.exists()


def test_a_candidate_who_is_forgotten_is_no_guest_and_no_helper_any_more(
    cast: Cast, coordinator: Actor, fair: InfoMeeting
) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    guest = SignUpFactory(meeting=fair, state="attended", email="noor@test.example")
    other = SignUpFactory(meeting=fair, state="attended")
    follow_up.write_follow_up(actor=coordinator, meeting_id=fair.pk, words=Words("Dag", "Dag"))
    signups.make_application(actor=coordinator, sign_up_id=guest.pk, programme_id=programme.pk)
    application = Application.objects.get()
    helper = HelperFactory(organisation=cast.here, application=application)
    stays = HelperFactory(organisation=cast.here)

    erasing.erase_now(actor=coordinator, application=application)

    assert list(SignUp.objects.all()) == [other]
    assert list(Helper.objects.all()) == [stays]
    assert not Message.objects.filter(to_address__in=[guest.email, helper.email]).exists()
    assert letters("meeting.follow_up") == [other.email]


def test_a_volunteer_does_not_write_to_guests(
    cast: Cast, volunteer: Actor, fair: InfoMeeting
) -> None:
    with pytest.raises((InfoMeeting.DoesNotExist, NotAllowed)):
        follow_up.write_follow_up(actor=volunteer, meeting_id=fair.pk, words=Words("a", "b"))
