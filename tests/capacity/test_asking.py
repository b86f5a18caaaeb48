"""The night looks whom it is worth asking; the desk, homes, cards and matches say it in words."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.capacity import attention, home
from naast.capacity.models import HouseTerms, StepBack, WorthAsking
from naast.capacity.policies import load as policies
from naast.capacity.services import nightly
from naast.companionship.models import Match, MatchState
from naast.core import clock
from naast.core.attention import AttentionItem, Urgency
from naast.organisations.models import Function
from tests.carrying import AskingFactory, CheckFactory, StepBackFactory, ago, usual_weeks, visited
from tests.companionship.pair import pair
from tests.conftest import Cast
from tests.factories import MatchFactory, VolunteerFactory, actor_of, member


@pytest.fixture
def match(cast: Cast) -> Match:
    """Bea beside Piet."""
    return pair(cast, MatchState.RUNNING)


def look() -> None:
    """The night passes."""
    nightly.run(clock.now())


@pytest.mark.covers("S0-60")
def test_the_night_writes_down_whom_to_ask_and_why(match: Match) -> None:
    usual_weeks(match)
    visited(match, 1, 2, 3, minutes=60, part_of_day="evening", is_unplanned=True)
    visited(match, 4, 5, 6, 7, 8, 9, minutes=90)

    look()
    look()

    asking = WorthAsking.objects.get()
    assert asking.person == match.volunteer
    assert (asking.end, asking.reasons) == ("much", ["hours", "evenings", "unplanned"])
    assert asking.is_for_staff


def test_a_question_that_no_longer_stands_out_goes(match: Match) -> None:
    AskingFactory(person=match.volunteer)
    look()
    assert not WorthAsking.objects.exists()


def test_after_a_talk_nobody_asks_for_four_weeks(match: Match) -> None:
    visited(match, 1, 2, mood="hard")
    AskingFactory(person=match.volunteer, talked_on=ago(27))
    look()
    assert not WorthAsking.objects.filter(talked_on__isnull=True).exists()
    WorthAsking.objects.update(talked_on=ago(28))
    look()
    assert WorthAsking.objects.get(talked_on__isnull=True).reasons == ["hard"]


def test_nobody_asks_about_who_waits_for_a_call_or_takes_a_break(match: Match) -> None:
    visited(match, 1, 2, mood="hard")
    asked = StepBackFactory(person=match.volunteer)
    look()
    assert not WorthAsking.objects.exists()
    asked.kind, asked.until_on, asked.talked_on = StepBack.Kind.PAUSE, ago(-30), ago(40)
    asked.save()
    look()
    assert not WorthAsking.objects.exists()


def test_about_who_left_there_is_nothing_to_ask(cast: Cast) -> None:
    former = VolunteerFactory(organisation=cast.here, status="former")
    AskingFactory(person=former.person)
    look()
    assert not WorthAsking.objects.exists()


def kinds(cast: Cast, name: str = "amal") -> dict[str, AttentionItem]:
    """What this room asks attention for, by kind."""
    found = attention.items(cast.actor(name), now=clock.now())
    return {item.kind: item for item in found}


def test_the_desk_says_who_waits_and_whom_to_ask(cast: Cast, match: Match) -> None:
    StepBackFactory(person=match.volunteer)
    AskingFactory(person=VolunteerFactory(organisation=cast.here).person)
    found = kinds(cast)
    assert found.keys() == {"load-step-back", "load-asking"}
    assert found["load-step-back"].urgency == Urgency.NOW
    assert found["load-step-back"].owner_id == cast.amal.pk
    assert found["load-asking"].owner_id is None
    assert not kinds(cast, "chris")
    assert not kinds(cast, "bea")


def test_who_stays_away_longer_than_meant_is_asked_after_a_week(cast: Cast, match: Match) -> None:
    match.volunteer.volunteer.status = "paused"
    match.volunteer.volunteer.save()
    asked = StepBackFactory(
        person=match.volunteer, kind="pause", from_on=ago(60), until_on=ago(7), talked_on=ago(60)
    )
    assert not kinds(cast)
    asked.until_on = ago(8)
    asked.save()
    assert kinds(cast).keys() == {"load-back"}


def test_who_is_not_online_stands_in_one_line(cast: Cast) -> None:
    for _ in range(3):
        CheckFactory(person=VolunteerFactory(organisation=cast.here).person)
    CheckFactory(person_id=cast.person_id("bea"), organisation=cast.here)
    found = attention.items(cast.actor("amal"), now=clock.now())
    assert [item.kind for item in found] == ["load-paper"]


@pytest.mark.covers("S1-22")
def test_a_coordinator_is_warned_gently_on_their_own_desk_alone(cast: Cast, match: Match) -> None:
    olga = member(cast.here, Function.COORDINATOR, name="Olga Ook")
    HouseTerms.objects.create(organisation=cast.here, most_matches=1)
    assert not kinds(cast)
    MatchFactory(organisation=cast.here, coach=cast.amal, programme=match.programme)
    assert kinds(cast)["load-own"].owner_id == cast.amal.pk
    assert not attention.items(actor_of(olga), now=clock.now())


def test_the_own_self_check_of_a_coordinator_waits_two_weeks(cast: Cast) -> None:
    own: dict[str, Any] = {"person_id": cast.person_id("amal"), "organisation": cast.here}
    check = CheckFactory(**own, hat="coordinator", asked_on=ago(14))
    assert not kinds(cast)
    check.asked_on = ago(15)
    check.save()
    assert kinds(cast)["load-own-check"].owner_id == cast.amal.pk


def test_signs_and_items_agree_and_a_calm_day_costs_nothing(cast: Cast, match: Match) -> None:
    AskingFactory(person=match.volunteer)
    amal = cast.actor("amal")
    signs = attention.signs(amal, now=clock.now())
    there = {name for name, rows in signs.items() if rows.exists()}
    assert there == {"load-asking"}
    with CaptureQueriesContext(connection) as queries:
        attention.items(amal, now=clock.now(), there=frozenset())
    assert len(queries) == 0


@pytest.mark.covers("S3-18")
def test_staff_read_only_that_they_may_ask(cast: Cast, match: Match) -> None:
    AskingFactory(person=match.volunteer, reasons=["evenings"])
    asked = home.asks(cast.actor("nele"), "professional", now=clock.now())
    assert [ask.url for ask in asked] == [f"/o/hier/my-matches/{match.pk}/"]

    page = cast.client("nele").get(asked[0].url)

    templates = [panel.template for panel in page.context["panels"]]
    assert "capacity/soft_sign.html" in templates
    assert not home.asks(cast.actor("piet"), "participant", now=clock.now())
    own = cast.client("piet").get(asked[0].url)
    assert "capacity/soft_sign.html" not in [panel.template for panel in own.context["panels"]]


def test_what_only_the_volunteer_told_is_no_sign_for_staff(cast: Cast, match: Match) -> None:
    AskingFactory(person=match.volunteer, reasons=["said_much"], is_for_staff=False)
    assert not home.asks(cast.actor("nele"), "professional", now=clock.now())
    assert not policies.beside_staff(cast.actor("nele")).exists()


def test_staff_who_work_with_somebody_else_see_no_sign(cast: Cast, match: Match) -> None:
    AskingFactory(person=match.volunteer)
    other = member(cast.here, Function.PROFESSIONAL, name="Ook Beroeps")
    assert not policies.beside_staff(actor_of(other)).exists()
    for name in ("bea", "piet", "chris"):
        assert not policies.beside_staff(cast.actor(name)).exists()


def test_the_home_of_the_volunteer_asks_one_thing_at_a_time(cast: Cast, match: Match) -> None:
    bea, now = cast.actor("bea"), clock.now()
    CheckFactory(person=match.volunteer)
    StepBackFactory(person=match.volunteer, kind="pause", until_on=ago(-1), talked_on=ago(0))
    assert [ask.url for ask in home.asks(bea, "volunteer", now=now)] == ["/o/hier/mine/load/check/"]
    tomorrow = now + timedelta(days=1)
    assert len(home.asks(bea, "volunteer", now=tomorrow)) == 2
