"""An account number: spaces and small letters are fine, a wrong digit is not."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum import bic, iban
from stdnum import exceptions as wrong


class IbanField(forms.CharField):
    """An IBAN, checked by its own digits; kept without spaces, shown in groups of four. Whether the bank exists is not
    asked: the list of a package ages, and an account of a new bank is an account (ADR 0024)."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 42)
        options.setdefault(
            "widget", forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
        )
        super().__init__(**options)

    def clean(self, value: Any) -> str:
        """The number without spaces. Raises ValidationError."""
        text: str = super().clean(value)
        try:
            return iban.validate(text, check_country=False) if text else ""
        except wrong.ValidationError as error:
            raise ValidationError(
                _("This account number is not right. Look at it once more.")
            ) from error

    def prepare_value(self, value: Any) -> Any:
        """In groups of four."""
        return iban.format(value) if isinstance(value, str) and value else value


class BicField(forms.CharField):
    """The code of a bank; may stay empty."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 11)
        super().__init__(required=False, **options)

    def clean(self, value: Any) -> str:
        """The code in capitals. Raises ValidationError."""
        text: str = super().clean(value)
        try:
            return bic.validate(text) if text else ""
        except wrong.ValidationError as error:
            raise ValidationError(_("This is no BIC: it has 8 or 11 signs.")) from error
