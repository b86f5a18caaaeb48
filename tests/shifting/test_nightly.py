"""Visits that came in by lists are heard of at night."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.companionship.models import MatchState
from naast.core import clock
from naast.shifting.models import TaskShift
from naast.shifting.services import nightly
from tests.conftest import Cast
from tests.factories import MatchFactory, VisitFactory
from tests.shifts import pair


def test_a_list_of_visits_is_heard_of_once(cast: Cast) -> None:
    match = pair(cast)
    for days in (1, 5):
        VisitFactory(
            match=match,
            other_activity="Strijken",
            visited_on=clock.today() - timedelta(days=days),
        )
    VisitFactory(match=match, other_activity="samen wandelen")
    VisitFactory(match=match, other_activity="Lang", visited_on=clock.today() - timedelta(days=99))
    ended = MatchFactory(organisation=cast.here, state=MatchState.ENDED)
    VisitFactory(match=ended, other_activity="Strijken")
    assert nightly.run(clock.now()) == {"noticed": 1}
    shift = TaskShift.objects.get()
    assert (shift.match_id, shift.words) == (match.pk, "Strijken")
    assert shift.last_on - shift.first_on == timedelta(days=4)
    assert nightly.run(clock.now()) == {"noticed": 0}


def test_a_night_costs_the_same_for_one_and_three_matches(cast: Cast) -> None:
    def add() -> None:
        VisitFactory(match=MatchFactory(organisation=cast.here), other_activity="Strijken")

    def cost() -> int:
        TaskShift.objects.all().delete()
        with CaptureQueriesContext(connection) as captured:
            nightly.notice(cast.here, now=clock.now())
        return len(captured)

    add()
    one = cost()
    add()
    add()
    assert cost() == one
