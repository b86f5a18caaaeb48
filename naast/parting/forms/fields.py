"""Fields that the forms of this room share."""

from functools import partial
from typing import Any

from django import forms

from naast.core import clock
from naast.core.inputs import DayField, text_field

LONGEST = 4000
text = partial(text_field, longest=LONGEST, required=False)


def past_day(label: Any) -> forms.DateField:
    """A day that is not still to come; services say so beside the field."""
    return DayField(label=label, initial=clock.today)
