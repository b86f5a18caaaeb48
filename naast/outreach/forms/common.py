"""What the forms of this room have in common."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone


def text(label: Any, *, rows: int = 4, required: bool = False, **options: Any) -> forms.CharField:
    """A few sentences."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, widget=area, **options)


def hour_field(label: Any) -> forms.TimeField:
    """An hour with the device's own picker."""
    return forms.TimeField(
        label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )


def moment(day: date, hour: time) -> datetime:
    """A day and an hour in the time of the house."""
    return timezone.make_aware(datetime.combine(day, hour))


def pk_of(row: Any) -> UUID | None:
    """The id of a chosen row, or None."""
    return row.pk if row is not None else None


class ProgrammeField(forms.ModelChoiceField):  # type: ignore[type-arg]  # stubs want an argument
    """A programme by name."""

    def label_from_instance(self, obj: Any) -> str:
        """How it reads in the list."""
        return str(obj.name)
