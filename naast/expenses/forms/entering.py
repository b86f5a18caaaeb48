"""Input of finance from paper: a claim, a declaration, a gift."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField, pk_of
from naast.core.pictures import NotAPicture, small
from naast.expenses.forms.money import EuroField, HoursField, KilometreField
from naast.expenses.forms.photo import PhotoField
from naast.expenses.inputs import NewClaim, NewGift, Said
from naast.expenses.states import Kind, Vehicle
from naast.law.costs.figures import BELGIUM
from naast.programmes.models import Programme

# A bill must stay readable.
SIDE = 1600
CENTS_A_YEAR = 10_000_00


def not_ahead(day: date) -> None:
    """Raises ValidationError for a day that is still to come."""
    if day > clock.today():
        raise ValidationError(_("This day is still to come."))


class PaperForm(forms.Form):
    """What every line of a paper has: its day, its programme, and for what."""

    kind: Kind
    day = DayField(label=_("On which day"), validators=[not_ahead])
    programme = forms.ModelChoiceField(
        label=_("For which programme"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("No programme"),
    )

    def __init__(
        self, *args: Any, programmes: QuerySet[Programme], country: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.country = country
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]  # a ModelChoiceField

    def clean_photo(self) -> bytes | None:
        """The photo of the proof, made small. Raises ValidationError."""
        file = self.cleaned_data.get("photo")
        try:
            return small(file, side=SIDE) if file else None
        except NotAPicture as error:
            raise ValidationError(str(error)) from error

    def claim(self) -> NewClaim:
        """What the service takes in."""
        data = self.cleaned_data
        same = ("day", "cents", "km", "hours", "from_place", "to_place", "purpose", "paper")
        given: dict[str, Any] = {name: data[name] for name in same if name in data}
        return NewClaim(
            kind=self.kind,
            programme_id=pk_of(data["programme"]),
            vehicle=Vehicle(data["vehicle"]) if data.get("vehicle") else None,
            jpeg=data.get("photo"),
            **given,
        )


def _paper() -> forms.CharField:
    return forms.CharField(
        label=_("Number of the bill in your folder"),
        max_length=40,
        required=False,
        help_text=_("Keep the paper for seven years. Or add a photo of it."),
    )


def _photo() -> PhotoField:
    return PhotoField(label=_("Photo of the bill"), required=False)


class TravelForm(PaperForm):
    """One line of the trip sheet."""

    kind = Kind.TRAVEL
    vehicle = forms.ChoiceField(label=_("With what"), choices=Vehicle.choices)
    km = KilometreField(label=_("Kilometres"), required=False)
    cents = EuroField(
        label=_("Amount"),
        required=False,
        help_text=_("Leave it empty by car or bicycle: the rate of that day gives it."),
    )
    from_place = forms.CharField(
        label=_("From where"),
        max_length=80,
        help_text=_("«Home» will do: no street of a participant."),
    )
    to_place = forms.CharField(label=_("To where"), max_length=80)
    purpose = forms.CharField(label=_("What for"), max_length=120)
    paper = _paper()
    photo = _photo()

    field_order = ["day", "vehicle", "km", "cents", "from_place", "to_place", "purpose"]

    def clean(self) -> dict[str, Any]:
        """Kilometres by one's own vehicle; the price of a ticket."""
        data = super().clean() or {}
        is_ticket = data.get("vehicle") == Vehicle.PUBLIC
        if is_ticket and not data.get("cents") and "cents" not in self.errors:
            self.add_error("cents", _("Write what the ticket cost."))
        if not is_ticket and not data.get("km") and "km" not in self.errors:
            self.add_error("km", _("Write how many kilometres it was."))
        return data


class BillForm(PaperForm):
    """A cost that the volunteer paid."""

    kind = Kind.REAL_COST
    cents = EuroField(label=_("Amount"))
    purpose = forms.CharField(label=_("What for"), max_length=120)
    paper = _paper()
    photo = _photo()

    field_order = ["day", "cents", "purpose"]

    def clean(self) -> dict[str, Any]:
        """Without a proof nothing is paid back."""
        data = super().clean() or {}
        if not data.get("paper") and not data.get("photo") and "photo" not in self.errors:
            self.add_error("paper", _("Give the number of the bill, or add a photo of it."))
        return data


class FixedAmountForm(PaperForm):
    """A fixed amount for a day; in the Netherlands with its hours."""

    kind = Kind.FLAT
    cents = EuroField(label=_("Amount"))
    hours = HoursField(label=_("Hours"), required=False)
    purpose = forms.CharField(label=_("What for"), max_length=120, required=False)

    field_order = ["day", "cents", "hours", "purpose"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].required = True
        if self.country == BELGIUM:
            del self.fields["hours"]


class GiftForm(forms.Form):
    """A gift with its value."""

    day = DayField(label=_("On which day"), validators=[not_ahead])
    cents = EuroField(label=_("What was it worth?"))
    what = forms.CharField(
        label=_("What was it?"),
        max_length=120,
        help_text=_("For example: a book for Saint Nicholas."),
    )

    def gift(self) -> NewGift:
        """What the service takes in."""
        return NewGift(**self.cleaned_data)


class PaperDeclarationForm(forms.Form):
    """A declaration on honour that somebody signed on paper."""

    year = forms.TypedChoiceField(label=_("For which year"), coerce=int)
    signed_on = DayField(label=_("Signed on"), validators=[not_ahead])
    has_others = forms.BooleanField(
        label=_("Another organisation pays something too this year"), required=False
    )
    other_flat = EuroField(
        label=_("Fixed amounts there this year"), required=False, most=CENTS_A_YEAR
    )
    other_month = EuroField(
        label=_("At most in one month there"), required=False, most=CENTS_A_YEAR
    )
    other_real = forms.BooleanField(label=_("They pay proven costs there"), required=False)
    other_km = KilometreField(label=_("Kilometres paid there this year"), required=False)
    no_allowance = forms.BooleanField(
        label=_("Declares to have no social security or assistance allowance in this period"),
        required=False,
        help_text=_("Only for tasks with a higher ceiling."),
    )

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        this = clock.today().year
        self.fields["year"].choices = [(this, this), (this - 1, this - 1)]  # type: ignore[attr-defined]  # a ChoiceField
        if country != BELGIUM:
            self.fields["other_flat"].label = _("Everything together there this year")
        elsewhere = (
            ("other_month",) if country == BELGIUM else ("other_real", "other_km", "no_allowance")
        )
        for name in elsewhere:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Amounts elsewhere come from somewhere."""
        data = super().clean() or {}
        named = [name for name in data if name.startswith("other_") and data[name]]
        if named and not data.get("has_others"):
            self.add_error(
                "has_others", _("There is an amount from elsewhere: then tick this too.")
            )
        return data

    def said(self) -> Said:
        """What the service takes in."""
        data = self.cleaned_data
        left = {
            name: data[name] for name in data if name not in ("year", "signed_on") and data[name]
        }
        return Said(**{"has_others": False, **left})
