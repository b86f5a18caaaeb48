"""Input about what is paid back."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from naast.core.inputs import DayField, text_field
from naast.expenses.forms.iban import BicField, IbanField
from naast.expenses.forms.money import EuroField
from naast.expenses.inputs import HouseTerms, ProgrammeTerms
from naast.expenses.models import CostSettings, ProgrammeCosts
from naast.expenses.states import Task
from naast.law.costs.figures import BELGIUM, RATE_PARTS


class RateField(forms.CharField):
    """Euros a kilometre, such as 0,4326. Its value is whole ten-thousandths, or None."""

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        )
        super().__init__(**options)

    def to_python(self, value: Any) -> Any:
        """Ten-thousandths of a euro, at most one euro. Raises ValidationError."""
        text = super().to_python(value)
        if not text:
            return None
        try:
            parts = Decimal(text.replace(",", ".").lstrip("€ \u00a0")) * RATE_PARTS
        except InvalidOperation as error:
            raise ValidationError(_("Write an amount such as 0,4326.")) from error
        if not parts.is_finite() or parts != parts.to_integral_value() or not 0 < parts <= 10_000:
            raise ValidationError(_("Write an amount below one euro, with at most four decimals."))
        return int(parts)

    def prepare_value(self, value: Any) -> Any:
        """As it is typed."""
        if not isinstance(value, int):
            return value
        return number_format(Decimal(value) / RATE_PARTS, decimal_pos=4, use_l10n=True)


class HouseForm(forms.Form):
    """Two pairs of eyes, and the account of the house."""

    second_pair_above = EuroField(
        label=_("A second colleague looks at a claim above"),
        least=0,
        help_text=_("Nobody agrees alone to more than this. 0: two colleagues look at everything."),
    )
    account_name = forms.CharField(
        label=_("Name of the account that pays"), max_length=70, required=False
    )
    iban = IbanField(label=_("Account number (IBAN)"), required=False)
    bic = BicField(label=_("BIC"), help_text=_("Only when your bank asks for it."))

    @classmethod
    def start(cls, settings: CostSettings) -> dict[str, object]:
        """What holds now."""
        return {name: getattr(settings, name) for name in cls.base_fields}

    def terms(self) -> HouseTerms:
        """What the service takes in."""
        return HouseTerms(**self.cleaned_data)


class FixedForm(forms.Form):
    """Why fixed amounts are given, and when that was decided."""

    flat_reason = text_field(
        _("Why, and for whom?"),
        longest=1000,
        required=True,
        rows=4,
        help_text=_(
            "For example: volunteers who give a whole day and would rather not keep every ticket."
        ),
    )
    flat_decided_on = DayField(
        label=_("Decided on"), help_text=_("The day of the meeting that decided it.")
    )


class ProgrammeForm(forms.Form):
    """What one programme pays back. What means nothing in a country, or was not decided, is left out."""

    pays_travel = forms.BooleanField(label=_("Travel is paid back"), required=False)
    kilometre_rate = RateField(
        label=_("For a kilometre by car, motorbike or bicycle, in euros"), required=False
    )
    pays_real = forms.BooleanField(label=_("Costs with a bill are paid back"), required=False)
    pays_flat = forms.BooleanField(label=_("A fixed amount is given"), required=False)
    flat_amount = EuroField(label=_("Fixed amount"), required=False)
    task = forms.ChoiceField(
        label=_("What kind of task is it for the law?"),
        choices=Task.choices,
        initial=Task.ORDINARY,
        help_text=_(
            "Some tasks have a higher ceiling a year, when the volunteer declares that they have no allowance."
        ),
    )

    def __init__(self, *args: Any, country: str, fixed_is_on: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_belgian = country == BELGIUM
        self.fields["kilometre_rate"].help_text = (
            _("Empty: the rate of the law on that day.")
            if is_belgian
            else _("Empty: kilometres can’t be asked back on the screen yet.")
        )
        self.fields["flat_amount"].label = (
            _("How much a day, at most?") if is_belgian else _("How much an hour, at most?")
        )
        self.fields["flat_amount"].help_text = _("Empty: up to the ceiling of the law.")
        if not is_belgian:
            del self.fields["task"]
        if not fixed_is_on:
            del self.fields["pays_flat"], self.fields["flat_amount"]

    @staticmethod
    def start(costs: ProgrammeCosts) -> Mapping[str, object]:
        """What holds now."""
        return {name: getattr(costs, name) for name in ProgrammeForm.base_fields}

    def terms(self) -> ProgrammeTerms:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        data["task"] = Task(data.get("task") or Task.ORDINARY)
        return ProgrammeTerms(**{"pays_flat": False, **data})
