"""Votes, places and absences, each touched twice at the same moment."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import transaction

from naast.core import clock
from naast.intervision.models import FollowUp, LearningQuestion, Series, Vote
from naast.intervision.services import questions, talks
from naast.intervision.services.follow_up import notice_absent
from tests.at_once import at_once
from tests.conftest import Cast
from tests.factories import VolunteerFactory
from tests.meeting_evenings import (
    EveningFactory,
    MemberFactory,
    PresenceFactory,
    SeriesFactory,
    TalkFactory,
    WishFactory,
    duty_for,
    group_of,
)

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_two_taps_at_once_never_give_more_votes_than_one_has(cast: Cast) -> None:
    talk = TalkFactory(evening__series=group_of(cast), votes_each=1)
    wishes = [WishFactory(talk=talk) for _each in range(2)]
    tap = partial(talks.turn_vote, actor=cast.actor("bea"), evening_id=talk.evening_id)
    at_once(*(partial(tap, wish_id=wish.pk) for wish in wishes))
    assert Vote.objects.count() == 1


def test_a_vote_and_the_count_leave_no_slip_behind(cast: Cast) -> None:
    talk = TalkFactory(evening__series=group_of(cast))
    wish = WishFactory(talk=talk)
    own = {"evening_id": talk.evening_id}
    tap = partial(talks.turn_vote, actor=cast.actor("nele"), wish_id=wish.pk, **own)
    at_once(tap, partial(talks.count_votes, actor=cast.actor("bea"), **own))
    assert Vote.objects.count() == 0


def test_a_place_asked_twice_at_once_is_one_place(cast: Cast) -> None:
    evening = EveningFactory(series=group_of(cast))
    ask = partial(questions.ask_place, actor=cast.actor("nele"), evening_id=evening.pk)
    at_once(ask, ask)
    assert LearningQuestion.objects.count() == 1


def test_the_night_and_a_leader_who_closes_notice_somebody_once(cast: Cast) -> None:
    series: Series = SeriesFactory(organisation=cast.here, missed_in_a_row=1)
    person = VolunteerFactory(organisation=cast.here).person
    MemberFactory(series=series, person=person)
    duty_for(series, person)
    held = EveningFactory(
        series=series, starts_at=clock.now() - timedelta(days=3), closed_on=clock.today()
    )
    PresenceFactory(evening=held, person=person, state="absent")

    @transaction.atomic
    def notice() -> None:
        notice_absent(series=series, day=clock.today())

    at_once(notice, notice)
    assert FollowUp.objects.count() == 1
