"""What the pages of this room share."""

from typing import TypeVar

from django import forms

from naast.organisations.access import open_to
from naast.organisations.models import Function

F = TypeVar("F", bound=forms.Form)
by_coordinator = open_to(Function.COORDINATOR)
