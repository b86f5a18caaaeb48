"""What the pages of this room share."""

from typing import TypeVar

from naast.core import drafts
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
by_professional = open_to(Function.PROFESSIONAL)
by_volunteer = open_to(Function.VOLUNTEER)
# Whose view is asked: the volunteer, the professional and the coach.
by_both_sides = open_to(Function.VOLUNTEER, Function.PROFESSIONAL, Function.COACH)


def draft(request: ActorRequest, key: str) -> dict[str, object]:
    """What keeps words that were not sent: its key, and what was kept."""
    saved = {} if request.method == "POST" else drafts.kept(request.user.pk, key)
    return {"draft_key": key, "saved": saved}
