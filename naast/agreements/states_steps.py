"""Where an agreement that was not kept stands, and which steps lead on: talk, agreement on paper, pause,
parting (S0-42, S0-59). At every step it may be solved."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class LadderState(models.TextChoices):
    """How far we are, in words about the agreement and never about the person."""

    NOTED = "noted", _("To talk about")
    TALKED = "talked", _("Talked about")
    ON_PAPER = "on_paper", _("Agreed on paper")
    PAUSED = "paused", _("A pause")
    PARTING_ASKED = "parting_asked", _("Parting: a second colleague looks along")
    PARTED = "parted", _("Parted")
    SOLVED = "solved", _("Solved, thank you")


OPEN: Final = (
    LadderState.NOTED,
    LadderState.TALKED,
    LadderState.ON_PAPER,
    LadderState.PAUSED,
    LadderState.PARTING_ASKED,
)
# What the volunteer reads on their own page: nothing before somebody talked with them.
SHOWN_TO_VOLUNTEER: Final = tuple(state for state in OPEN if state != LadderState.NOTED)
# While it stands here, no match of this programme starts or goes on again.
STANDS_STILL: Final = (LadderState.PAUSED, LadderState.PARTING_ASKED, LadderState.PARTED)

TALK, PAPER, PAUSE, PAUSE_AT_ONCE = "talk", "paper", "pause", "pause-at-once"
ASK_PARTING, AGREE, NOT_YET, SOLVE = "ask-parting", "agree", "not-yet", "solved"
# Steps that go further: each asks time, and the volunteer's own view of the one before.
FURTHER: Final = (TALK, PAPER, PAUSE, PAUSE_AT_ONCE, ASK_PARTING, AGREE)
# What must have happened before people may part.
BEFORE_PARTING: Final = frozenset({TALK, PAPER, PAUSE})

US: Final = frozenset({"us"})
SECOND: Final = frozenset({"second colleague"})


def _among(*states: str) -> frozenset[str]:
    return frozenset(str(state) for state in states)


LADDER: Final = StateTable(
    [
        Step(
            TALK,
            _among(LadderState.NOTED, LadderState.TALKED, LadderState.PAUSED),
            LadderState.TALKED,
            _("We talked"),
            US,
        ),
        Step(
            PAPER,
            _among(LadderState.TALKED, LadderState.ON_PAPER),
            LadderState.ON_PAPER,
            _("We put an agreement on paper"),
            US,
        ),
        Step(PAUSE, _among(LadderState.ON_PAPER), LadderState.PAUSED, _("A pause"), US),
        # Only when somebody is not safe: the talk and the agreement on paper still come.
        Step(
            PAUSE_AT_ONCE,
            _among(LadderState.NOTED, LadderState.TALKED),
            LadderState.PAUSED,
            _("A pause at once, for safety"),
            US,
        ),
        Step(
            ASK_PARTING,
            _among(LadderState.PAUSED),
            LadderState.PARTING_ASKED,
            _("Ask a colleague about parting"),
            US,
        ),
        Step(
            AGREE,
            _among(LadderState.PARTING_ASKED),
            LadderState.PARTED,
            _("I agree: we part"),
            SECOND,
        ),
        Step(
            NOT_YET,
            _among(LadderState.PARTING_ASKED),
            LadderState.PAUSED,
            _("Not yet: first something else"),
            US,
        ),
        Step(SOLVE, _among(*OPEN), LadderState.SOLVED, _("Solved, thank you"), US),
    ]
)
