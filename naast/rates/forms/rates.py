"""Input about the amounts of the law."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.inputs import DayField, text_field
from naast.law.costs.figures import FIRST_DAY, RATE_PARTS
from naast.law.costs.plausible import year_of
from naast.rates.inputs import NewRate
from naast.rates.lawful import AMOUNTS
from naast.rates.models import Figure
from naast.rates.words import LABELS

LONGEST_SOURCE = LONGEST_WHY = 300
CENTS = 100
# As it is printed: «1.760,83», «1 760,83», «1760.83», «0,4326».
GROUPED = re.compile(r"(?P<whole>[0-9]{1,3}(?:[. \u00a0\u202f][0-9]{3})+|[0-9]{1,6})(?:[.,](?P<part>[0-9]+))?")  # fmt: skip


class AmountField(forms.CharField):
    """An amount in euros, typed with a comma or a point. Its value is whole parts of a euro: cents, or the
    ten-thousandths of a rate (`parts`)."""

    def __init__(self, *, parts: int = CENTS, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(**options)
        self.places = len(str(parts)) - 1

    def to_python(self, value: Any) -> Any:
        """Whole parts, or None for nothing. Raises ValidationError."""
        text = (super().to_python(value) or "").replace("€", "").strip()
        if not text:
            return None
        found = GROUPED.fullmatch(text)
        part = (found["part"] or "") if found is not None else ""
        # A rate such as 0.4326 has four decimals; «1.760» alone may be a thousand or a typing error.
        if found is None or len(part) > self.places or (not part and "." in text):
            example = "0,4326" if self.places > len(str(CENTS)) - 1 else "44,02"
            raise ValidationError(_("Write an amount such as %(example)s.") % {"example": example})
        return int(re.sub(r"[^0-9]", "", found["whole"]) + part.ljust(self.places, "0"))

    def prepare_value(self, value: Any) -> Any:
        """Whole parts as they are typed."""
        if not isinstance(value, int):
            return value
        shown = Decimal(value).scaleb(-self.places)
        return number_format(shown, self.places, use_l10n=True, force_grouping=False)


class RateForm(forms.Form):
    """What every amount needs: where it stands and, when something looks odd, why it is right all the same."""

    figure: ClassVar[Figure]

    source = forms.CharField(
        label=gettext_lazy("Source"),
        max_length=LONGEST_SOURCE,
        help_text=gettext_lazy(
            "The circular, letter or page, with its day. Who pays opens it with one click."
        ),
    )
    why_right = text_field(
        gettext_lazy("Why it is right all the same"),
        longest=LONGEST_WHY,
        required=False,
        rows=2,
        help_text=gettext_lazy("Only when this page says that something looks odd."),
    )

    def new(self) -> NewRate:
        """What was entered."""
        given = self.cleaned_data
        first, last = self.days()
        return NewRate(
            figure=self.figure,
            valid_from=first,
            valid_to=last,
            amounts={name: given[name] for name in AMOUNTS[self.figure]},
            source=given["source"].strip(),
            why_right=given["why_right"].strip(),
        )

    def days(self) -> tuple[date, date]:
        """From when until when it holds."""
        return self.cleaned_data["valid_from"], self.cleaned_data["valid_to"]

    @classmethod
    def initial_of(cls, first: date, last: date) -> dict[str, object]:
        """How its days stand in the form."""
        return {"valid_from": first, "valid_to": last}


class KilometreForm(RateForm):
    """A rate for a kilometre, for the days that the source says."""

    valid_from = DayField(label=gettext_lazy("From"))
    valid_to = DayField(label=gettext_lazy("Until and with"))
    rate = AmountField(label=LABELS["rate"], parts=RATE_PARTS)
    field_order = ("valid_from", "valid_to", "rate")


class CarForm(KilometreForm):
    """By car, motorbike or moped."""

    figure = Figure.CAR


class BicycleForm(KilometreForm):
    """By bicycle."""

    figure = Figure.BICYCLE


class YearForm(RateForm):
    """Amounts that hold for one calendar year."""

    calendar_year = forms.IntegerField(
        label=gettext_lazy("For which year"), min_value=FIRST_DAY.year, max_value=9999
    )

    def days(self) -> tuple[date, date]:
        """The whole year."""
        year = year_of(date(self.cleaned_data["calendar_year"], 1, 1))
        return year.first, year.last

    @classmethod
    def initial_of(cls, first: date, last: date) -> dict[str, object]:
        """The year of its first day."""
        return {"calendar_year": first.year}


class CeilingsForm(YearForm):
    """Belgium: the most that may be given without proof."""

    figure = Figure.CEILINGS
    day = AmountField(label=LABELS["day"])
    year = AmountField(label=LABELS["year"])
    raised = AmountField(label=LABELS["raised"])
    field_order = ("calendar_year", "day", "year", "raised")


class AllowanceForm(YearForm):
    """The Netherlands: the allowance."""

    figure = Figure.ALLOWANCE
    hour = AmountField(label=LABELS["hour"])
    hour_young = AmountField(label=LABELS["hour_young"])
    age_limit = forms.IntegerField(
        label=gettext_lazy("Younger means under"),
        min_value=16,
        max_value=30,
        help_text=gettext_lazy("Years: from this age on, the full amount of an hour."),
    )
    month = AmountField(label=LABELS["month"])
    year = AmountField(label=LABELS["year"])
    field_order = ("calendar_year", "hour", "hour_young", "age_limit", "month", "year")


FORMS: Mapping[str, type[RateForm]] = {
    form.figure: form for form in (CeilingsForm, CarForm, BicycleForm, AllowanceForm)
}


class WithdrawForm(forms.Form):
    """Why a row no longer holds."""

    because = text_field(
        gettext_lazy("Why it no longer holds"), longest=LONGEST_WHY, required=True, rows=2
    )
