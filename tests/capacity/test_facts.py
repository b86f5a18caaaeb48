"""What is read about a load: four weeks against the twelve before, limits, circles, what was said."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.capacity.models import OwnLimits, SelfCheck
from naast.capacity.queries.facts import carried_by
from naast.capacity.states import Amount, Reason
from naast.capacity.weighing import Carried, Measure, Outcome, weigh
from naast.companionship.models import Match, MatchState
from naast.core import clock
from naast.people.models import VolunteerProfile
from tests.capacity.carrying import carried_of
from tests.carrying import CheckFactory, StepBackFactory, ago, usual_weeks, visited
from tests.companionship.pair import pair
from tests.conftest import Cast
from tests.factories import EngagementFactory, MatchFactory


@pytest.fixture
def match(cast: Cast) -> Match:
    """Bea beside Piet."""
    return pair(cast, MatchState.RUNNING)


def test_four_weeks_are_laid_beside_the_twelve_before(match: Match) -> None:
    usual_weeks(match)
    visited(match, 1, 8, minutes=120, part_of_day="evening", mood="hard")
    visited(match, 15, minutes=60, is_unplanned=True)

    carried = carried_of(match.volunteer)

    assert carried.minutes == Measure(now=300, usual=240)
    assert carried.evenings == Measure(now=2, usual=0)
    assert carried.unplanned == Measure(now=1, usual=0)
    assert (carried.hard, carried.visits) == (2, 3)


def test_a_newcomer_has_no_usual_yet(match: Match) -> None:
    visited(match, 1, 2, 3, minutes=300)
    assert carried_of(match.volunteer).minutes == Measure(now=900)


def test_the_own_limits_count(match: Match) -> None:
    tuesday = 1
    OwnLimits.objects.create(
        organisation=match.organisation,
        person=match.volunteer,
        hours_month=3,
        evenings_month=1,
        days_off=1 << tuesday,
        changed_on=clock.today(),
    )
    tuesdays = [days for days in range(1, 15) if ago(days).weekday() == tuesday]
    visited(match, *tuesdays, minutes=120, part_of_day="night")

    carried = carried_of(match.volunteer)

    assert carried.off_days == len(tuesdays) == 2
    assert set(weigh(carried).reasons) >= {Reason.HOURS_LIMIT, Reason.EVENINGS_LIMIT}


@pytest.mark.covers("S1-87")
def test_the_weight_of_a_match_counts(match: Match) -> None:
    match.weight = 3
    match.save()
    MatchFactory(
        organisation=match.organisation, volunteer=match.volunteer, programme=match.programme
    )
    VolunteerProfile.objects.filter(person=match.volunteer).update(max_matches=2, heaviest=2)

    carried = carried_of(match.volunteer)

    assert (carried.weight, carried.room) == (5, 4)
    assert Reason.WEIGHT in weigh(carried).reasons


def test_good_holds_for_four_weeks_and_too_much_until_somebody_talked(match: Match) -> None:
    check = CheckFactory(person=match.volunteer, answered_on=ago(27), amount=Amount.GOOD)
    assert carried_of(match.volunteer).said is not None
    check.answered_on = ago(29)
    check.save()
    assert carried_of(match.volunteer).said is None
    check.amount = Amount.MUCH
    check.save()
    assert weigh(carried_of(match.volunteer)).outcome == Outcome.MUCH
    StepBackFactory(person=match.volunteer, talked_on=ago(28))
    assert carried_of(match.volunteer).said is None


def test_enjoying_it_less_twice_in_a_row_is_seen(match: Match) -> None:
    for days, joy in ((150, 5), (90, 4), (1, 3)):
        CheckFactory(person=match.volunteer, answered_on=ago(days), answers={"joy": joy})
    assert weigh(carried_of(match.volunteer)).reasons == (Reason.JOY,)


def test_two_self_checks_let_go_are_a_reason_until_somebody_talked(match: Match) -> None:
    CheckFactory(person=match.volunteer, let_go_on=ago(3), skipped_before=1)
    assert weigh(carried_of(match.volunteer)).reasons == (Reason.SKIPPED,)
    StepBackFactory(person=match.volunteer, talked_on=ago(1))
    assert not carried_of(match.volunteer).is_silent


def test_who_has_waited_for_eight_weeks_is_idle(cast: Cast) -> None:
    engagement = EngagementFactory(organisation=cast.here, started_on=ago(56))
    VolunteerProfile.objects.create(organisation=cast.here, person=engagement.person)
    assert carried_of(engagement.person).is_idle
    MatchFactory(
        organisation=cast.here,
        volunteer=engagement.person,
        programme=engagement.programme,
        state=MatchState.PROPOSED,
    )
    assert not carried_of(engagement.person).is_idle


def test_who_rests_is_not_idle(cast: Cast) -> None:
    engagement = EngagementFactory(organisation=cast.here, started_on=ago(80))
    tomorrow = clock.today() + timedelta(days=1)
    VolunteerProfile.objects.create(
        organisation=cast.here, person=engagement.person, rests_until_on=tomorrow
    )
    assert not carried_of(engagement.person).is_idle


def test_many_cost_as_much_as_one(match: Match) -> None:
    others = [
        MatchFactory(organisation=match.organisation, programme=match.programme).volunteer
        for _ in range(3)
    ]
    people = [match.volunteer_id, *(person.pk for person in others)]
    for person_id in people:
        CheckFactory(person_id=person_id, organisation=match.organisation, answered_on=ago(1))
    counts = []
    for some in (people[:1], people):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            found = carried_by(match.organisation_id, some, today=clock.today())
        assert found.keys() == set(some)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_nothing_is_known_of_a_stranger(cast: Cast) -> None:
    found = carried_by(cast.here.pk, [cast.person_id("chris")], today=clock.today())
    assert list(found.values()) == [Carried(room=2)]
    assert SelfCheck.objects.count() == 0
