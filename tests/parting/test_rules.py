"""What must be there before people may part on our initiative: pure rules."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from naast.core.errors import DomainError
from naast.parting import absence, aftercare, outflow, rules
from naast.parting.rules import Case, Step, Talk
from naast.parting.states import (
    GROWN_ON,
    CareKind,
    EarlierKind,
    GroundKind,
    Reason,
    Side,
)

DAY = date(2026, 11, 26)
CASE = Case(
    grounds=[GroundKind.GUIDANCE],
    value="We luisteren eerst.",
    earlier=[
        Step(EarlierKind.TALK, DAY - timedelta(days=60), is_heard=True),
        Step(EarlierKind.PAPER, DAY - timedelta(days=30), is_heard=True),
    ],
    is_first_hand=True,
)
TALK = Talk(is_heard=True, held_on=DAY)


def part(case: Case = CASE, talk: Talk = TALK, *, second: object = "omar") -> None:
    rules.check_before_parting(case, talk, proposed_by="amal", second=second, day=DAY)


def test_with_everything_in_place_two_colleagues_may_part() -> None:
    rules.check_before_reading(CASE)
    part()


@pytest.mark.covers("S1-215")
@pytest.mark.parametrize(
    ("case", "refusal"),
    [
        (replace(CASE, grounds=[]), rules.GroundMissing),
        (replace(CASE, earlier=[]), rules.EarlierStepMissing),
        (replace(CASE, earlier=CASE.earlier[:1]), rules.EarlierStepMissing),
        (replace(CASE, earlier=CASE.earlier[1:]), rules.EarlierStepMissing),
        # Two on one day are one step.
        (
            replace(
                CASE,
                earlier=[replace(step, taken_on=DAY - timedelta(days=30)) for step in CASE.earlier],
            ),
            rules.EarlierStepMissing,
        ),
        # By the steps of an agreement: a talk, on paper, a pause.
        (replace(CASE, grounds=[GroundKind.AGREEMENT]), rules.EarlierStepMissing),
        (
            replace(CASE, earlier=[replace(CASE.earlier[0], is_heard=False), CASE.earlier[1]]),
            rules.NotHeard,
        ),
    ],
)
def test_the_ground_is_named_and_the_earlier_steps_are_there(
    case: Case, refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal):
        rules.check_before_reading(case)


@pytest.mark.covers("S1-216")
def test_what_was_only_heard_carries_no_parting() -> None:
    with pytest.raises(rules.HearsayOnly):
        rules.check_before_reading(replace(CASE, is_first_hand=False))


@pytest.mark.covers("S1-217")
def test_a_core_value_or_norm_is_named() -> None:
    with pytest.raises(rules.ValueMissing):
        rules.check_before_reading(replace(CASE, value="  "))


@pytest.mark.parametrize(
    ("talk", "refusal"),
    [
        (replace(TALK, is_heard=False), rules.NotHeard),
        (replace(TALK, held_on=None), rules.TalkMissing),
        (replace(TALK, held_on=DAY + timedelta(days=1)), rules.TalkMissing),
        # The earlier steps come before the talk.
        (replace(TALK, held_on=DAY - timedelta(days=30)), rules.EarlierStepMissing),
    ],
)
def test_never_a_parting_without_the_talk_and_the_volunteers_own_view(
    talk: Talk, refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal):
        part(talk=talk)


@pytest.mark.parametrize("second", ["amal", None])
def test_somebody_else_than_who_started_it_agrees(second: object) -> None:
    with pytest.raises(rules.SecondMissing):
        part(second=second)


def test_a_crossed_boundary_asks_one_talk_before() -> None:
    once = replace(CASE, grounds=[GroundKind.BOUNDARY], earlier=CASE.earlier[:1])
    rules.check_before_reading(once)


def test_after_an_ordinary_end_both_are_called_after_a_month_and_three() -> None:
    calls = aftercare.calls_after(reason="on_the_way", initiative="both", ended_on=DAY)

    assert {(call.side, call.kind, call.due_on) for call in calls} == {
        (side, kind, day)
        for side in Side
        for kind, day in (
            (CareKind.FIRST, date(2026, 12, 24)),
            (CareKind.LATER, date(2027, 2, 26)),
        )
    }


def test_after_a_heavy_end_a_debrief_comes_first() -> None:
    calls = aftercare.calls_after(reason="other", initiative="organisation", ended_on=DAY)

    assert [(call.side, call.kind, call.due_on) for call in calls[:1]] == [
        (Side.PARTICIPANT, CareKind.DEBRIEF, date(2026, 12, 3))
    ]


def test_after_a_death_nobody_is_called_until_somebody_says_who_died() -> None:
    assert aftercare.calls_after(reason="died", initiative="circumstances", ended_on=DAY) == []

    calls = aftercare.calls_for(Side.VOLUNTEER, ended_on=DAY, is_death=True)

    assert calls[0].due_on == date(2026, 11, 28)


@pytest.mark.parametrize(
    ("seen_on", "stage"),
    [
        (date(2026, 5, 27), absence.Stage.NOTHING),
        (date(2026, 5, 26), absence.Stage.ASK),
        (date(2025, 12, 26), absence.Stage.TALK),
        (date(2025, 11, 26), absence.Stage.DECIDE),
    ],
)
def test_a_question_at_six_months_a_talk_at_eleven_a_decision_at_twelve(
    seen_on: date, stage: absence.Stage
) -> None:
    assert absence.stage_of(seen_on, day=DAY) == stage


def test_small_numbers_are_not_shown() -> None:
    assert [outflow.shown(number) for number in (0, 1, 4, 5, 12)] == [0, None, None, 5, 12]


@pytest.mark.covers("S1-276")
def test_growing_on_stands_first_among_the_reasons() -> None:
    assert tuple(Reason)[: len(GROWN_ON)] == GROWN_ON
