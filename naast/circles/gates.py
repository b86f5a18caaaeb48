"""What must be in place before a circle takes a step (instruments B11): pure, from facts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from naast.circles.rules import Rules
from naast.circles.states import LEAST_VOLUNTEERS, CircleState
from naast.core.text import Text


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a circle at this moment. `ready`: how many of its volunteers may start in the programme;
    `has_covenant` and `still_to_agree`: the newest agreements, and how many have not said yes to them."""

    rules: Rules
    state: str
    volunteers: int
    ready: int
    has_coordinator: bool
    has_deputy: bool
    is_consented: bool
    is_briefed: bool
    has_covenant: bool
    still_to_agree: int
    has_open_event: bool
    has_closing_meeting: bool
    has_aftercare: bool


@dataclass(frozen=True, slots=True)
class Need:
    """One thing a step asks for, and whether it is there."""

    code: str
    label: Text
    in_place: bool


Check = Callable[[Facts], bool]
CHECKS: Final[dict[str, tuple[Text, Check]]] = {
    "talk": (
        _("There was a talk about whether a circle fits"),
        lambda facts: not facts.rules.needs_talk or facts.state != CircleState.ANNOUNCED,
    ),
    "consent": (_("The core member said yes to the circle"), lambda facts: facts.is_consented),
    "coordinator": (_("There is a circle coordinator"), lambda facts: facts.has_coordinator),
    "deputy": (_("There is a deputy for the coordinator"), lambda facts: facts.has_deputy),
    "briefed": (
        _("The volunteers were prepared with the outer circle"),
        lambda facts: (
            not facts.rules.needs_outer or (facts.is_briefed and facts.state != CircleState.FORMING)
        ),
    ),
    "all_ready": (
        _("Each volunteer is ready for this programme"),
        lambda facts: facts.ready == facts.volunteers,
    ),
    "three_ready": (
        _("At least three volunteers are ready"),
        lambda facts: facts.ready >= LEAST_VOLUNTEERS,
    ),
    "covenant": (
        _("Everybody agreed to the agreements of the circle"),
        lambda facts: facts.has_covenant and facts.still_to_agree == 0,
    ),
    "decided": (
        _("It is decided how the circle goes on after what happened"),
        lambda facts: not facts.has_open_event,
    ),
    "closing": (_("The closing meeting took place"), lambda facts: facts.has_closing_meeting),
    "aftercare": (
        _("It is agreed who stays in touch afterwards"),
        lambda facts: facts.has_aftercare,
    ),
}
BACKED: Final = ("consent", "coordinator", "deputy")
STEP_NEEDS: Final[dict[str, tuple[str, ...]]] = {
    "form": ("talk",),
    "brief": BACKED,
    "meet": (*BACKED, "briefed", "all_ready", "three_ready"),
    "start_weekly": (*BACKED, "three_ready", "covenant"),
    "resume": (*BACKED, "three_ready", "covenant", "decided"),
    "care_after": ("closing", "aftercare"),
}


def needs_of(step: str, facts: Facts) -> list[Need]:
    """What this step asks for, in place or not; nothing for a step without a gate."""
    found = ((code, *CHECKS[code]) for code in STEP_NEEDS.get(step, ()))
    return [Need(code, label, check(facts)) for code, label, check in found]


def missing_for(step: str, facts: Facts) -> list[Need]:
    """What keeps this step from being taken now."""
    return [need for need in needs_of(step, facts) if not need.in_place]
