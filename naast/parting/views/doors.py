"""What the pages of this room share."""

from typing import TypeVar

from django import forms

from naast.organisations.access import open_to
from naast.organisations.models import Function

R = TypeVar("R")
F = TypeVar("F", bound=forms.Form)
by_coordinator = open_to(Function.COORDINATOR)
by_coordinator_or_coach = open_to(Function.COORDINATOR, Function.COACH)
by_volunteer = open_to(Function.VOLUNTEER)
by_participant = open_to(Function.PARTICIPANT)
by_keeper = open_to(Function.VOLUNTEER, Function.PROFESSIONAL, Function.COACH)
