"""Words, quarters, permission and complexity: rules without a database."""

from datetime import date
from inspect import signature

import pytest

from naast.programmes.models import EntryCondition, Programme
from naast.shifting import permission
from naast.shifting.complexity import SUGGESTIONS, hints, suggested
from naast.shifting.models import ShiftAnswers
from naast.shifting.quarters import Quarter
from naast.shifting.states import OPEN, SETTLED, SHIFT, ShiftState
from naast.shifting.words import key_of, things_in
from tests.conftest import Cast
from tests.factories import ProgrammeFactory


def test_the_same_words_in_another_guise_are_the_same_thing() -> None:
    assert key_of("  Pillendoos   VULLEN. ") == key_of("«pillendoos vullen»")
    assert key_of("Strijken") != key_of("Stofzuigen")


def test_several_things_of_one_visit_are_told_apart_and_put_together_again() -> None:
    assert list(things_in("strijken; ; ramen lappen;")) == ["strijken", "ramen lappen"]
    assert list(things_in(" . ")) == []


@pytest.mark.parametrize(
    ("day", "code", "starts", "ends"),
    [
        (date(2026, 1, 1), "2026-1", date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 6, 30), "2026-2", date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 12, 31), "2026-4", date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_quarter_knows_its_days(day: date, code: str, starts: date, ends: date) -> None:
    quarter = Quarter.of(day)
    assert (quarter.code, quarter.starts_on, quarter.ends_on) == (code, starts, ends)
    assert Quarter.named(code) == quarter
    assert quarter.next.previous == quarter


@pytest.mark.parametrize(
    "code", ["", "2026", "2026-0", "2026-5", "x-1", "1900-1", "٢٠٢٦-1", "2026-1-1"]
)
def test_no_other_word_is_a_quarter(code: str) -> None:
    assert Quarter.named(code) is None


@pytest.mark.covers("S2-12", "S3-17")
def test_a_permission_follows_ability_and_never_asks_who_is_paid() -> None:
    fits = {"time": "yes", "skill": "shown", "wish": "try"}
    assert permission.obstacles(**fits) == {}
    for name, value in (("time", "no"), ("skill", "learn_first"), ("wish", "no")):
        changed = {**fits, name: value}
        assert set(permission.obstacles(**changed)) == {name}
    assert set(signature(permission.obstacles).parameters) == {"time", "skill", "wish"}


def test_time_skill_and_wish_have_an_answer_that_is_a_no() -> None:
    choices = (ShiftAnswers.Time.NO, ShiftAnswers.Skill.LEARN_FIRST, ShiftAnswers.Wish.NO)
    found = permission.obstacles(time=choices[0], skill=choices[1], wish=choices[2])
    assert set(found) == {"time", "skill", "wish"}


@pytest.mark.covers("S1-274", "S3-5")
def test_what_asks_more_suggests_more_before_it_and_more_talks(cast: Cast) -> None:
    weeks = [SUGGESTIONS[complexity].weeks for complexity in (1, 2, 3)]
    assert weeks == sorted(weeks, reverse=True)
    assert suggested(None) is None
    programme: Programme = ProgrammeFactory(organisation=cast.here, volunteer_contact_weeks=7)
    assert hints(programme, [1, None]) == []
    assert len(hints(programme, [1, 3])) == 2
    EntryCondition.objects.create(
        organisation=cast.here, programme=programme, kind="training", name="Basis"
    )
    programme.volunteer_contact_weeks = 4
    assert hints(programme, [3]) == []
    assert hints(programme, []) == []


def test_every_state_is_open_or_settled_and_only_what_was_settled_comes_back() -> None:
    assert set(OPEN) | set(SETTLED) == set(ShiftState)
    assert {step.name for step in SHIFT.open_from(ShiftState.NOTICED)} == {
        "talk",
        "propose",
        "restore",
        "let_be",
    }
    assert {step.name for step in SHIFT.open_from(ShiftState.ACCEPTED)} == {"take_back"}
    assert {step.name for step in SHIFT.open_from(ShiftState.RESTORED)} == {"again"}
