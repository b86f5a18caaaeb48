"""What a volunteer types about their own costs: short, and on a phone first."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.forms import BoundField
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField, pk_of, text_field
from naast.core.text import Text
from naast.expenses.forms.iban import IbanField
from naast.expenses.forms.money import EuroField, HoursField, KilometreField
from naast.expenses.forms.photo import PhotoField
from naast.expenses.inputs import NewClaim, Said
from naast.expenses.models import ProgrammeCosts
from naast.expenses.queries.mine import Ride
from naast.expenses.services.own import Rides
from naast.expenses.states import Kind, Vehicle
from naast.law.costs.figures import BELGIUM
from naast.programmes.models import Programme

YES, NO = "yes", "no"
ACCOUNT, CASH = "account", "cash"
# What is reckoned by the kilometre; a ticket is paid back as it is.
OWN_VEHICLES = tuple(
    (each.value, each.label) for each in (Vehicle.CAR, Vehicle.BICYCLE, Vehicle.MOTORBIKE)
)
LONGEST_PLACE = 80
NO_ADDRESS = _("In your own words, such as «home» or «the visit». Never somebody’s address.")


class _WhenAndFor(forms.Form):
    """On which day, and for which of one's own programmes."""

    day = DayField(label=_("On which day"), initial=clock.today)
    programme = forms.ModelChoiceField(
        label=_("For which programme"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("For something else, such as a meeting"),
    )

    def __init__(self, *args: Any, programmes: QuerySet[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programme = self.fields["programme"]
        programme.queryset = programmes  # type: ignore[attr-defined]  # a ModelChoiceField
        programme.label_from_instance = lambda row: row.name  # type: ignore[attr-defined]  # idem


class CostForm(_WhenAndFor):
    """A cost that was paid: how much, for what, and the photo of the bill."""

    cents = EuroField(label=_("How much did you pay?"))
    purpose = forms.CharField(
        label=_("What for?"),
        max_length=LONGEST_PLACE,
        help_text=_("Such as «coffee together» or «tickets for the museum». No names."),
    )
    photo = PhotoField(label=_("A photo of the bill"))
    field_order = ("cents", "purpose", "photo", "day", "programme")

    def new(self) -> NewClaim:
        """What was filled in; the photo goes beside it."""
        data = self.cleaned_data
        return NewClaim(
            kind=Kind.REAL_COST,
            day=data["day"],
            cents=data["cents"],
            programme_id=pk_of(data["programme"]),
            purpose=data["purpose"],
        )


class TripForm(_WhenAndFor):
    """A way to somewhere that is no visit, or a ticket of bus, tram or train."""

    vehicle = forms.ChoiceField(
        label=_("With what?"), choices=Vehicle, widget=forms.RadioSelect, initial=Vehicle.CAR
    )
    km = KilometreField(
        label=_("Kilometres, there and back"),
        required=False,
        help_text=_("Only for car, bicycle or motorbike."),
    )
    cents = EuroField(
        label=_("What the ticket did cost"),
        required=False,
        help_text=_("Only for bus, tram or train."),
    )
    photo = PhotoField(label=_("A photo of the ticket"), required=False)
    from_place = forms.CharField(label=_("From where"), max_length=LONGEST_PLACE)
    to_place = forms.CharField(label=_("To where"), max_length=LONGEST_PLACE, help_text=NO_ADDRESS)
    purpose = forms.CharField(
        label=_("What for?"), max_length=LONGEST_PLACE, help_text=_("Such as «training».")
    )
    field_order = (
        "vehicle",
        "km",
        "cents",
        "photo",
        "day",
        "from_place",
        "to_place",
        "purpose",
        "programme",
    )

    def clean(self) -> dict[str, Any]:
        """Kilometres with an own vehicle; the amount and a photo with a ticket."""
        data = super().clean() or {}
        if data.get("vehicle") == Vehicle.PUBLIC:
            if data.get("cents") is None and "cents" not in self.errors:
                self.add_error("cents", _("What did the ticket cost?"))
            if not data.get("photo") and "photo" not in self.errors:
                self.add_error("photo", _("Add a photo of the ticket."))
        elif data.get("km") is None and "km" not in self.errors:
            self.add_error("km", _("How many kilometres was it, there and back?"))
        return data

    def new(self) -> NewClaim:
        """What was filled in; what belongs to the other way of travelling is left out."""
        data = self.cleaned_data
        is_ticket = data["vehicle"] == Vehicle.PUBLIC
        return NewClaim(
            kind=Kind.TRAVEL,
            day=data["day"],
            vehicle=Vehicle(data["vehicle"]),
            km=None if is_ticket else data["km"],
            cents=data["cents"] if is_ticket else None,
            programme_id=pk_of(data["programme"]),
            from_place=data["from_place"],
            to_place=data["to_place"],
            purpose=data["purpose"],
        )


class RidesForm(forms.Form):
    """Kilometres of visits that are logged: tick them, and look at the kilometres of each."""

    vehicle = forms.ChoiceField(
        label=_("With what?"), choices=OWN_VEHICLES, widget=forms.RadioSelect, initial=Vehicle.CAR
    )
    from_place = forms.CharField(label=_("From where"), max_length=LONGEST_PLACE)
    to_place = forms.CharField(label=_("To where"), max_length=LONGEST_PLACE, help_text=NO_ADDRESS)

    def __init__(self, *args: Any, rides: Iterable[Ride], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rides = list(rides)
        for ride in self.rides:
            day = date_format(ride.day, "l j F")
            self.fields[f"visit_{ride.visit_id}"] = forms.BooleanField(
                label=f"{day}, {ride.name}", required=False, help_text=ride.note
            )
            self.fields[f"km_{ride.visit_id}"] = KilometreField(
                label=_("Kilometres, there and back"), required=False, initial=ride.km
            )

    @property
    def rows(self) -> list[tuple[BoundField, BoundField]]:
        """Each visit: the box to tick, and its kilometres."""
        return [
            (self[f"visit_{ride.visit_id}"], self[f"km_{ride.visit_id}"]) for ride in self.rides
        ]

    def clean(self) -> dict[str, Any]:
        """At least one visit, and kilometres for each that is ticked."""
        data = super().clean() or {}
        ticked = [ride for ride in self.rides if data.get(f"visit_{ride.visit_id}")]
        if not ticked:
            self.add_error(None, _("Tick at least one visit."))
        for ride in ticked:
            name = f"km_{ride.visit_id}"
            if data.get(name) is None and name not in self.errors:
                self.add_error(name, _("How many kilometres was it, there and back?"))
        return data

    def asked(self) -> Rides:
        """The visits that were ticked, with their kilometres."""
        data = self.cleaned_data
        return Rides(
            km={
                ride.visit_id: data[f"km_{ride.visit_id}"]
                for ride in self.rides
                if data[f"visit_{ride.visit_id}"]
            },
            vehicle=Vehicle(data["vehicle"]),
            from_place=data["from_place"],
            to_place=data["to_place"],
        )


def ticked(posted: Mapping[str, object]) -> list[UUID]:
    """The visits that were ticked, also those that the form no longer knows."""
    names = [name.removeprefix("visit_") for name in posted if name.startswith("visit_")]
    return [found for name in names if (found := _uuid(name)) is not None]


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


class FixedForm(forms.Form):
    """A fixed amount: for which day and programme; what it brings is agreed by the house."""

    day = DayField(label=_("For which day"), initial=clock.today)
    programme = forms.ChoiceField(label=_("For which programme"), widget=forms.RadioSelect)
    hours = HoursField(label=_("How many hours was it?"))

    def __init__(
        self, *args: Any, fixed: Iterable[ProgrammeCosts], country: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.programmes = {str(row.programme_id): row.programme for row in fixed}
        choices = [(key, row.name) for key, row in self.programmes.items()]
        self.fields["programme"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        if len(choices) == 1:
            self.fields["programme"].initial = choices[0][0]
        if country == BELGIUM:
            del self.fields["hours"]


class AnswerForm(forms.Form):
    """The answer to a question of finance."""

    words = text_field(_("Your answer"), longest=1000, required=True)
    photo = PhotoField(label=_("A better photo"), required=False)


class AccountForm(forms.Form):
    """Where we may pay."""

    way = forms.ChoiceField(
        label=_("How would you like to get it?"),
        choices=((ACCOUNT, _("On my account")), (CASH, _("By hand, and I sign for it"))),
        widget=forms.RadioSelect,
    )
    holder = forms.CharField(
        label=_("Name on the account"),
        max_length=70,
        required=False,
        help_text=_("Only when you get it on your account."),
    )
    iban = IbanField(
        label=_("Account number (IBAN)"),
        required=False,
        help_text=_("It begins with BE or NL. Only who pays sees it."),
    )

    def clean(self) -> dict[str, Any]:
        """A name and a number, unless by hand."""
        data = super().clean() or {}
        if data.get("way") == ACCOUNT:
            for name, words in (
                ("holder", _("Whose account is it?")),
                ("iban", _("Write the number of your account.")),
            ):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, words)
        return data


class DeclarationForm(forms.Form):
    """On one's honour: what other organisations pay this year. What the law of the other country asks is left out."""

    has_others = forms.ChoiceField(
        label=_("Does another organisation pay you something for volunteering, this year?"),
        choices=((NO, _("No, only you")), (YES, _("Yes"))),
        widget=forms.RadioSelect,
    )
    other_flat = EuroField(
        label=_("Fixed amounts there, in the whole year"), required=False, least=0
    )
    other_month = EuroField(label=_("What they pay in one month, at most"), required=False, least=0)
    other_real = forms.BooleanField(
        label=_("They pay back what I spent, with the bills"), required=False
    )
    other_km = KilometreField(
        label=_("Kilometres they pay back, in the whole year"), required=False
    )
    no_allowance = forms.BooleanField(
        label=_("I have no unemployment, sickness or other allowance in this period"),
        required=False,
        help_text=_(
            "Only then a higher ceiling holds for some tasks. Leave it open when you are not sure."
        ),
    )

    def __init__(self, *args: Any, country: str, asks_allowance: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if country == BELGIUM:
            del self.fields["other_month"]
        else:
            del self.fields["other_real"], self.fields["other_km"]
            self.fields["other_flat"].label = _("Everything they pay, in the whole year")
        if not asks_allowance:
            del self.fields["no_allowance"]

    def clean(self) -> dict[str, Any]:
        """Who says yes says what."""
        data = super().clean() or {}
        told = ("other_flat", "other_month", "other_real", "other_km")
        if data.get("has_others") == YES and not any(data.get(name) for name in told):
            self.add_error(
                "other_flat", _("About how much, or how? A guess is better than nothing.")
            )
        return data

    def said(self) -> Said:
        """What was filled in."""
        data = self.cleaned_data
        return Said(
            has_others=data["has_others"] == YES,
            other_flat=data.get("other_flat") or 0,
            other_month=data.get("other_month") or 0,
            other_real=bool(data.get("other_real")),
            other_km=data.get("other_km") or 0,
            no_allowance=bool(data.get("no_allowance")),
        )


def words_of_yes(has_others: bool | None) -> Text:
    """The answer that was given before, for a form that is opened again."""
    if has_others is None:
        return ""
    return YES if has_others else NO
