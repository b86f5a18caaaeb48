"""What the desk shows of tasks that shift, and what waits on the homes."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.companionship.models import MatchState
from naast.core import clock
from naast.core.attention import AttentionItem, Urgency
from naast.shifting import attention, home
from naast.shifting.models import QuarterLook
from naast.shifting.services import shifts as services
from naast.shifting.states import ShiftState
from tests.conftest import Cast
from tests.factories import MatchFactory, VisitFactory
from tests.shifts import PlaceCheckFactory, ShiftFactory, StaffTaskFactory, pair, tell

MAY = datetime(2026, 5, 4, 9, tzinfo=ZoneInfo("Europe/Brussels"))


def shown(cast: Cast, kind: str) -> list[AttentionItem]:
    actor, now = cast.actor("amal"), clock.now()
    there = {name for name, rows in attention.signs(actor, now=now).items() if rows.exists()}
    return [item for item in attention.items(actor, now=now, there=there) if item.kind == kind]


@pytest.mark.covers("S1-89")
def test_a_shift_is_one_line_a_match_and_three_times_is_a_habit(cast: Cast) -> None:
    match, bea = pair(cast), cast.actor("bea")
    tell(bea, match, "Strijken; Ramen lappen")
    (item,) = shown(cast, "task-shift")
    assert item.urgency == Urgency.GOOD_TO_KNOW
    assert item.url.endswith(f"/alongside/shifts/match/{match.pk}/")
    for _time in range(2):
        tell(bea, match, "strijken")
    (item,) = shown(cast, "task-shift")
    assert (item.urgency, item.subject_id) == (Urgency.THIS_WEEK, match.pk)
    assert "Strijken" in str(item.sentence)
    assert "3" in str(item.sentence)


def test_what_is_settled_or_over_asks_for_nothing(cast: Cast) -> None:
    match = pair(cast)
    ShiftFactory(match=match, words="A", state=ShiftState.ACCEPTED)
    ShiftFactory(match=match, words="B", state=ShiftState.ASKED)
    ShiftFactory(match=match, words="C", state=ShiftState.TALKING)
    ended = MatchFactory(organisation=cast.here, state=MatchState.ENDED)
    ShiftFactory(match=ended)
    ShiftFactory(match=MatchFactory(organisation=cast.elsewhere))
    assert shown(cast, "task-shift") == []
    with time_machine.travel(clock.now() + timedelta(days=8)):
        (item,) = shown(cast, "task-shift")
        assert item.url.endswith("/")
    assert attention.items(cast.actor("bea"), now=clock.now()) == []
    assert attention.signs(cast.actor("nele"), now=clock.now()) == {}


def test_a_talk_is_asked_for_on_its_day(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast))
    services.talk_first(
        actor=cast.actor("amal"),
        shift_id=shift.pk,
        note="",
        talk_on=clock.today() + timedelta(days=3),
    )
    assert shown(cast, "task-shift") == []
    with time_machine.travel(clock.now() + timedelta(days=3)):
        assert shown(cast, "task-shift")[0].urgency == Urgency.THIS_WEEK


def test_three_months_after_settling_the_desk_asks_to_look_back(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast))
    services.restore(actor=cast.actor("amal"), shift_id=shift.pk, reason="x", from_now_on="y")
    assert shown(cast, "task-shift-look-back") == []
    with time_machine.travel(clock.now() + timedelta(days=93)):
        (item,) = shown(cast, "task-shift-look-back")
        assert item.url.endswith(f"/alongside/shifts/{shift.pk}/look-back/")
        services.look_back(actor=cast.actor("amal"), shift_id=shift.pk, goes_well=True, note="Goed")
        assert shown(cast, "task-shift-look-back") == []


def test_a_quarter_that_is_over_is_good_to_know_until_somebody_looked(cast: Cast) -> None:
    with time_machine.travel(MAY):
        programme = pair(cast).programme
        (item,) = shown(cast, "task-quarter")
        assert item.urgency == Urgency.GOOD_TO_KNOW
        assert item.url.endswith(f"/team/{programme.pk}/quarter/2026-1/")
        QuarterLook.objects.create(
            organisation=cast.here,
            programme=programme,
            quarter_on=date(2026, 1, 1),
            looked_on=date(2026, 5, 4),
        )
        assert shown(cast, "task-quarter") == []
    QuarterLook.objects.all().delete()
    # Until the next quarter is over, and takes its place.
    for day, code in ((MAY + timedelta(days=57), "2026-1"), (MAY + timedelta(days=58), "2026-2")):
        with time_machine.travel(day):
            (item,) = shown(cast, "task-quarter")
            assert item.url.endswith(f"/quarter/{code}/")


@pytest.mark.covers("S1-177")
def test_a_programme_asks_once_a_year_whose_place_its_tasks_take(cast: Cast) -> None:
    programme = pair(cast).programme
    (item,) = shown(cast, "task-place")
    assert (item.subject_id, item.urgency) == (programme.pk, Urgency.GOOD_TO_KNOW)
    PlaceCheckFactory(programme=programme)
    assert shown(cast, "task-place") == []
    StaffTaskFactory(programme=programme, told_by=cast.nele)
    assert [item.subject_id for item in shown(cast, "task-team-talk")] == [programme.pk]


def one_of_each(cast: Cast) -> None:
    with_one: dict[str, Any] = {"organisation": cast.here}
    match = MatchFactory(**with_one)
    VisitFactory(match=match, other_activity="Strijken")
    ShiftFactory(match=match)
    ShiftFactory(match=match, words="X", state=ShiftState.RESTORED, look_back_on=clock.today())
    StaffTaskFactory(programme=match.programme, told_by=cast.nele)


def test_three_of_everything_cost_no_more_queries_than_one(cast: Cast) -> None:
    def cost() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as captured:
            found = attention.items(cast.actor("amal"), now=clock.now())
        return len(captured), len(found)

    with time_machine.travel(MAY):
        one_of_each(cast)
        queries, items = cost()
        assert items == 5
        one_of_each(cast)
        one_of_each(cast)
        assert cost() == (queries, 15)


def test_a_volunteer_reads_at_home_what_waits_for_their_answer(cast: Cast) -> None:
    match = pair(cast)
    ShiftFactory(match=match, state=ShiftState.ASKED)
    ShiftFactory(match=match, words="Ramen", state=ShiftState.TALKING)
    ShiftFactory(match=MatchFactory(organisation=cast.here), state=ShiftState.ASKED)
    bea, nele, now = cast.actor("bea"), cast.actor("nele"), clock.now()
    assert [ask.tone for ask in home.asks(bea, "volunteer", now=now)] == ["attention", "calm"]
    assert len(home.asks(nele, "professional", now=now)) == 1
    assert home.signs(cast.actor("piet"), "participant", now=now) == {}
    shift = match.task_shifts.get(words="Ramen")
    services.give_view(actor=nele, shift_id=shift.pk, words="Graag anders.")
    assert home.asks(nele, "professional", now=now) == []
