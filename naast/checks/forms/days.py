"""A day as somebody means it: what lies centuries away is a slip of the pen."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

FIRST, LAST = date(1950, 1, 1), date(2099, 12, 31)


class DayField(forms.DateField):
    """A day between FIRST and LAST: the rules count months and working days from it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(validators=[MinValueValidator(FIRST), MaxValueValidator(LAST)], **kwargs)
