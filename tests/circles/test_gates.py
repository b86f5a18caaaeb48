"""What a circle needs before it takes a step: pure rules."""

from dataclasses import replace
from itertools import pairwise

import pytest

from naast.circles.gates import Facts, missing_for
from naast.circles.rules import rules_of
from naast.circles.states import (
    BEFORE_MEETING,
    CIRCLE,
    FINAL_STATES,
    OPEN_STATES,
    THE_WAY,
    CircleState,
    Kind,
)

READY = Facts(
    rules=rules_of(Kind.COSA),
    state=CircleState.AGREEMENTS,
    volunteers=4,
    ready=4,
    has_coordinator=True,
    has_deputy=True,
    is_consented=True,
    is_briefed=True,
    has_covenant=True,
    still_to_agree=0,
    has_open_event=False,
    has_closing_meeting=True,
    has_aftercare=True,
)


def codes(step: str, facts: Facts) -> list[str]:
    """What is missing, by code."""
    return [need.code for need in missing_for(step, facts)]


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({}, []),
        ({"ready": 2}, ["three_ready"]),
        ({"volunteers": 5, "ready": 3}, []),
        ({"has_covenant": False}, ["covenant"]),
        ({"still_to_agree": 1}, ["covenant"]),
        ({"is_consented": False}, ["consent"]),
        ({"has_coordinator": False}, ["coordinator"]),
        ({"has_deputy": False}, ["deputy"]),
    ],
)
def test_a_circle_meets_every_week_only_when_all_of_it_is_in_place(
    change: dict[str, object], missing: list[str]
) -> None:
    assert codes("start_weekly", replace(READY, **change)) == missing  # type: ignore[arg-type]  # of Facts


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({}, []),
        ({"ready": 3}, ["all_ready"]),
        ({"is_briefed": False}, ["briefed"]),
        ({"state": CircleState.FORMING}, ["briefed"]),
        ({"has_covenant": False}, []),
    ],
)
def test_before_the_first_meeting_every_volunteer_is_ready_and_prepared(
    change: dict[str, object], missing: list[str]
) -> None:
    facts = replace(READY, **{"state": CircleState.BRIEFING, **change})  # type: ignore[arg-type]  # of Facts
    assert codes("meet", facts) == missing


def test_a_network_circle_needs_no_talk_and_no_outer_circle_first() -> None:
    facts = replace(READY, rules=rules_of(Kind.NETWORK), is_briefed=False)
    assert codes("form", replace(facts, state=CircleState.ANNOUNCED)) == []
    assert codes("meet", replace(facts, state=CircleState.FORMING)) == []
    assert codes("form", replace(READY, state=CircleState.ANNOUNCED)) == ["talk"]


def test_a_circle_that_paused_after_something_grave_goes_on_once_that_is_decided() -> None:
    assert codes("resume", replace(READY, has_open_event=True)) == ["decided"]


def test_a_circle_closes_with_a_meeting_and_somebody_who_stays_in_touch() -> None:
    facts = replace(READY, has_closing_meeting=False, has_aftercare=False)
    assert codes("care_after", facts) == ["closing", "aftercare"]


def test_an_unknown_kind_gets_the_strict_rules() -> None:
    assert rules_of("other").is_closed


def test_every_phase_can_be_reached_and_every_open_one_left() -> None:
    targets = {step.target for step in CIRCLE.steps.values()}
    assert targets == set(CircleState.values) - {CircleState.ANNOUNCED}
    assert all(CIRCLE.open_from(state) for state in OPEN_STATES)
    assert not any(CIRCLE.open_from(state) for state in FINAL_STATES)


def test_the_way_leads_from_one_phase_to_the_next() -> None:
    for here, there in pairwise(THE_WAY):
        assert there in {step.target for step in CIRCLE.open_from(here)}
    assert CircleState.WEEKLY not in {
        step.target for state in BEFORE_MEETING for step in CIRCLE.open_from(state)
    }
