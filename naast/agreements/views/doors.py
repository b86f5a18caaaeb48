"""What the pages of this room share."""

from typing import TypeVar

from django.http import Http404

from naast.organisations.access import open_to
from naast.organisations.models import STAFF, Function

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
by_coordinator_or_coach = open_to(Function.COORDINATOR, Function.COACH)
by_volunteer = open_to(Function.VOLUNTEER)
by_participant = open_to(Function.PARTICIPANT)
by_staff = open_to(*(Function(function) for function in sorted(STAFF)))


def or_404(found: R | None) -> R:
    """What was found; not yours looks the same as absent."""
    if found is None:
        raise Http404
    return found
