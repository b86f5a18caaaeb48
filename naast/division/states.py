"""The way of a tension: on the table, agreed, looked back at, closed (S1-129)."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class TensionState(models.TextChoices):
    """Where it stands."""

    OPEN = "open", _("On the table")
    AGREED = "agreed", _("Agreed")
    LOOKED_BACK = "looked_back", _("Looked back")
    CLOSED = "closed", _("Closed")


AGREE: Final = "agree"
LOOK_BACK: Final = "look-back"
CLOSE: Final = "close"

TENSION: Final = StateTable(
    [
        Step(
            AGREE,
            # Agreed anew when it turned out, looking back, that it isn't solved.
            frozenset({TensionState.OPEN.value, TensionState.LOOKED_BACK.value}),
            TensionState.AGREED.value,
            _("Write down what we agreed"),
        ),
        Step(
            LOOK_BACK,
            frozenset({TensionState.AGREED.value}),
            TensionState.LOOKED_BACK.value,
            _("Look back together"),
        ),
        Step(
            CLOSE,
            frozenset({TensionState.LOOKED_BACK.value}),
            TensionState.CLOSED.value,
            _("Close it"),
        ),
    ]
)
