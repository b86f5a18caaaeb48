"""The way of a card on the board, and of a letter of reference."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step
from naast.core.text import Text


class PostState(models.TextChoices):
    """Where a card stands."""

    OFFERED = "offered", _("To be placed")
    SHOWN = "shown", _("On the board")
    ENDED = "ended", _("No longer on the board")


class LetterState(models.TextChoices):
    """Where a letter stands."""

    ASKED = "asked", _("Asked for")
    WRITTEN = "written", _("Waits for your agreement")
    AGREED = "agreed", _("Agreed by both")
    DROPPED = "dropped", _("No longer needed")


VOLUNTEER: Final = "volunteer"
COORDINATOR: Final = "coordinator"


def _step(name: str, sources: tuple[str, ...], target: str, label: Text, by: str) -> Step:
    return Step(name, frozenset(sources), target, label, frozenset({by}))


POST: Final = StateTable(
    [
        _step("place", (PostState.OFFERED,), PostState.SHOWN, _("Place on the board"), COORDINATOR),
        _step(
            "take_down",
            (PostState.OFFERED, PostState.SHOWN),
            PostState.ENDED,
            _("Take it off the board"),
            COORDINATOR,
        ),
        _step(
            "take_back",
            (PostState.OFFERED, PostState.SHOWN),
            PostState.ENDED,
            _("Take it back"),
            VOLUNTEER,
        ),
    ]
)
LETTER: Final = StateTable(
    [
        _step(
            "write",
            (LetterState.ASKED, LetterState.WRITTEN),
            LetterState.WRITTEN,
            _("Send it for agreement"),
            COORDINATOR,
        ),
        _step("agree", (LetterState.WRITTEN,), LetterState.AGREED, _("I agree"), VOLUNTEER),
        _step(
            "ask_change",
            (LetterState.WRITTEN,),
            LetterState.ASKED,
            _("I would like something different"),
            VOLUNTEER,
        ),
        _step(
            "drop",
            (LetterState.ASKED, LetterState.WRITTEN),
            LetterState.DROPPED,
            _("I don’t need it any more"),
            VOLUNTEER,
        ),
    ]
)
# What the volunteer says of their letter; what a coordinator writes down of who has no page (a change is written at
# once).
ANSWERS: Final = ("agree", "ask_change", "drop")
HEARD: Final = ("agree", "drop")
