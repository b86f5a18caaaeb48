"""What the forms of this room have in common."""

from typing import Any

from django import forms


def text(label: Any, *, rows: int = 4, required: bool = False, **options: Any) -> forms.CharField:
    """A few sentences."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, widget=area, **options)
