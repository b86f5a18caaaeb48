"""Meetings: planning, signing up, the waiting list that moves up by itself."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.outreach.inputs import MeetingPlan
from naast.outreach.models import InfoMeeting, SignUp
from naast.outreach.policies import meetings as policies
from naast.outreach.services import meetings, nightly, signups
from naast.outreach.states import SIGN_UP, SignUpState
from naast.recruitment.services.arrivals import NameMissing, NoWayToAnswer
from tests.conftest import Cast
from tests.outreach.guests import at, come, letters, plan_of, states, visitor
from tests.outreaching import MeetingFactory, SignUpFactory
from tests.recruiting import ChannelFactory


@pytest.fixture
def meeting(cast: Cast) -> Iterator[InfoMeeting]:
    """Two places, on 20 March; today it is 10 March."""
    with time_machine.travel(at(10), tick=False):
        yield MeetingFactory(organisation=cast.here, places=2, starts_at=at(20))


@pytest.mark.covers("S1-241")
def test_a_training_day_for_newcomers_has_its_language_and_interpreter(
    cast: Cast, coordinator: Actor
) -> None:
    plan = MeetingPlan(
        kind="newcomers",
        title="Kennismaken",
        starts_at=clock.now() + timedelta(days=3),
        language="fr",
        interpreter="ti",
        host_id=cast.amal.pk,
    )
    made = meetings.plan_meeting(actor=coordinator, plan=plan)
    assert (made.kind, made.language, made.interpreter) == ("newcomers", "fr", "ti")
    come(visitor(cast), made, "Selam", needs_interpreter=True)
    assert made.sign_ups.get().needs_interpreter
    assert Event.objects.filter(kind="meeting.planned", target_id=made.pk).count() == 1


@pytest.mark.parametrize("name", ["volunteer", "professional", "participant"])
def test_only_a_coordinator_plans_changes_and_sees_meetings(
    request: pytest.FixtureRequest, cast: Cast, name: str
) -> None:
    actor, meeting = request.getfixturevalue(name), MeetingFactory(organisation=cast.here)
    SignUpFactory(meeting=meeting)
    with pytest.raises(NotAllowed):
        meetings.plan_meeting(actor=actor, plan=plan_of(meeting))
    with pytest.raises(InfoMeeting.DoesNotExist):
        meetings.change_meeting(actor=actor, meeting_id=meeting.pk, plan=plan_of(meeting))
    with pytest.raises(InfoMeeting.DoesNotExist):
        meetings.cancel_meeting(actor=actor, meeting_id=meeting.pk, reason="Ziek")
    assert not policies.visible_to(actor).exists()
    assert not policies.sign_ups_visible_to(actor).exists()


def test_another_house_sees_nothing(cast: Cast, stranger: Actor) -> None:
    meeting = MeetingFactory(organisation=cast.here)
    guest = SignUpFactory(meeting=meeting)
    assert not policies.visible_to(stranger).exists()
    assert not policies.can_sign_up(stranger, meeting, now=clock.now())
    with pytest.raises(SignUp.DoesNotExist):
        signups.take_step(actor=stranger, sign_up_id=guest.pk, step="cancel")
    with pytest.raises(SignUp.DoesNotExist):
        signups.answer_own(actor=stranger, sign_up_id=guest.pk, step="cancel")


def test_a_host_or_channel_of_another_house_is_left_out(
    cast: Cast, coordinator: Actor, meeting: InfoMeeting
) -> None:
    elsewhere = ChannelFactory(organisation=cast.elsewhere)
    plan = plan_of(meeting, host_id=cast.chris.pk, channel_id=elsewhere.pk)
    changed = meetings.change_meeting(actor=coordinator, meeting_id=meeting.pk, plan=plan)
    assert (changed.host_id, changed.channel_id) == (None, None)


@pytest.mark.parametrize(
    "fields",
    [
        {"cancelled_at": at(9)},
        {"is_public": False},
        {"starts_at": at(9)},
    ],
)
def test_visitors_sign_up_only_for_public_meetings_to_come(
    cast: Cast, meeting: InfoMeeting, fields: dict[str, object]
) -> None:
    InfoMeeting.objects.filter(pk=meeting.pk).update(**fields)
    with pytest.raises(NotAllowed):
        come(visitor(cast), meeting, "Ann")


def test_a_name_and_a_way_to_answer_are_needed(cast: Cast, meeting: InfoMeeting) -> None:
    with pytest.raises(NameMissing):
        come(visitor(cast), meeting, " ", email="x@test.example")
    with pytest.raises(NoWayToAnswer):
        come(visitor(cast), meeting, "Ann", email=" ")
    assert not SignUp.objects.exists()


def test_signing_up_twice_is_once_and_the_letter_comes_again(
    cast: Cast, meeting: InfoMeeting
) -> None:
    first = come(visitor(cast), meeting, "Ann", email="Ann@Test.example ")
    again = come(visitor(cast), meeting, "Annie", email="ann@test.example")
    assert first.pk == again.pk
    assert SignUp.objects.count() == 1
    assert letters("meeting.confirmed") == ["ann@test.example"] * 2


def test_the_letter_holds_a_calendar_file_and_no_name_in_its_subject(
    cast: Cast, meeting: InfoMeeting
) -> None:
    come(visitor(cast), meeting, "Ann Bakker")
    letter = Message.objects.get()
    assert "BEGIN:VEVENT" in letter.calendar
    assert "DTSTART;TZID=Europe/Brussels:20260320T130000" in letter.calendar
    assert "Ann" not in letter.subject
    assert "Ann" in letter.body
    assert "Bakker" not in letter.body
    assert letter.url.startswith(f"/v/{cast.here.slug}/meetings/mine/")


def test_who_comes_when_it_is_full_waits_and_is_offered_the_place_that_comes_free(
    cast: Cast, meeting: InfoMeeting
) -> None:
    actor = visitor(cast)
    ann = come(actor, meeting, "Ann")
    for name in ("Bob", "Cis", "Dora"):
        come(actor, meeting, name)
    assert list(states(meeting).values()) == ["confirmed", "confirmed", "waiting", "waiting"]
    assert letters("meeting.waiting") == ["cis@test.example", "dora@test.example"]
    signups.answer_own(actor=actor, sign_up_id=ann.pk, step="cancel")
    assert states(meeting) == {
        "Ann": "cancelled",
        "Bob": "confirmed",
        "Cis": "offered",
        "Dora": "waiting",
    }
    assert letters("meeting.offer") == ["cis@test.example"]
    assert meeting.sign_ups.get(name="Cis").offered_until == at(12)


def test_taking_the_place_confirms_it(cast: Cast, meeting: InfoMeeting) -> None:
    actor = visitor(cast)
    guest = SignUpFactory(meeting=meeting, state="offered", offered_until=at(12))
    row = signups.answer_own(actor=actor, sign_up_id=guest.pk, step="confirm")
    assert row.state == SignUpState.CONFIRMED
    assert letters("meeting.confirmed") == [guest.email]
    with pytest.raises(StateConflict):
        signups.answer_own(actor=actor, sign_up_id=guest.pk, step="confirm")


def test_an_offer_that_is_not_answered_goes_to_the_next_by_itself(
    cast: Cast, meeting: InfoMeeting
) -> None:
    actor = visitor(cast)
    guests = [come(actor, meeting, name) for name in ("Ann", "Bob", "Cis", "Dora")]
    signups.answer_own(actor=actor, sign_up_id=guests[0].pk, step="cancel")
    nightly.run(at(11))
    assert states(meeting)["Cis"] == "offered"
    assert nightly.run(at(12))["waiting lists moved up"] == 1
    assert states(meeting) == {
        "Ann": "cancelled",
        "Bob": "confirmed",
        "Cis": "cancelled",
        "Dora": "offered",
    }
    assert letters("meeting.lapsed") == ["cis@test.example"]
    assert nightly.run(at(12))["waiting lists moved up"] == 0


def test_a_late_yes_finds_the_place_gone_and_the_next_one_asked(
    cast: Cast, meeting: InfoMeeting
) -> None:
    actor = visitor(cast)
    guests = [come(actor, meeting, name) for name in ("Ann", "Bob", "Cis", "Dora")]
    signups.answer_own(actor=actor, sign_up_id=guests[0].pk, step="cancel")
    with time_machine.travel(at(13), tick=False):
        late = signups.answer_own(actor=actor, sign_up_id=guests[2].pk, step="confirm")
    assert late.state == SignUpState.CANCELLED
    assert states(meeting)["Dora"] == "offered"


def test_an_offer_never_outlives_the_meeting(cast: Cast, meeting: InfoMeeting) -> None:
    actor = visitor(cast)
    guests = [come(actor, meeting, name) for name in ("Ann", "Bob", "Cis")]
    with time_machine.travel(at(19), tick=False):
        signups.answer_own(actor=actor, sign_up_id=guests[0].pk, step="cancel")
    assert meeting.sign_ups.get(name="Cis").offered_until == at(20)


def test_two_people_are_not_offered_one_chair(cast: Cast, meeting: InfoMeeting) -> None:
    actor = visitor(cast)
    ann = come(actor, meeting, "Ann")
    come(actor, meeting, "Bob")
    come(actor, meeting, "Cis", brings=1)
    come(actor, meeting, "Dora")
    signups.answer_own(actor=actor, sign_up_id=ann.pk, step="cancel")
    assert (states(meeting)["Cis"], states(meeting)["Dora"]) == ("waiting", "offered")


def test_more_places_are_offered_to_who_waits(
    cast: Cast, coordinator: Actor, meeting: InfoMeeting
) -> None:
    for name in ("Ann", "Bob", "Cis", "Dora"):
        come(visitor(cast), meeting, name)
    plan = plan_of(meeting, places=3)
    meetings.change_meeting(actor=coordinator, meeting_id=meeting.pk, plan=plan)
    assert (states(meeting)["Cis"], states(meeting)["Dora"]) == ("offered", "waiting")
    assert letters("meeting.changed") == []


def test_another_moment_is_told_to_everybody_who_comes_or_waits(
    cast: Cast, coordinator: Actor, meeting: InfoMeeting
) -> None:
    for name in ("Ann", "Bob", "Cis"):
        come(visitor(cast), meeting, name)
    plan = plan_of(meeting, starts_at=at(21))
    meetings.change_meeting(actor=coordinator, meeting_id=meeting.pk, plan=plan)
    assert len(letters("meeting.changed")) == 3


def test_cancelling_tells_everybody_with_the_reason(
    cast: Cast, coordinator: Actor, meeting: InfoMeeting
) -> None:
    gone = come(visitor(cast), meeting, "Ann")
    for name in ("Bob", "Cis", "Dora"):
        come(visitor(cast), meeting, name)
    signups.answer_own(actor=visitor(cast), sign_up_id=gone.pk, step="cancel")
    meetings.cancel_meeting(actor=coordinator, meeting_id=meeting.pk, reason="De zaal is dicht.")
    assert letters("meeting.cancelled") == [
        f"{name}@test.example" for name in ("bob", "cis", "dora")
    ]
    letter = Message.objects.filter(kind="meeting.cancelled").first()
    assert letter is not None
    assert "De zaal is dicht." in letter.body
    assert "STATUS:CANCELLED" in letter.calendar
    with pytest.raises(StateConflict):
        meetings.cancel_meeting(actor=coordinator, meeting_id=meeting.pk, reason="x")
    with pytest.raises(NotAllowed):
        come(coordinator, meeting, "Eva")


def test_the_reminder_goes_the_day_before_and_once(cast: Cast, meeting: InfoMeeting) -> None:
    for name in ("Ann", "Bob", "Cis"):
        come(visitor(cast), meeting, name)
    assert nightly.run(at(18))["guests reminded"] == 0
    assert nightly.run(at(19, 2))["guests reminded"] == 2
    assert nightly.run(at(19, 3))["guests reminded"] == 0
    assert letters("meeting.reminder") == ["ann@test.example", "bob@test.example"]


def test_at_the_door_somebody_simply_is_there(
    cast: Cast, coordinator: Actor, meeting: InfoMeeting
) -> None:
    with time_machine.travel(at(20, 13), tick=False):
        row = come(coordinator, meeting, "Ann")
    assert (row.state, row.entered_by_id) == (SignUpState.ATTENDED, cast.amal.pk)
    assert not Message.objects.exists()


def test_being_there_is_not_ticked_off_before_the_day(
    cast: Cast, coordinator: Actor, meeting: InfoMeeting
) -> None:
    guest = come(visitor(cast), meeting, "Ann")
    with pytest.raises(StateConflict):
        signups.take_step(actor=coordinator, sign_up_id=guest.pk, step="attend")
    with time_machine.travel(at(20, 13), tick=False):
        signups.take_step(actor=coordinator, sign_up_id=guest.pk, step="miss")
        row = signups.take_step(actor=coordinator, sign_up_id=guest.pk, step="attend")
        assert row.state == SignUpState.ATTENDED
        with pytest.raises(StateConflict):
            signups.take_step(actor=coordinator, sign_up_id=guest.pk, step="cancel")


@pytest.mark.parametrize("step", SIGN_UP.steps)
def test_each_step_starts_only_where_the_table_says(step: str) -> None:
    for state in SignUpState:
        if state in SIGN_UP.steps[step].sources:
            assert SIGN_UP.target(step, source=state) in SignUpState.values
        else:
            with pytest.raises(StateConflict):
                SIGN_UP.target(step, source=state)


def test_a_phone_number_alone_is_enough_and_gets_no_letter(
    cast: Cast, meeting: InfoMeeting
) -> None:
    row = come(visitor(cast), meeting, "Ann", email="", phone="+32475123456")
    assert (row.state, row.contact_key) == (SignUpState.CONFIRMED, "+32475123456")
    assert not Message.objects.exists()
