"""The three patterns of responsibility: what each asks, what it changes, and that it only warns."""

from typing import Any

import pytest

from naast.organisations.actors import Actor
from naast.programmes import queries, services
from naast.programmes.models import OnCallLine, Pattern, Programme, Task
from naast.programmes.patterns import (
    asked_of,
    consequences_of,
    missing_codes,
    missing_for,
)
from naast.programmes.presets import preset_named

COMPLETE: dict[Pattern, dict[str, Any]] = {
    Pattern.EXTRA: {"staff_presence": "Zuster Roos, in de gang", "mandate": []},
    Pattern.PEER: {"reachable_hours": "9 tot 16 uur", "mandate": ["Jullie kiezen samen."]},
    Pattern.OWNER: {
        "on_call_term": "binnen een dag",
        "stand_in": "iemand uit de groep",
        "minimum_months": 6,
        "mandate": ["Zelf kiezen."],
    },
}


def complete(coordinator: Actor, pattern: Pattern) -> Programme:
    """A programme that says everything its pattern asks."""
    made = services.create_programme(
        actor=coordinator, preset=preset_named("buddy"), language="nl", name=f"Met {pattern}"
    )
    OnCallLine.objects.filter(programme=made).update(phone="0470 00 00 00")
    services.change_programme(
        actor=coordinator,
        programme_id=made.pk,
        changes={
            "pattern": pattern.value,
            "responsible": made.coordinator,
            "reachable_hours": "",
            "stand_in": "",
            "minimum_months": None,
            **COMPLETE[pattern],
        },
    )
    return again(coordinator, made)


def again(coordinator: Actor, programme: Programme) -> Programme:
    """The programme as it stands in the database now."""
    found = queries.get_programme(coordinator, programme.pk)
    assert found is not None
    return found


@pytest.mark.parametrize("pattern", list(Pattern))
def test_a_programme_that_says_what_its_pattern_asks_misses_nothing(
    coordinator: Actor, pattern: Pattern
) -> None:
    assert missing_for(complete(coordinator, pattern)) == []


# (pattern, field to empty or fill, value, the code of what is asked then)
RULES = [
    pytest.param(
        Pattern.EXTRA, "staff_presence", "", "staff_presence", marks=pytest.mark.covers("S1-102")
    ),
    pytest.param(
        Pattern.EXTRA, "mandate", ["Beslissen"], "no_mandate", marks=pytest.mark.covers("S1-102")
    ),
    pytest.param(
        Pattern.PEER, "reachable_hours", "", "reachable_hours", marks=pytest.mark.covers("S1-106")
    ),
    pytest.param(Pattern.PEER, "mandate", [], "mandate", marks=pytest.mark.covers("S1-106")),
    pytest.param(
        Pattern.OWNER, "on_call_term", "", "on_call_term", marks=pytest.mark.covers("S1-113")
    ),
    pytest.param(Pattern.OWNER, "stand_in", "", "stand_in", marks=pytest.mark.covers("S1-113")),
    pytest.param(
        Pattern.OWNER, "minimum_months", None, "minimum_months", marks=pytest.mark.covers("S1-113")
    ),
    pytest.param(Pattern.OWNER, "mandate", [], "mandate", marks=pytest.mark.covers("S1-113")),
    (Pattern.PEER, "responsible", None, "responsible"),
    (Pattern.PEER, "coach", None, "coach"),
    (Pattern.PEER, "coordinator", None, "coordinator"),
    (Pattern.PEER, "not_done", [], "not_done"),
]


@pytest.mark.covers("S1-101")
@pytest.mark.parametrize(("pattern", "field", "value", "code"), RULES)
def test_each_pattern_asks_its_own_things_and_saves_all_the_same(
    coordinator: Actor, pattern: Pattern, field: str, value: object, code: str
) -> None:
    programme = complete(coordinator, pattern)

    warned = services.change_programme(
        actor=coordinator, programme_id=programme.pk, changes={field: value}
    )

    programme = again(coordinator, programme)
    assert missing_codes(programme) == [code]
    assert len(warned) == 1
    assert (getattr(programme, field) or None) == (value or None)


@pytest.mark.covers("S1-101")
def test_what_one_pattern_asks_is_not_asked_of_another() -> None:
    own = {
        pattern: {ask.code for ask in asked_of(pattern) if ask.patterns == {pattern}}
        for pattern in Pattern
    }
    assert own == {
        Pattern.EXTRA: {"staff_presence", "no_mandate"},
        Pattern.PEER: {"reachable_hours", "task_division"},
        Pattern.OWNER: {"on_call_term", "stand_in", "minimum_months"},
    }


@pytest.mark.covers("S1-106")
def test_a_peer_programme_without_a_task_for_the_professional_has_no_clear_division(
    coordinator: Actor,
) -> None:
    programme = complete(coordinator, Pattern.PEER)
    Task.objects.filter(programme=programme, who=Task.Who.PROFESSIONAL).delete()

    assert missing_codes(again(coordinator, programme)) == ["task_division"]


@pytest.mark.covers("S1-137")
def test_a_task_that_nobody_would_step_in_for_is_named(coordinator: Actor) -> None:
    programme = complete(coordinator, Pattern.PEER)
    task = Task.objects.filter(programme=programme).first()
    assert task is not None
    task.steps_in = ""
    task.save()

    assert missing_codes(again(coordinator, programme)) == ["steps_in"]


def test_a_part_of_the_day_without_a_number_is_named(coordinator: Actor) -> None:
    programme = complete(coordinator, Pattern.OWNER)
    OnCallLine.objects.filter(programme=programme).update(phone="")

    assert missing_codes(again(coordinator, programme)) == ["on_call"]


def test_only_the_absence_of_an_extra_asks_nobody_to_take_over() -> None:
    assert not consequences_of("extra").absence_needs_somebody
    assert consequences_of("peer").absence_needs_somebody
    assert consequences_of("owner").absence_needs_somebody


def test_every_pattern_has_a_sentence_for_each_consequence() -> None:
    for pattern in Pattern:
        rows = consequences_of(pattern).rows()
        assert len(rows) == 8
        assert all(str(subject) and str(sentence) for subject, sentence in rows)
