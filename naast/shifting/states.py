"""What happens with a task that shifted, as a table: noticed, talked about, asked, settled."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class ShiftState(models.TextChoices):
    """Where a task outside the agreed package stands."""

    NOTICED = "noticed", _("To settle")
    TALKING = "talking", _("We talk about it first")
    ASKED = "asked", _("Waits for the volunteer’s yes")
    ACCEPTED = "accepted", _("Belongs to it from now on")
    RESTORED = "restored", _("Back to what was agreed")
    ONCE = "once", _("It was just this once")


TALK, PROPOSE, AGREE, RATHER_NOT = "talk", "propose", "agree", "rather_not"
RESTORE, LET_BE, AGAIN, TAKE_BACK = "restore", "let_be", "again", "take_back"
ADDED, SEEN, VIEWED = "added", "seen", "viewed"

OPEN: Final = (ShiftState.NOTICED, ShiftState.TALKING, ShiftState.ASKED)
SETTLED: Final = (ShiftState.ACCEPTED, ShiftState.RESTORED, ShiftState.ONCE)
# After these, people look back together after three months.
LOOKED_BACK_ON: Final = (ShiftState.ACCEPTED, ShiftState.RESTORED)

SHIFT: Final = StateTable(
    [
        Step(
            TALK,
            frozenset({ShiftState.NOTICED, ShiftState.TALKING}),
            ShiftState.TALKING,
            _("Talk first"),
        ),
        Step(
            PROPOSE,
            frozenset({ShiftState.NOTICED, ShiftState.TALKING}),
            ShiftState.ASKED,
            _("Make it part of the agreement"),
        ),
        Step(AGREE, frozenset({ShiftState.ASKED}), ShiftState.ACCEPTED, _("Yes, I agree")),
        Step(RATHER_NOT, frozenset({ShiftState.ASKED}), ShiftState.TALKING, _("Rather not")),
        Step(RESTORE, frozenset(OPEN), ShiftState.RESTORED, _("Back to what was agreed")),
        Step(LET_BE, frozenset({ShiftState.NOTICED}), ShiftState.ONCE, _("It was just this once")),
        # It was told of once more after it was settled.
        Step(
            AGAIN,
            frozenset({ShiftState.RESTORED, ShiftState.ONCE}),
            ShiftState.NOTICED,
            _("Told of again"),
        ),
        # Looking back, they found that it doesn't belong to it after all.
        Step(
            TAKE_BACK,
            frozenset({ShiftState.ACCEPTED}),
            ShiftState.RESTORED,
            _("Back to what was agreed"),
        ),
    ]
)

# How a line of the history reads.
TAKEN: Final = {
    SEEN: _("Told of for the first time"),
    ADDED: _("Put forward as a new task"),
    TALK: _("First we talk about it"),
    PROPOSE: _("Three questions answered, the volunteer was asked"),
    AGREE: _("The volunteer agreed"),
    RATHER_NOT: _("The volunteer would rather not"),
    RESTORE: _("Back to what was agreed"),
    LET_BE: _("It was just this once"),
    AGAIN: _("Told of again"),
    TAKE_BACK: _("Looked back: back to what was agreed"),
    "looked_back": _("Looked back: it goes well"),
}
