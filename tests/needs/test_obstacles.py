"""The log of obstacles, and what a volunteer asks of us there (S2-25, S3-19)."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine

from naast.companionship.models import Match
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.needs.inputs import AnswerInput
from naast.needs.models import Need, Obstacle
from naast.needs.policies import rows as policies
from naast.needs.queries import rows as queries
from naast.needs.services import obstacles as services
from naast.needs.states import OBSTACLE, ObstacleState, Theme, Wish
from naast.signals.states import Kind, ObstacleWish
from tests.conftest import Cast
from tests.factories import MatchFactory
from tests.needing import asked_us, hindrance, match_of, told


def answer(cast: Cast, row: Obstacle, step: str = "promise", **fields: Any) -> Obstacle:
    """Amal answers: Nele goes along tomorrow."""
    values: dict[str, Any] = {
        "answer": "Nele gaat dinsdag mee.",
        "done_by_id": cast.nele.pk,
        "do_on": clock.today() + timedelta(days=1),
    }
    return services.answer(
        actor=cast.actor("amal"),
        obstacle_id=row.pk,
        step=step,
        given=AnswerInput(**(values | fields)),
    )


@pytest.mark.covers("S2-25")
def test_the_log_holds_agency_subject_and_days_and_asks_us_to_speak_up(cast: Cast) -> None:
    row = asked_us(cast, wish=Wish.PLEAD.value, match_id=match_of(cast).pk)
    asked_us(cast, wish=Wish.KNOW.value, subject="De wachtrij", days_lost=3)
    assert [each.pk for each in queries.obstacles(cast.actor("amal"), show="asked")] == [row.pk]
    (agency,) = queries.agencies(cast.actor("amal"), since=clock.today())
    assert (agency.name, agency.times, agency.days) == ("Loket Omweg", 2, 15)


@pytest.mark.covers("S3-19")
def test_come_along_and_take_over_have_a_promised_term_and_an_answer(cast: Cast) -> None:
    with time_machine.travel(date(2026, 3, 6)):  # a Friday
        row = asked_us(cast, wish=Wish.TAKE_OVER.value)
        assert row.answer_due_on == date(2026, 3, 10)
        answer(cast, row)
    row.refresh_from_db()
    assert (row.state, row.done_by, row.answer) == (
        ObstacleState.PROMISED,
        cast.nele,
        "Nele gaat dinsdag mee.",
    )
    assert Message.objects.filter(user=cast.bea.user, kind="needs.answered").count() == 1


def test_asking_tells_a_coordinator_without_a_name(cast: Cast) -> None:
    asked_us(cast)
    message = Message.objects.get(user=cast.amal.user, kind="needs.asked")
    words = message.subject + message.body
    assert "Bea" not in words
    assert "Omweg" not in words


def test_asking_the_same_twice_on_a_day_is_asking_once(cast: Cast) -> None:
    assert asked_us(cast).pk == asked_us(cast).pk
    assert Obstacle.objects.count() == 1


def test_only_telling_waits_for_nobody(cast: Cast) -> None:
    row = asked_us(cast, wish=Wish.KNOW.value)
    assert (row.state, row.answer_due_on) == (ObstacleState.LOGGED, None)
    assert not OBSTACLE.open_from(row.state)
    with pytest.raises(StateConflict):
        answer(cast, row)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"agency": " "}, "agency"),
        ({"subject": ""}, "subject"),
        ({"wish": "magic"}, "wish"),
        ({"days_lost": 1001}, "days_lost"),
        ({"theme": "weather"}, "theme"),
    ],
)
def test_a_line_of_the_log_says_where_and_about_what(
    cast: Cast, wrong: dict[str, object], field: str
) -> None:
    with pytest.raises(Incomplete) as refused:
        services.ask_us(actor=cast.actor("bea"), given=hindrance(**wrong))
    assert set(refused.value.fields) == {field}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"answer": ""}, "answer"),
        ({"done_by_id": None}, "done_by"),
        ({"do_on": None}, "do_on"),
        ({"do_on": date(2020, 1, 1)}, "do_on"),
    ],
)
def test_a_promise_says_who_does_it_and_when(cast: Cast, wrong: dict[str, Any], field: str) -> None:
    row = asked_us(cast)
    with pytest.raises(Incomplete) as refused:
        answer(cast, row, **wrong)
    assert set(refused.value.fields) == {field}


def test_what_was_promised_is_done_and_keeps_its_words(cast: Cast) -> None:
    row = asked_us(cast)
    answer(cast, row)
    answer(cast, row, "done", answer="")
    row.refresh_from_db()
    assert (row.state, row.answer, row.closed_on) == (
        ObstacleState.DONE,
        "Nele gaat dinsdag mee.",
        clock.today(),
    )
    with pytest.raises(StateConflict):
        answer(cast, row, "otherwise")


def test_an_obstacle_from_a_signal_is_in_the_log_once_and_can_count(cast: Cast) -> None:
    signal = told(cast, Kind.OBSTACLE, aspect=ObstacleWish.SPEAK_UP)
    given = hindrance(wish=Wish.PLEAD.value, theme=Theme.PAPERS.value, signal_id=signal.pk)
    row = services.note_obstacle(actor=cast.actor("amal"), given=given)
    again = services.note_obstacle(actor=cast.actor("amal"), given=given)
    assert row.pk == again.pk
    assert row.told_by_id == cast.person_id("bea")
    assert (row.need, Need.objects.get().theme) == (Need.objects.get(), Theme.PAPERS)
    signal.refresh_from_db()
    assert signal.theme == Theme.PAPERS


def test_a_volunteer_names_only_their_own_matches(cast: Cast) -> None:
    other = MatchFactory(organisation=cast.here)
    with pytest.raises(Match.DoesNotExist):
        asked_us(cast, match_id=other.pk)


def test_only_volunteers_ask_and_only_coordinators_answer(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        services.ask_us(actor=cast.actor("nele"), given=hindrance())
    with pytest.raises(NotAllowed):
        services.note_obstacle(actor=cast.actor("bea"), given=hindrance())
    row = asked_us(cast)
    for name in ("bea", "nele", "chris"):
        with pytest.raises(Obstacle.DoesNotExist):
            services.answer(
                actor=cast.actor(name),
                obstacle_id=row.pk,
                step="otherwise",
                given=AnswerInput("Nee."),
            )


def test_a_volunteer_reads_their_own_lines_alone(cast: Cast) -> None:
    row = asked_us(cast)
    assert list(policies.own_obstacles(cast.actor("bea"))) == [row]
    for name in ("piet", "nele", "chris"):
        assert not policies.own_obstacles(cast.actor(name)).exists()
