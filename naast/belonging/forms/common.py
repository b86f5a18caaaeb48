"""What the forms of this room have in common."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from naast.belonging.errors import DayRefused
from naast.core.errors import DomainError

LONGEST = 4000


def words(label: Any, *, rows: int = 4, required: bool = True, **options: Any) -> forms.CharField:
    """A few sentences."""
    area = forms.Textarea(attrs={"rows": rows})
    options.setdefault("max_length", LONGEST)
    return forms.CharField(label=label, required=required, widget=area, **options)


def taps(label: Any, choices: Any, *, required: bool = True, **options: Any) -> forms.ChoiceField:
    """One of a few, by a tap."""
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, required=required, **options
    )


def refuse(form: forms.Form, error: DomainError) -> None:
    """Say why, at the field where there is one."""
    field = error.field if isinstance(error, DayRefused) and error.field in form.fields else None
    form.add_error(field, str(error))


class WeeksField(forms.CharField):
    """Weeks, with commas between them: «2, 6, 12»."""

    most = 104

    def clean(self, value: Any) -> Any:
        """The numbers. Raises ValidationError for what is no list of weeks."""
        text = super().clean(value)
        parts = [part.strip() for part in text.split(",") if part.strip()]
        if not all(part.isdigit() and int(part) <= self.most for part in parts) or len(parts) > 12:
            raise ValidationError(_("Write weeks with commas between them, such as 2, 6, 12."))
        return tuple(sorted({int(part) for part in parts}))
