"""Places, quarters and jobs, each touched twice at the same moment."""

from datetime import date, timedelta
from functools import partial

import pytest

from naast.core import clock
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.outreach.inputs import GroupAnswer, Guest
from naast.outreach.services import groups, jobs, nightly, signups
from naast.outreach.states import SEATED, SignUpState
from tests.at_once import at_once, refused
from tests.conftest import Cast
from tests.factories import actor_of, member
from tests.outreaching import GroupFactory, JobFactory, MeetingFactory, SignUpFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def visitor(cast: Cast) -> Actor:
    return Actor.visitor(cast.here, reason="own link")


def test_two_who_cancel_at_once_give_each_place_away_once(cast: Cast) -> None:
    meeting = MeetingFactory(organisation=cast.here, places=2)
    coming = [SignUpFactory(meeting=meeting) for _guest in range(2)]
    for _guest in range(3):
        SignUpFactory(meeting=meeting, state=SignUpState.WAITING)
    cancel = partial(signups.answer_own, actor=visitor(cast), step="cancel")
    at_once(*(partial(cancel, sign_up_id=guest.pk) for guest in coming))
    states = list(meeting.sign_ups.order_by("id").values_list("state", flat=True))
    assert states == ["cancelled", "cancelled", "offered", "offered", "waiting"]
    assert Message.objects.filter(kind="meeting.offer").count() == 2


def test_the_last_place_of_a_meeting_is_taken_once(cast: Cast) -> None:
    meeting = MeetingFactory(organisation=cast.here, places=1)
    come = partial(signups.sign_up, actor=visitor(cast), meeting_id=meeting.pk)
    guests = [Guest(name=name, email=f"{name}@test.example") for name in ("ann", "bob")]
    at_once(*(partial(come, guest=guest) for guest in guests))
    assert meeting.sign_ups.filter(state__in=SEATED).count() == 1
    assert meeting.sign_ups.filter(state=SignUpState.WAITING).count() == 1


def test_the_same_person_twice_at_once_is_one_sign_up(cast: Cast) -> None:
    meeting = MeetingFactory(organisation=cast.here)
    guest = Guest(name="Ann", email="ann@test.example")
    come = partial(signups.sign_up, actor=visitor(cast), meeting_id=meeting.pk, guest=guest)
    at_once(come, come)
    assert meeting.sign_ups.count() == 1


def test_a_late_yes_and_the_night_never_seat_two_on_one_chair(cast: Cast) -> None:
    meeting = MeetingFactory(organisation=cast.here, places=1)
    late = SignUpFactory(meeting=meeting, state="offered", offered_until=clock.now())
    SignUpFactory(meeting=meeting, state=SignUpState.WAITING)
    yes = partial(signups.answer_own, actor=visitor(cast), sign_up_id=late.pk, step="confirm")
    at_once(yes, partial(nightly.run, clock.now()))
    assert meeting.sign_ups.filter(state__in=SEATED).count() == 1


def test_two_nights_at_once_remind_once(cast: Cast) -> None:
    meeting = MeetingFactory(organisation=cast.here, starts_at=clock.now() + timedelta(days=1))
    SignUpFactory(meeting=meeting)
    night = partial(nightly.run, clock.now())
    at_once(night, night)
    assert Message.objects.filter(kind="meeting.reminder").count() == 1


def test_the_last_place_of_a_quarter_is_agreed_once(cast: Cast) -> None:
    GroupFactory(organisation=cast.here, state="accepted", date_on=date(2030, 5, 1))
    asked = [GroupFactory(organisation=cast.here) for _group in range(2)]
    answer = GroupAnswer(subject="Welkom", body="Dag", date_on=date(2030, 5, 2))
    accept = partial(groups.answer_group, actor=cast.actor("amal"), step="accept", answer=answer)
    results = at_once(*(partial(accept, group_id=group.pk) for group in asked))
    assert refused(results) == 1


def test_the_last_place_of_a_job_is_taken_once(cast: Cast) -> None:
    job = JobFactory(organisation=cast.here, places=1)
    other = actor_of(member(cast.here, Function.VOLUNTEER, name="Bert Buddy"))
    take = partial(jobs.take_job, short_job_id=job.pk)
    results = at_once(partial(take, actor=cast.actor("bea")), partial(take, actor=other))
    assert refused(results) == 1
    assert job.takers.count() == 1
