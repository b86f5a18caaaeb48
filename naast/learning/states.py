"""Where somebody's seat at a session stands, as a table."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class SeatState(models.TextChoices):
    """On the list, waiting for a place, and how it ended."""

    COMING = "coming", _("Comes")
    WAITING = "waiting", _("On the waiting list")
    CANCELLED = "cancelled", _("Does not come")
    PRESENT = "present", _("Was there")
    ABSENT = "absent", _("Was not there")


# These hold a place.
SEATED: Final = (SeatState.COMING, SeatState.PRESENT)
# Before the session: who of these hears when something changes.
EXPECTED: Final = (SeatState.COMING, SeatState.WAITING)
# On the list of who comes, to tick off.
ON_THE_LIST: Final = (SeatState.COMING, SeatState.PRESENT, SeatState.ABSENT)


def _among(*states: str) -> frozenset[str]:
    return frozenset(str(state) for state in states)


SEAT: Final = StateTable(
    [
        Step("move-up", _among(SeatState.WAITING), SeatState.COMING),
        Step("leave", _among(*EXPECTED), SeatState.CANCELLED, _("I can’t come")),
        Step("come-back", _among(SeatState.CANCELLED), SeatState.COMING),
        Step("wait-again", _among(SeatState.CANCELLED), SeatState.WAITING),
        # Whoever waited or would not come and stands at the door all the same is there.
        Step("attend", _among(*SeatState), SeatState.PRESENT, _("Is there")),
        Step("miss", _among(*ON_THE_LIST), SeatState.ABSENT, _("Is not there")),
    ]
)
