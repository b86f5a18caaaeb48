"""Fields for amounts, kilometres and hours: typed with a comma or a point, kept as whole numbers."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from naast.expenses import money
from naast.expenses.lists import values
from naast.law.costs.payments import THOUSANDTHS

MOST_CENTS = 1_000_000
MOST_KM = 2_000 * THOUSANDTHS
MOST_HOURS = 24 * THOUSANDTHS


class EuroField(forms.CharField):
    """An amount in euros. Its value is whole cents, or None when it may stay empty; `least` and `most` in cents."""

    def __init__(self, *, least: int = 1, most: int = MOST_CENTS, **options: Any) -> None:
        options.setdefault("widget", _decimal_input())
        super().__init__(**options)
        self.least, self.most = least, most

    def to_python(self, value: Any) -> Any:
        """Cents from «12,50», «12.50» or «€ 12,50». Raises ValidationError."""
        text = super().to_python(value)
        if not text:
            return None
        try:
            return values.cents(text)
        except ValueError as error:
            raise ValidationError(_("Write an amount such as 12,50.")) from error

    def validate(self, value: Any) -> None:
        """Within its bounds."""
        super().validate(value)
        if value is not None and not self.least <= value <= self.most:
            raise ValidationError(
                _("Write an amount from %(least)s to %(most)s.")
                % {"least": money.euro(self.least), "most": money.euro(self.most)}
            )

    def prepare_value(self, value: Any) -> Any:
        """Cents as they are typed."""
        return money.typed_euros(value) if isinstance(value, int) else value


class ThousandthsField(forms.CharField):
    """A number with decimals. Its value is whole thousandths, or None when it may stay empty; so are its bounds."""

    def __init__(self, *, least: int = 1, most: int, **options: Any) -> None:
        options.setdefault("widget", _decimal_input())
        super().__init__(**options)
        self.least, self.most = least, most

    def to_python(self, value: Any) -> Any:
        """Thousandths from «12,5» or «12.5»; finer parts are rounded. Raises ValidationError."""
        text = super().to_python(value)
        if not text:
            return None
        try:
            return round(values.thousandths(text))
        except ValueError as error:
            raise ValidationError(_("Write a number such as 12 or 12,5.")) from error

    def validate(self, value: Any) -> None:
        """Within its bounds."""
        super().validate(value)
        if value is not None and not self.least <= value <= self.most:
            raise ValidationError(
                _("Write a number above zero and at most %(most)s.")
                % {"most": money.number(self.most)}
            )

    def prepare_value(self, value: Any) -> Any:
        """Thousandths as they are typed."""
        return money.typed_number(value) if isinstance(value, int) else value


class KilometreField(ThousandthsField):
    """Kilometres, in thousandths."""

    def __init__(self, *, most: int = MOST_KM, **options: Any) -> None:
        super().__init__(most=most, **options)


class HoursField(ThousandthsField):
    """Hours, in thousandths."""

    def __init__(self, *, most: int = MOST_HOURS, **options: Any) -> None:
        super().__init__(most=most, **options)


def _decimal_input() -> forms.TextInput:
    """The keys for numbers on a phone, with the comma."""
    return forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
