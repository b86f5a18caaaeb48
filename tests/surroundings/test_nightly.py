"""What the night asks: each once, only of who is beside somebody, never of what is long past."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.companionship.models import Match, MatchState, Milestone
from naast.core import clock
from naast.messaging.models import Message
from naast.people.models import Person
from naast.surroundings import attention
from naast.surroundings.inputs import Words
from naast.surroundings.models import MatchCheck, Outcome, ProgrammeQuestions, Saying
from naast.surroundings.services import asking, nightly
from tests.conftest import Cast
from tests.factories import MatchFactory, UserFactory
from tests.surrounding import piet, running, said


def _started(match: Match, days: int) -> Match:
    match.started_on = clock.today() - timedelta(days=days)
    match.save()
    return match


def _night() -> dict[str, int]:
    return nightly.run(clock.now())


@pytest.mark.covers("S2-14")
def test_after_three_months_a_participant_is_invited_once(cast: Cast) -> None:
    _started(running(cast), 100)
    assert _night()["invited to say how it goes"] == 1
    assert _night()["invited to say how it goes"] == 0
    assert Saying.objects.get().invited_on == clock.today()
    assert Message.objects.get(kind="saying.how_it_goes").user_id == cast.piet.user_id


def test_who_said_something_lately_or_began_lately_is_not_invited(cast: Cast) -> None:
    match = _started(running(cast), 60)
    assert _night()["invited to say how it goes"] == 0
    _started(match, 100)
    said(cast)
    assert _night()["invited to say how it goes"] == 0


@pytest.mark.covers("S2-14")
@pytest.mark.parametrize("changes", [{"prefers_paper": True}, {"user": None}])
def test_who_is_not_online_is_asked_by_the_coordinator(
    cast: Cast, changes: dict[str, object]
) -> None:
    match = _started(running(cast), 100)
    Person.objects.filter(pk=piet(cast).pk).update(**changes)
    first = _night()
    assert first["invited to say how it goes"] == 0
    assert first["asked by phone or on paper how it goes"] == 1
    assert _night()["asked by phone or on paper how it goes"] == 0
    assert not Message.objects.exists()

    assert _on_desk(cast) == ["own-words-by-phone"]
    page, person = cast.url("alongside/around/?show=ask"), piet(cast)
    assert person.name in cast.client("amal").get(page).content.decode()
    assert person.name in cast.client("nele").get(page).content.decode()

    # Nobody asked: it makes place for the next time.
    with time_machine.travel(clock.now() + timedelta(days=93)):
        assert _night()["asked by phone or on paper how it goes"] == 1
        assert _on_desk(cast) == ["own-words-by-phone"]
        asking.say_for(actor=cast.actor("nele"), person_id=person.pk, words=Words("Het gaat goed."))
        assert "own-words-by-phone" not in _on_desk(cast)
        assert person.name not in cast.client("amal").get(page).content.decode()
        Saying.objects.filter(said_at__isnull=False).update(said_at=None)
        assert "own-words-by-phone" in _on_desk(cast)
        Match.objects.filter(pk=match.pk).update(state=MatchState.ENDED)
        assert "own-words-by-phone" not in _on_desk(cast)


def _on_desk(cast: Cast) -> list[str]:
    """What this room asks of Amal, but for the map."""
    items = attention.items(cast.actor("amal"), now=clock.now())
    return [item.kind for item in items if not item.kind.startswith("network-map")]


def test_nobody_is_invited_after_the_match_ended(cast: Cast) -> None:
    match = _started(running(cast), 100)
    match.state = MatchState.ENDED
    match.save()
    assert _night()["invited to say how it goes"] == 0


@pytest.mark.parametrize(("days", "asked"), [(0, 1), (29, 1), (31, 0), (-1, 0)])
def test_both_are_asked_how_it_begins_when_the_moment_comes(
    cast: Cast, days: int, asked: int
) -> None:
    match = running(cast)
    due = clock.today() - timedelta(days=days)
    Milestone.objects.create(
        organisation=cast.here, match=match, kind=Milestone.Kind.EARLY_CHECK, due_on=due
    )
    assert _night()["early checks asked"] == 2 * asked
    assert _night()["early checks asked"] == 0
    sides = set(MatchCheck.objects.values_list("side", "person_id"))
    expected = {("volunteer", match.volunteer_id), ("participant", match.participant_id)}
    assert sides == (expected if asked else set())


def test_the_end_of_a_trial_asks_both_as_well_and_a_look_back_does_not(cast: Cast) -> None:
    match = running(cast)
    for kind in (Milestone.Kind.END_OF_TRIAL, Milestone.Kind.LOOK_BACK):
        Milestone.objects.create(
            organisation=cast.here, match=match, kind=kind, due_on=clock.today()
        )
    assert _night()["early checks asked"] == 2


@pytest.mark.covers("S1-174")
def test_what_changed_is_asked_at_the_start_after_three_and_after_twelve_months(
    cast: Cast,
) -> None:
    match = _started(running(cast), 5)
    assert _night()["asked what changed"] == 0
    asks = ProgrammeQuestions.objects.create(
        organisation=cast.here, programme=match.programme, asks_outcome=True
    )
    for days in (5, 95, 370):
        _started(match, days)
        assert _night()["asked what changed"] == 1
    assert list(Outcome.objects.values_list("moment", flat=True)) == ["start", "three", "year"]
    asks.asks_outcome = False
    asks.save()
    Outcome.objects.all().delete()
    assert _night()["asked what changed"] == 0


def test_a_night_costs_the_same_for_one_and_for_three(cast: Cast) -> None:
    first = _started(running(cast), 100)
    _night()
    costs = []
    for number in (1, 3):
        Saying.objects.all().delete()
        for _more in range(number):
            other = MatchFactory(organisation=cast.here, programme=first.programme, state="running")
            Person.objects.filter(pk=other.participant_id).update(user=UserFactory())
            _started(other, 100)
        with CaptureQueriesContext(connection) as caught:
            _night()
        costs.append(len(caught))
    assert costs[0] == costs[1]


def test_a_night_is_of_the_day_it_is_given(cast: Cast) -> None:
    _started(running(cast), 60)
    later: datetime = clock.now() + timedelta(days=40)
    assert nightly.run(later)["invited to say how it goes"] == 1
