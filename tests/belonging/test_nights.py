"""What happens at night: who is asked what, once, and what goes by itself."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.utils.timezone import make_aware
from time_machine import TimeMachineFixture

from naast.belonging import attention
from naast.belonging.inputs import Answered, Settled
from naast.belonging.models import FirstDay, Mentoring, OutsideGuide, Question, Welcome
from naast.belonging.policies import ideas as policies
from naast.belonging.services import answering, nightly
from naast.core import clock
from naast.messaging.models import Message
from naast.people.models import VolunteerProfile
from naast.programmes.models import Engagement
from tests.conftest import Cast
from tests.factories import MatchFactory, ProgrammeFactory, VolunteerFactory
from tests.welcoming import (
    FirstDayFactory,
    GuideFactory,
    IdeaFactory,
    MentoringFactory,
    MomentFactory,
    QuestionFactory,
    engaged,
    heavy_visit,
    led_by,
    person_of,
)

START = date(2026, 1, 12)


@pytest.fixture(autouse=True)
def on_a_day_in_january(time_machine: TimeMachineFixture) -> None:
    """Everybody starts on a Monday in January."""
    time_machine.move_to(make_aware(datetime.combine(START, time(3))), tick=False)


def on(time_machine: TimeMachineFixture, day: date) -> dict[str, int]:
    """One night of that day."""
    moment = make_aware(datetime.combine(day, time(3)))
    time_machine.move_to(moment, tick=False)
    return nightly.run(moment)


def asked() -> list[tuple[str, int]]:
    return list(Question.objects.order_by("id").values_list("kind", "week"))


def test_checks_come_after_two_six_and_twelve_weeks_each_once(
    cast: Cast, time_machine: TimeMachineFixture
) -> None:
    engaged(cast)
    for weeks in (1, 2, 2, 6, 12):
        on(time_machine, START + timedelta(weeks=weeks))
    assert asked() == [("check", 2), ("check", 6), ("check", 12)]
    told = Message.objects.filter(kind="belonging.question", user=cast.bea.user)
    assert told.count() == 3


def test_a_programme_has_its_own_moments(cast: Cast, time_machine: TimeMachineFixture) -> None:
    engagement = engaged(cast)
    Welcome.objects.create(
        organisation=cast.here, programme=engagement.programme, check_weeks=[1], look_months=1
    )
    on(time_machine, START + timedelta(weeks=1))
    on(time_machine, START + relativedelta(months=1))
    assert asked() == [("check", 1), ("look", 0)]


def test_nobody_is_asked_two_things_in_a_week(cast: Cast, time_machine: TimeMachineFixture) -> None:
    engaged(cast)
    week_12 = START + timedelta(weeks=12)
    on(time_machine, week_12)
    on(time_machine, START + relativedelta(months=3))
    assert asked() == [("check", 12)]
    on(time_machine, week_12 + timedelta(days=7))
    assert asked() == [("check", 12), ("look", 0)]


def test_who_starts_twice_at_once_is_asked_one_time(
    cast: Cast, time_machine: TimeMachineFixture
) -> None:
    engaged(cast)
    engaged(cast, START + timedelta(days=3))
    for days in (14, 17, 22, 25):
        on(time_machine, START + timedelta(days=days))
    assert asked() == [("check", 2)]


def test_who_was_here_before_the_list_came_is_not_asked_old_questions(
    cast: Cast, time_machine: TimeMachineFixture
) -> None:
    engaged(cast, START - timedelta(days=200))
    on(time_machine, START)
    assert asked() == []


def test_an_agreed_end_is_asked_about_four_weeks_before_and_again_at_a_new_end(
    cast: Cast, time_machine: TimeMachineFixture
) -> None:
    end = START + timedelta(weeks=20)
    engagement = engaged(cast, until_on=end)
    on(time_machine, end - timedelta(weeks=5))
    assert not Question.objects.filter(kind="going_on").exists()
    on(time_machine, end - timedelta(weeks=4))
    on(time_machine, end - timedelta(weeks=3))
    assert Question.objects.filter(kind="going_on", end_on=end).count() == 1
    engagement.until_on = end + timedelta(weeks=20)
    engagement.save()
    on(time_machine, end + timedelta(weeks=16))
    assert Question.objects.filter(kind="going_on").count() == 2


def test_an_agreed_end_that_passed_stays_until_somebody_says_how_it_goes_on(
    cast: Cast, time_machine: TimeMachineFixture
) -> None:
    end = START + timedelta(weeks=20)
    engagement = engaged(cast, until_on=end)
    on(time_machine, end - timedelta(weeks=4))
    on(time_machine, end + timedelta(weeks=9))
    amal = cast.actor("amal")
    assert [item.kind for item in attention.items(amal, now=clock.now())] == ["belonging.end"]

    question = Question.objects.get(kind="going_on")
    given = Answered(choice="stop", words="Ik verhuis.")
    answering.answer(actor=cast.actor("bea"), question_id=question.pk, given=given)
    answering.settle(
        actor=amal, question_id=question.pk, settled=Settled("stopped", "We drinken koffie.", None)
    )
    # It was agreed that it stops: the desk asks until it did.
    assert [item.kind for item in attention.items(amal, now=clock.now())] == ["belonging.end"]
    engagement.ended_on = clock.today()
    engagement.save()
    assert attention.items(amal, now=clock.now()) == []


def test_an_open_end_is_asked_once_a_year_for_one_programme_of_the_two(
    cast: Cast, time_machine: TimeMachineFixture
) -> None:
    engaged(cast)
    engaged(cast, START + timedelta(days=40))
    year = START + relativedelta(years=1)
    for days in (0, 1, 40):
        on(time_machine, year + timedelta(days=days))
    assert Question.objects.filter(kind="going_on").count() == 1


def test_a_programme_with_a_duration_asks_in_that_rhythm_and_not_beside_the_end_of_a_match(
    cast: Cast, time_machine: TimeMachineFixture
) -> None:
    programme = ProgrammeFactory(organisation=cast.here, duration_months=6)
    engaged(cast, programme=programme)
    match = MatchFactory(
        organisation=cast.here,
        programme=programme,
        volunteer=person_of(cast, "bea"),
        intended_end_on=START + timedelta(days=300),
    )
    half_a_year = START + relativedelta(months=6)
    on(time_machine, half_a_year)
    assert not Question.objects.filter(kind="going_on").exists()
    match.intended_end_on = None
    match.save()
    on(time_machine, half_a_year + timedelta(days=1))
    assert Question.objects.filter(kind="going_on").count() == 1


def test_who_said_goodbye_is_asked_nothing(cast: Cast, time_machine: TimeMachineFixture) -> None:
    engagement = engaged(cast)
    VolunteerProfile.objects.filter(person=engagement.person).update(status="former")
    on(time_machine, START + timedelta(weeks=2))
    assert asked() == []


def test_what_nobody_answers_goes_by_itself(cast: Cast, time_machine: TimeMachineFixture) -> None:
    question = QuestionFactory(organisation=cast.here, engagement=engaged(cast), week=2)
    on(time_machine, START + timedelta(days=27))
    question.refresh_from_db()
    assert question.is_waiting
    on(time_machine, START + timedelta(days=28))
    question.refresh_from_db()
    assert question.dropped_on == clock.today()


def test_both_hear_of_a_first_day_some_days_before_and_once(
    cast: Cast, time_machine: TimeMachineFixture
) -> None:
    FirstDayFactory(
        organisation=cast.here,
        engagement=engaged(cast, START + timedelta(days=10)),
        host=cast.nele,
        day=START + timedelta(days=10),
    )
    for days in (5, 7, 8):
        on(time_machine, START + timedelta(days=days))
    kinds = Message.objects.order_by("kind").values_list("kind", "user")
    assert list(kinds) == [
        ("first-day.host", cast.nele.user_id),
        ("first-day.newcomer", cast.bea.user_id),
    ]


def test_the_night_prepares_first_days(cast: Cast, time_machine: TimeMachineFixture) -> None:
    engaged(cast)
    assert on(time_machine, START)["first days prepared"] == 1
    assert FirstDay.objects.count() == 1


def test_a_mentor_hears_of_each_moment_and_it_ends_by_itself_with_thanks(
    cast: Cast, time_machine: TimeMachineFixture
) -> None:
    mentoring = MentoringFactory(
        organisation=cast.here, mentor=person_of(cast, "bea"), state="running"
    )
    MomentFactory(mentoring=mentoring)
    on(time_machine, START)
    on(time_machine, START + timedelta(days=1))
    assert Message.objects.filter(kind="mentor.moment").count() == 1
    on(time_machine, mentoring.until_on + timedelta(days=1))
    assert Mentoring.objects.get().state == "ended"
    assert Message.objects.filter(kind="mentoring", user=cast.bea.user).count() == 1


def test_the_day_after_a_heavy_visit_the_offer_comes_once_more(
    cast: Cast, time_machine: TimeMachineFixture
) -> None:
    heavy_visit(cast)
    for days in (1, 2, 5):
        on(time_machine, START + timedelta(days=days))
    assert Message.objects.filter(kind="debrief.offer").count() == 1


def test_what_need_not_be_kept_is_erased(cast: Cast, time_machine: TimeMachineFixture) -> None:
    old = QuestionFactory(organisation=cast.here, answered_on=START, asked_on=START)
    GuideFactory(organisation=cast.here, revoked_on=START)
    on(time_machine, START + timedelta(days=31))
    assert not OutsideGuide.objects.exists()
    assert Question.objects.filter(pk=old.pk).exists()
    on(time_machine, START + relativedelta(years=2, days=1))
    assert not Question.objects.filter(pk=old.pk).exists()


def test_a_check_on_the_first_day_itself_is_asked_once(
    cast: Cast, time_machine: TimeMachineFixture
) -> None:
    engagement = engaged(cast)
    Welcome.objects.create(organisation=cast.here, programme=engagement.programme, check_weeks=[0])
    on(time_machine, START)
    on(time_machine, START + timedelta(days=8))
    engagement.started_on = START + timedelta(days=9)
    engagement.save()
    on(time_machine, START + timedelta(days=16))
    assert asked() == [("check", 0)]


def test_walking_along_ends_when_the_newcomer_stops_in_the_programme(
    cast: Cast, time_machine: TimeMachineFixture
) -> None:
    mentoring = MentoringFactory(
        organisation=cast.here, mentor=person_of(cast, "bea"), state="running"
    )
    MomentFactory(mentoring=mentoring)
    Engagement.objects.update(ended_on=START)
    on(time_machine, START + timedelta(days=1))
    assert Mentoring.objects.get().state == "ended"
    assert not Message.objects.filter(kind="mentor.moment").exists()


def test_who_said_goodbye_stands_with_no_idea_and_the_others_go_on(
    cast: Cast, time_machine: TimeMachineFixture
) -> None:
    idea = IdeaFactory(organisation=cast.here)
    gone = VolunteerFactory(organisation=cast.here, status="former").person
    led_by(idea, gone)
    led_by(idea, person_of(cast, "bea"), leads=False)
    assert on(time_machine, START)["ideas left"] == 1
    assert policies.can_change(cast.actor("bea"), idea)
