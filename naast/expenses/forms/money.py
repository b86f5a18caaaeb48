"""Fields for amounts, kilometres and hours: typed with a comma or a point, kept as whole numbers."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.expenses import money
from naast.expenses.lists import values
from naast.law.costs.payments import THOUSANDTHS

MOST_CENTS = 1_000_000
MOST_KM = 2_000 * THOUSANDTHS
MOST_HOURS = 24 * THOUSANDTHS


class _MeasuredField(forms.CharField):
    """A number as people type it, kept whole in small units, or None when it may stay empty. So are its bounds."""

    not_read: ClassVar[Text]
    not_within: ClassVar[Text]

    def __init__(self, *, least: int = 1, most: int, **options: Any) -> None:
        # The keys for numbers on a phone, with the comma.
        keys = {"inputmode": "decimal", "autocomplete": "off"}
        options.setdefault("widget", forms.TextInput(attrs=keys))
        super().__init__(**options)
        self.least, self.most = least, most

    def read(self, text: str) -> int:
        """Small units from what somebody typed. Raises ValueError."""
        raise NotImplementedError

    def shown(self, value: int) -> str:
        """In a sentence."""
        raise NotImplementedError

    def typed(self, value: int) -> str:
        """As it stands in the field."""
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        """Small units from «12,50» or «12.50». Raises ValidationError."""
        text = super().to_python(value)
        if not text:
            return None
        try:
            return self.read(text)
        except ValueError as error:
            raise ValidationError(str(self.not_read)) from error

    def validate(self, value: Any) -> None:
        """Within its bounds."""
        super().validate(value)
        if value is not None and not self.least <= value <= self.most:
            raise ValidationError(
                str(self.not_within)
                % {"least": self.shown(self.least), "most": self.shown(self.most)}
            )

    def prepare_value(self, value: Any) -> Any:
        """As it is typed."""
        return self.typed(value) if isinstance(value, int) else value


class EuroField(_MeasuredField):
    """An amount in euros: whole cents."""

    not_read = _("Write an amount such as 12,50.")
    not_within = _("Write an amount from %(least)s to %(most)s.")

    def __init__(self, *, most: int = MOST_CENTS, **options: Any) -> None:
        super().__init__(most=most, **options)

    def read(self, text: str) -> int:
        """Cents from «12,50», «12.50» or «€ 12,50»."""
        return values.cents(text)

    def shown(self, value: int) -> str:
        """«€ 12,50»."""
        return money.euro(value)

    def typed(self, value: int) -> str:
        """«12,50»."""
        return money.typed_euros(value)


class ThousandthsField(_MeasuredField):
    """A number with decimals: whole thousandths."""

    not_read = _("Write a number such as 12 or 12,5.")
    not_within = _("Write a number above zero and at most %(most)s.")

    def read(self, text: str) -> int:
        """Thousandths from «12,5» or «12.5»; finer parts are rounded."""
        return round(values.thousandths(text))

    def shown(self, value: int) -> str:
        """«12,5»."""
        return money.number(value)

    def typed(self, value: int) -> str:
        """«12,5»."""
        return money.typed_number(value)


class KilometreField(ThousandthsField):
    """Kilometres, in thousandths."""

    def __init__(self, *, most: int = MOST_KM, **options: Any) -> None:
        super().__init__(most=most, **options)


class HoursField(ThousandthsField):
    """Hours, in thousandths."""

    def __init__(self, *, most: int = MOST_HOURS, **options: Any) -> None:
        super().__init__(most=most, **options)
