"""What the pages of this room share."""

from typing import TypeVar

from naast.organisations.access import open_to
from naast.organisations.models import Function

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
# Everybody who may have a seat at a course: volunteers, and colleagues at sessions for both (S1-178).
by_learners = open_to(
    Function.VOLUNTEER, Function.COORDINATOR, Function.COACH, Function.PROFESSIONAL
)
