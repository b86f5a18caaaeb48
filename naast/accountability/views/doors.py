"""What the pages of this room share."""

from typing import TypeVar

from django import forms

from naast.organisations.access import open_to
from naast.organisations.models import STAFF, Function

F = TypeVar("F", bound=forms.Form)
by_keeper = open_to(Function.COORDINATOR, Function.ADMINISTRATOR)
by_reader = open_to(Function.COORDINATOR, Function.ADMINISTRATOR, Function.BOARD)
by_administrator = open_to(Function.ADMINISTRATOR)
by_staff = open_to(*(Function(each) for each in sorted(STAFF)))
