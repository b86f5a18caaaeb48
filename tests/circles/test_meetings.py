"""Meetings, minutes within forty-eight hours, what comes back, and looking back."""

from datetime import timedelta

import pytest
import time_machine

from naast.circles.errors import NotOfHere, TooEarly, WordsMissing
from naast.circles.inputs import AgreedNote, LookBackNote, MeetingPlan, Minutes
from naast.circles.models import Agreed, Circle, Contact, LookBack, Meeting
from naast.circles.queries import meetings as queries
from naast.circles.services import meetings as services
from naast.circles.services import nightly
from naast.circles.states import CircleState, Level
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.models import Message
from tests.circling import meeting_of, signal_of, weekly_circle
from tests.conftest import Cast

MINUTES = Minutes(
    support="We keken samen naar de vacatures.",
    accountability="We spraken over te laat komen.",
    themes=("work",),
    mood="open",
    shared_parts=("support",),
    agreed=(AgreedNote("De brief lezen", "Bea"),),
)


def test_meetings_follow_the_rhythm_and_the_writing_goes_round(cast: Cast) -> None:
    circle = weekly_circle(cast)
    bea = cast.person_id("bea")
    plan = MeetingPlan(starts_at=clock.now() + timedelta(days=1), writer_id=bea, times=4)
    made = services.plan_meetings(actor=cast.actor("amal"), circle_id=circle.pk, plan=plan)
    days = [(each.starts_at - made[0].starts_at).days for each in made]
    assert [round(day / 7) for day in days] == [0, 1, 2, 3]
    assert made[0].writer_id == made[3].writer_id == bea
    assert len({each.writer_id for each in made}) == 3
    assert Message.objects.filter(user=cast.bea.user).exists()


def test_the_hour_stays_the_same_when_the_clock_changes(cast: Cast) -> None:
    with time_machine.travel("2026-10-20T12:00:00+00:00", tick=False):
        circle = weekly_circle(cast)
        plan = MeetingPlan(starts_at=clock.now() + timedelta(days=1), times=2)
        services.plan_meetings(actor=cast.actor("amal"), circle_id=circle.pk, plan=plan)
        first, second = Meeting.objects.order_by("starts_at")
    # Summer time ends on 25 October 2026.
    assert second.starts_at - first.starts_at == timedelta(days=7, hours=1)


def test_whose_turn_is_longest_ago_writes_first(cast: Cast) -> None:
    circle = weekly_circle(cast)
    bea = cast.person_id("bea")
    meeting_of(circle, writer_id=bea)
    people = [row.person_id for row in circle.inner.all()]
    assert queries.longest_ago_first(circle, people)[-1] == bea


