"""The table of steps keeps its laws, whoever tries what in whatever order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.companionship.states import (
    ASKING_STATES,
    COORDINATOR,
    FINAL_STATES,
    LIVING_STATES,
    MATCH,
    OPEN_STATES,
    PARTICIPANT,
    VOLUNTEER,
    MatchState,
)
from naast.core.errors import StateConflict

STEPS = sorted(MATCH.steps)


def walk(names: list[str]) -> list[tuple[str, str, str]]:
    """The steps that worked, in order: (name, from, to)."""
    state, taken = str(MatchState.PROPOSED), []
    for name in names:
        try:
            target = MATCH.target(name, source=state)
        except StateConflict:
            continue
        taken.append((name, state, target))
        state = target
    return taken


@given(st.lists(st.sampled_from(STEPS), max_size=40))
def test_whatever_the_order_nobody_is_beside_somebody_without_both_yes_and_a_meeting(
    names: list[str],
) -> None:
    taken = walk(names)
    done: list[str] = []
    for name, _source, target in taken:
        done.append(name)
        if target in LIVING_STATES:
            assert {
                "volunteer_accepts",
                "participant_accepts",
                "plan_meeting",
                "start_trial",
            } <= set(done)
    assert done.count("volunteer_accepts") <= 1


@given(st.lists(st.sampled_from(STEPS), max_size=40))
def test_whatever_the_order_the_end_is_the_end(names: list[str]) -> None:
    taken = walk(names)
    ends = [index for index, (_name, _source, target) in enumerate(taken) if target in FINAL_STATES]
    assert len(ends) <= 1
    assert not ends or ends[0] == len(taken) - 1


def test_every_state_is_open_or_final_and_can_be_reached() -> None:
    assert set(OPEN_STATES) | set(FINAL_STATES) == set(MatchState)
    reached = {MatchState.PROPOSED.value} | {step.target for step in MATCH.steps.values()}
    assert reached == set(MatchState.values)


def test_from_every_open_state_there_is_a_way_out() -> None:
    for state in OPEN_STATES:
        targets = {step.target for step in MATCH.open_from(state)}
        assert targets, state
    for state in LIVING_STATES:
        assert "stop_early" in {step.name for step in MATCH.open_from(state)}


@pytest.mark.covers("S1-31")
@pytest.mark.parametrize("state", ASKING_STATES[1:])
def test_until_the_start_a_participant_may_say_no_or_ask_for_another(state: str) -> None:
    own = {step.name for step in MATCH.open_from(state) if PARTICIPANT in step.by}
    assert {"participant_declines", "participant_asks_other"} <= own


def test_each_side_takes_its_own_steps_and_the_coordinator_may_write_all_of_them_down() -> None:
    by = {
        side: {name for name, step in MATCH.steps.items() if side in step.by}
        for side in (VOLUNTEER, PARTICIPANT, COORDINATOR)
    }
    assert by[VOLUNTEER] == {"volunteer_accepts", "volunteer_declines"}
    assert by[PARTICIPANT] == {
        "participant_accepts",
        "participant_declines",
        "participant_asks_other",
    }
    assert by[COORDINATOR] == set(MATCH.steps)
