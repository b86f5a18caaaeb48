"""A photo of a ticket or bill, the same for who sends it and for who enters it from paper."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from naast.core.pictures import LARGEST_FILE


class PhotoField(forms.FileField):
    """A photo of a ticket or bill, from the camera or the phone."""

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "widget", forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"})
        )
        options.setdefault("help_text", _("At most 12 MB. Where it was taken is taken out."))
        super().__init__(**options)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Not too large to open. Raises ValidationError."""
        file = super().clean(data, initial)
        if file and file.size > LARGEST_FILE:
            raise ValidationError(_("This file is larger than 12 MB. Choose a smaller one."))
        return file
