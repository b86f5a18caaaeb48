"""Fields that the forms of this room share."""

from functools import partial
from typing import Any

from django import forms

from naast.core.inputs import text_field

LONGEST = 6000
text = partial(text_field, longest=LONGEST, required=False)


def moment(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateTimeField:
    """A day and an hour with the device's own picker."""
    return forms.DateTimeField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
    )
