"""What the pages of this room share."""

from typing import TypeVar

from naast.organisations.access import open_to
from naast.organisations.models import STAFF, Function

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
by_coordinator_or_coach = open_to(Function.COORDINATOR, Function.COACH)
by_volunteer = open_to(Function.VOLUNTEER)
by_participant = open_to(Function.PARTICIPANT)
by_staff = open_to(*(Function(function) for function in sorted(STAFF)))
