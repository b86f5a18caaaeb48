"""A day on which something is planned: never so far away that it can't be meant."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from naast.core import clock

# Ten years ahead, and as far back as anybody here learned something.
FURTHEST = timedelta(days=10 * 366)
FIRST = date(1930, 1, 1)


def sensible(day: date) -> None:
    """Raises ValidationError for a day before 1930 or more than ten years ahead: a slip of the finger."""
    if not FIRST <= day <= clock.today() + FURTHEST:
        raise ValidationError(_("This date is too far away to be right. Look at the year."))


def day_field(label: Any, **options: Any) -> forms.DateField:
    """A day that can be meant."""
    return forms.DateField(label=label, validators=[sensible], **options)
