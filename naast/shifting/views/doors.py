"""What the pages of this room share."""

from typing import TypeVar

from naast.organisations.access import open_to
from naast.organisations.models import Function

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
by_professional = open_to(Function.PROFESSIONAL)
by_volunteer = open_to(Function.VOLUNTEER)
# Whose view is asked: the volunteer, the professional and the coach.
by_both_sides = open_to(Function.VOLUNTEER, Function.PROFESSIONAL, Function.COACH)
