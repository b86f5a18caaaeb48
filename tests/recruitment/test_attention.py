"""Candidates on the desk: nobody waits in silence, nobody is called twice."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core import clock
from naast.core.attention import AttentionItem, Urgency
from naast.organisations.actors import Actor
from naast.programmes.models import StageKind
from naast.recruitment import attention
from naast.recruitment.models import Waits
from naast.recruitment.states import Status
from tests.conftest import Cast
from tests.recruitment.way import candidate, programme_with


def found(actor: Actor) -> list[AttentionItem]:
    return attention.items(actor, now=clock.now())


def kinds(actor: Actor) -> list[tuple[str, Urgency]]:
    return [(item.kind, item.urgency) for item in found(actor)]


def test_a_new_candidate_is_answered_within_two_days(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast)
    assert kinds(coordinator) == [("candidate-new", Urgency.THIS_WEEK)]
    application.due_on = clock.today() - timedelta(days=1)
    application.save()
    assert kinds(coordinator) == [("candidate-new", Urgency.NOW)]


def test_what_we_owe_is_on_the_desk_from_its_day(cast: Cast, coordinator: Actor) -> None:
    today = clock.today()
    application = candidate(
        cast, days_ago=4, touched_on=today, due_on=today, stage=StageKind.FIRST_TALK
    )
    assert kinds(coordinator) == [("candidate-our-step", Urgency.THIS_WEEK)]
    application.due_on = today - timedelta(days=1)
    application.save()
    assert kinds(coordinator) == [("candidate-our-step", Urgency.NOW)]


@pytest.mark.covers("S1-245")
def test_nobody_is_silent_for_more_than_five_days_without_exactly_one_item(
    cast: Cast, coordinator: Actor
) -> None:
    today = clock.today()
    silent = {"days_ago": 20, "touched_on": today - timedelta(days=6)}
    programme = programme_with(cast, *StageKind)
    rows = [
        candidate(cast, programme, stage=stage, waits_for=waits, due_on=due_on, **silent)
        for stage in StageKind
        for waits in Waits
        for due_on in (today, today + timedelta(days=3))
    ]
    times = Counter(item.subject_id for item in found(coordinator))
    shown = [times[row.pk] for row in rows]
    assert set(shown) == {1}


def test_five_days_are_not_yet_silence(cast: Cast, coordinator: Actor) -> None:
    today = clock.today()
    candidate(
        cast,
        stage=StageKind.FIRST_TALK,
        days_ago=20,
        touched_on=today - timedelta(days=5),
        waits_for=Waits.CANDIDATE,
        due_on=today + timedelta(days=1),
    )
    assert found(coordinator) == []


def test_thinking_time_is_good_to_know_and_silence_before_signing_is_for_now(
    cast: Cast, coordinator: Actor
) -> None:
    today = clock.today()
    programme = programme_with(cast, *StageKind)
    silent = {"days_ago": 20, "touched_on": today - timedelta(days=6)}
    theirs = {**silent, "waits_for": Waits.CANDIDATE}
    thinking = candidate(
        cast, programme, stage=StageKind.THINKING, due_on=today + timedelta(days=5), **theirs
    )
    signing = candidate(cast, programme, stage=StageKind.AGREEMENT, due_on=today, **theirs)
    urgency = {item.subject_id: item.urgency for item in found(coordinator)}
    assert urgency == {thinking.pk: Urgency.GOOD_TO_KNOW, signing.pk: Urgency.NOW}


@pytest.mark.covers("S1-244")
def test_later_and_a_pause_come_back_on_their_day_and_a_pause_without_one_stays_quiet(
    cast: Cast, coordinator: Actor
) -> None:
    today = clock.today()
    candidate(cast, status=Status.LATER, later_until=today + timedelta(days=1))
    candidate(cast, status=Status.PAUSED)
    assert found(coordinator) == []
    candidate(cast, status=Status.LATER, later_until=today)
    candidate(cast, status=Status.PAUSED, later_until=today)
    assert {kind for kind, _urgency in kinds(coordinator)} == {
        "candidate-later",
        "candidate-paused",
    }


def test_three_months_after_the_start_somebody_asks_how_it_is(
    cast: Cast, coordinator: Actor
) -> None:
    application = candidate(cast, status=Status.STARTED)
    journey = application.journey
    for months, expected in ((2, []), (3, ["candidate-three-months"]), (4, [])):
        journey.started_on = clock.today() - relativedelta(months=months)
        journey.save()
        assert [kind for kind, _urgency in kinds(coordinator)] == expected


def test_who_has_no_address_is_told_by_phone_before_erasing(cast: Cast, coordinator: Actor) -> None:
    today = clock.today()
    closed: dict[str, Any] = {"status": Status.CLOSED, "closed_on": today, "email": ""}
    candidate(cast, **closed, erase_on=today + timedelta(days=15))
    application = candidate(cast, **closed, erase_on=today + timedelta(days=14))
    assert [(item.kind, item.subject_id) for item in found(coordinator)] == [
        ("candidate-erasing", application.pk)
    ]


def test_an_item_leads_to_the_candidate_and_belongs_to_their_coordinator(
    cast: Cast, coordinator: Actor
) -> None:
    application = candidate(cast)
    item = found(coordinator)[0]
    assert (item.url, item.owner_id) == (
        cast.url(f"candidates/{application.pk}/"),
        cast.amal.pk,
    )


def test_the_desk_of_others_and_of_another_house_stays_empty(
    cast: Cast, professional: Actor, stranger: Actor
) -> None:
    candidate(cast, coordinator=cast.nele)
    assert found(professional) == []
    assert attention.signs(professional, now=clock.now()) == {}
    assert found(stranger) == []


def test_the_signs_say_what_there_is_and_the_cost_stays_the_same(
    cast: Cast, coordinator: Actor
) -> None:
    costs = []
    for _times in range(2):
        candidate(cast)
        with CaptureQueriesContext(connection) as seen:
            found(coordinator)
        costs.append(len(seen))
        candidate(cast, days_ago=9)
    assert costs[0] == costs[1] == 6
    signs = attention.signs(coordinator, now=clock.now())
    there = {name for name, rows in signs.items() if rows.exists()}
    assert there == {"candidates.new", "candidates.due", "candidates.silent"}
    assert attention.items(coordinator, now=clock.now(), there=frozenset()) == []
