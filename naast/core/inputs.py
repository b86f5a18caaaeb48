"""Pieces of forms that rooms share."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from naast.core import clock

# Ten years ahead, and as far back as anybody here remembers.
FURTHEST = timedelta(days=10 * 366)
FIRST = date(1930, 1, 1)


def sensible(day: date) -> None:
    """Raises ValidationError for a day before 1930 or more than ten years ahead: a slip of the finger."""
    if not FIRST <= day <= clock.today() + FURTHEST:
        raise ValidationError(_("This date is too far away to be right. Look at the year."))


class DayField(forms.DateField):
    """A day that can be meant: rules count months and working days from it."""

    default_validators = [sensible]


def hour_field(label: Any) -> forms.TimeField:
    """An hour with the device's own picker."""
    return forms.TimeField(
        label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )


def text_field(
    label: Any, *, longest: int, required: bool, rows: int = 3, help_text: Any = ""
) -> forms.CharField:
    """A few lines of text, of at most so many signs. Whether it may stay empty is always said, never assumed."""
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=longest,
        required=required,
        help_text=help_text,
    )


def boxes_field(label: Any, choices: Any, *, help_text: Any = "") -> forms.MultipleChoiceField:
    """Boxes of which any number may be ticked."""
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=help_text,
    )


class NamedField(forms.ModelChoiceField):  # type: ignore[type-arg]  # stubs want an argument, Django has none
    """A choice of rows by their `name`: people, programmes, channels."""

    def label_from_instance(self, obj: Any) -> str:
        """The name."""
        return str(obj.name)


def pk_of(row: models.Model | None) -> UUID | None:
    """The id of a chosen row, or None."""
    return row.pk if row is not None else None
