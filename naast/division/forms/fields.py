"""Pieces that the forms of this room share."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField

LONGEST = 4000


def words(
    label: Any, *, rows: int = 3, required: bool = True, help_text: Any = ""
) -> forms.CharField:
    """A few lines of text."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=LONGEST,
        required=required,
    )


class PastDayField(DayField):
    """Today or a day that is past."""

    def clean(self, value: Any) -> Any:
        """Raises ValidationError for a day to come."""
        day: date | None = super().clean(value)
        if day is not None and day > clock.today():
            raise forms.ValidationError(_("Choose today or a day that is past."))
        return day


class ComingDayField(DayField):
    """Today or a day that is still to come."""

    def clean(self, value: Any) -> Any:
        """Raises ValidationError for a day that is past."""
        day: date | None = super().clean(value)
        if day is not None and day < clock.today():
            raise forms.ValidationError(_("Choose today or a day that is still to come."))
        return day
