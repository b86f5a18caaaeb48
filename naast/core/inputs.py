"""Pieces of forms that rooms share."""

from typing import Any
from uuid import UUID

from django import forms
from django.db import models


def hour_field(label: Any) -> forms.TimeField:
    """An hour with the device's own picker."""
    return forms.TimeField(
        label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )


def pk_of(row: models.Model | None) -> UUID | None:
    """The id of a chosen row, or None."""
    return row.pk if row is not None else None
