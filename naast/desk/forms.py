"""Putting something off: until when, and why."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core.inputs import DayField
from naast.desk.models import PutOff


class LaterForm(forms.Form):
    """Until when it may wait, and why: whoever looks at it next reads it."""

    until_on = DayField(label=_("Until"))
    reason = forms.ChoiceField(
        label=_("Why can it wait?"), choices=PutOff.Reason, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("In a few words"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, last: date, **kwargs: Any) -> None:
        """`last`: the last day until which it may wait."""
        super().__init__(*args, **kwargs)
        self.fields["until_on"].widget.attrs["max"] = last.isoformat()