def test_nobody_plans_in_the_past_or_before_the_circle_meets(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal = cast.actor("amal")
    with pytest.raises(NotOfHere):
        services.plan_meetings(
            actor=amal, circle_id=circle.pk, plan=MeetingPlan(starts_at=clock.now())
        )
    Circle.objects.filter(pk=circle.pk).update(state=CircleState.FORMING)
    plan = MeetingPlan(starts_at=clock.now() + timedelta(days=1))
    with pytest.raises(StateConflict):
        services.plan_meetings(actor=amal, circle_id=circle.pk, plan=plan)


@pytest.mark.covers("S1-162")
def test_a_volunteer_writes_minutes_under_the_two_pillars(cast: Cast) -> None:
    circle = weekly_circle(cast)
    meeting = meeting_of(circle)
    talk = signal_of(circle, cast.person_id("bea"), Level.TALK)
    minutes = Minutes(
        support=MINUTES.support,
        accountability=MINUTES.accountability,
        present=(cast.person_id("bea"), cast.person_id("piet")),
        agreed=MINUTES.agreed,
        talked_about=(talk.pk,),
    )
    services.write_minutes(actor=cast.actor("bea"), meeting_id=meeting.pk, minutes=minutes)
    meeting.refresh_from_db()
    talk.refresh_from_db()
    assert (meeting.support, meeting.accountability) == (MINUTES.support, MINUTES.accountability)
    assert meeting.written_by_id == cast.person_id("bea")
    assert meeting.present.count() == 2
    assert talk.handled_at is not None
    assert [row.what for row in queries.agreed_before(circle)] == ["De brief lezen"]


def test_what_was_agreed_comes_back_until_it_is_done(cast: Cast) -> None:
    circle = weekly_circle(cast)
    services.write_minutes(
        actor=cast.actor("bea"), meeting_id=meeting_of(circle).pk, minutes=MINUTES
    )
    agreed = Agreed.objects.get()
    services.tick_agreed(actor=cast.actor("piet"), agreed_id=agreed.pk, is_done=True)
    assert queries.agreed_before(circle) == []
    services.tick_agreed(actor=cast.actor("bea"), agreed_id=agreed.pk, is_done=False)
    assert queries.agreed_before(circle) == [agreed]


def test_the_core_member_reads_what_the_circle_shares_and_nothing_else(cast: Cast) -> None:
    circle = weekly_circle(cast)
    meeting = meeting_of(circle)
    services.write_minutes(actor=cast.actor("bea"), meeting_id=meeting.pk, minutes=MINUTES)
    meeting.refresh_from_db()
    core = queries.shown_to(cast.actor("piet"), circle, meeting)
    assert (core.support, core.accountability, core.mood) == (MINUTES.support, "", "")
    assert core.is_partly
    volunteer = queries.shown_to(cast.actor("bea"), circle, meeting)
    assert (volunteer.accountability, volunteer.is_partly) == (MINUTES.accountability, False)


@pytest.mark.parametrize("name", ["piet", "nele"])
def test_only_volunteers_write_minutes(cast: Cast, name: str) -> None:
    circle = weekly_circle(cast)
    meeting = meeting_of(circle)
    with pytest.raises((NotAllowed, Meeting.DoesNotExist)):
        services.write_minutes(actor=cast.actor(name), meeting_id=meeting.pk, minutes=MINUTES)


def test_the_coordinator_may_write_them_for_somebody_without_a_screen(cast: Cast) -> None:
    meeting = meeting_of(weekly_circle(cast))
    services.write_minutes(actor=cast.actor("amal"), meeting_id=meeting.pk, minutes=MINUTES)
    meeting.refresh_from_db()
    assert meeting.written_at is not None


def test_another_hand_does_not_mend_them_and_after_a_week_nobody(cast: Cast) -> None:
    meeting = meeting_of(weekly_circle(cast))
    services.write_minutes(actor=cast.actor("bea"), meeting_id=meeting.pk, minutes=MINUTES)
    services.write_minutes(actor=cast.actor("bea"), meeting_id=meeting.pk, minutes=MINUTES)
    assert Agreed.objects.count() == 1
    with pytest.raises(NotAllowed):
        services.write_minutes(actor=cast.actor("amal"), meeting_id=meeting.pk, minutes=MINUTES)
    Meeting.objects.update(written_at=clock.now() - timedelta(days=8))
    with pytest.raises(NotAllowed):
        services.write_minutes(actor=cast.actor("bea"), meeting_id=meeting.pk, minutes=MINUTES)


def test_minutes_come_after_the_meeting_with_words_and_people_of_the_circle(cast: Cast) -> None:
    circle = weekly_circle(cast)
    bea = cast.actor("bea")
    later = meeting_of(circle, at=clock.now() + timedelta(days=1))
    held = meeting_of(circle)
    with pytest.raises(TooEarly):
        services.write_minutes(actor=bea, meeting_id=later.pk, minutes=MINUTES)
    empty = Minutes(support=" ", accountability="")
    with pytest.raises(WordsMissing):
        services.write_minutes(actor=bea, meeting_id=held.pk, minutes=empty)
    for wrong in (
        Minutes("x", "", present=(cast.person_id("nele"),)),
        Minutes("x", "", mood="angry"),
        Minutes("x", "", themes=("offence",)),
        Minutes("x", "", shared_parts=("all",)),
    ):
        with pytest.raises(NotOfHere):
            services.write_minutes(actor=bea, meeting_id=held.pk, minutes=wrong)


def test_a_meeting_that_was_called_off_asks_nothing(cast: Cast) -> None:
    circle = weekly_circle(cast)
    meeting = meeting_of(circle, at=clock.now() + timedelta(days=1))
    amal = cast.actor("amal")
    services.cancel_meeting(actor=amal, circle_id=circle.pk, meeting_id=meeting.pk)
    with pytest.raises(StateConflict):
        services.cancel_meeting(actor=amal, circle_id=circle.pk, meeting_id=meeting.pk)
    with pytest.raises(NotAllowed):
        services.write_minutes(actor=cast.actor("bea"), meeting_id=meeting.pk, minutes=MINUTES)


def test_minutes_are_asked_of_who_writes_them_and_of_anybody_when_nobody_does(cast: Cast) -> None:
    circle = weekly_circle(cast)
    bea = cast.actor("bea")
    others = circle.inner.exclude(person_id=bea.person_id)[0].person_id
    own, anybody = meeting_of(circle, writer_id=bea.person_id), meeting_of(circle)
    meeting_of(circle, writer_id=others)
    assert set(queries.to_write(bea, now=clock.now())) == {own, anybody}


def test_the_night_reminds_the_writer_once_and_once_when_it_is_late(cast: Cast) -> None:
    circle = weekly_circle(cast)
    meeting_of(circle, writer_id=cast.person_id("bea"))
    now = clock.now()
    name = "reminders of circle minutes"
    assert nightly.run(now)[name] == 1
    assert nightly.run(now)[name] == 0
    assert nightly.run(now + timedelta(hours=60))[name] == 1
    assert nightly.run(now + timedelta(days=30))[name] == 0
    assert Message.objects.filter(user=cast.bea.user, kind="circle.minutes").count() == 2


def test_a_contact_in_between_is_a_line(cast: Cast) -> None:
    circle = weekly_circle(cast)
    bea = cast.actor("bea")
    services.log_contact(
        actor=bea, circle_id=circle.pk, day=clock.today(), way="call", words="Kort gebeld."
    )
    assert Contact.objects.get().person_id == bea.person_id
    with pytest.raises(NotOfHere):
        services.log_contact(actor=bea, circle_id=circle.pk, day=clock.today(), way="x", words="")
    with pytest.raises(NotAllowed):
        services.log_contact(
            actor=cast.actor("piet"), circle_id=circle.pk, day=clock.today(), way="call", words=""
        )


def test_everybody_looks_back_in_their_own_words_when_the_circle_closes(cast: Cast) -> None:
    circle = weekly_circle(cast)
    note = LookBackNote(brought="Dat er iemand kwam.")
    piet = cast.actor("piet")
    with pytest.raises(StateConflict):
        services.look_back(actor=piet, circle_id=circle.pk, note=note)
    Circle.objects.filter(pk=circle.pk).update(state=CircleState.CLOSING)
    with pytest.raises(WordsMissing):
        services.look_back(actor=piet, circle_id=circle.pk, note=LookBackNote())
    services.look_back(actor=piet, circle_id=circle.pk, note=note)
    services.look_back(actor=piet, circle_id=circle.pk, note=note)
    assert LookBack.objects.get().brought == note.brought
