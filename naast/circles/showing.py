"""How the way of a circle reads on a page."""

from dataclasses import dataclass
from typing import Final

from naast.circles.gates import Facts, missing_for
from naast.circles.models import Circle
from naast.circles.queries.circles import history_of
from naast.circles.states import CIRCLE, TAKEN, THE_WAY, CircleState
from naast.core.templatetags.ui_people import Entry, Stage
from naast.core.text import Text

# The step that leads on, from each phase; the others stand below it.
ONWARD: Final = {
    CircleState.ANNOUNCED.value: ("consider", "form"),
    CircleState.SUITABILITY.value: ("form",),
    CircleState.FORMING.value: ("brief", "meet"),
    CircleState.BRIEFING.value: ("meet",),
    CircleState.AGREEMENTS.value: ("start_weekly",),
    CircleState.WEEKLY.value: ("taper",),
    CircleState.FORTNIGHTLY.value: ("taper_more",),
    CircleState.MONTHLY.value: ("close",),
    CircleState.PAUSED.value: ("resume",),
    CircleState.CLOSING.value: ("care_after",),
    CircleState.AFTERCARE.value: ("finish",),
}


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step that can be taken from here. `missing`: what it still waits for; `is_onward`: the usual one."""

    name: str
    label: Text
    missing: int
    is_onward: bool


def path_of(circle: Circle) -> list[Stage]:
    """The usual way with where this circle stands; a pause or an early stop stands in the head of the page."""
    if circle.state not in THE_WAY:
        return []
    here = [state.value for state in THE_WAY].index(circle.state)
    return [
        Stage(state.label, "done" if place < here else "current" if place == here else "todo")
        for place, state in enumerate(THE_WAY)
    ]


def next_steps(circle: Circle, facts: Facts) -> list[NextStep]:
    """What may happen from here, the usual step first."""
    onward = _onward(circle)
    found = [
        NextStep(step.name, step.label, len(missing_for(step.name, facts)), step.name == onward)
        for step in CIRCLE.open_from(circle.state)
    ]
    return sorted(found, key=lambda each: not each.is_onward)


def _onward(circle: Circle) -> str:
    """COSA talks first and prepares with the outer circle; a network circle needs neither."""
    usual = ONWARD.get(circle.state, ("",))
    is_careful = circle.rules.needs_talk
    return usual[0] if is_careful else usual[-1]


def story_of(circle: Circle) -> list[Entry]:
    """What happened, newest first, with the words that were written."""
    return [
        Entry(step.created_at, f"{TAKEN[step.name]}. {step.words}".rstrip(), "circle-dot")
        for step in history_of(circle)
    ]
