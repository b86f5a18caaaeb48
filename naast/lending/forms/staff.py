"""Input of coordinators: the register, a loan, how it came back, the rule on own devices."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField, text_field
from naast.lending.inputs import ItemInput, NewLoan, TakenBack
from naast.lending.models import Item, OwnDevices
from naast.lending.states import Condition, ItemKind
from naast.people.models import Person

LONGEST = 1_000
THEY_READ = _("The volunteer reads this too.")


class ItemForm(forms.Form):
    """A thing of the register."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=ItemKind)
    label = forms.CharField(
        label=_("How do you call it?"),
        max_length=100,
        help_text=_("So that everybody knows which one: «laptop 3», «badge of the side door»."),
    )
    number = forms.CharField(label=_("Number on it"), max_length=60, required=False)
    note = forms.CharField(
        label=_("What belongs to it?"),
        max_length=300,
        required=False,
        help_text=_("A charger, a bag, a key ring. Stands on the receipt."),
    )
    has_data = forms.BooleanField(
        label=_("Personal data may be on it"),
        required=False,
        help_text=_("A laptop, a tablet, a phone: somebody’s messages or papers can stay behind."),
    )

    def item(self) -> ItemInput:
        """What the service takes in."""
        return ItemInput(**self.cleaned_data)


class LendForm(forms.Form):
    """Which thing, to whom, since when, back on which day."""

    item = forms.ChoiceField(label=_("What do you lend?"))
    person = forms.ChoiceField(label=_("To whom?"))
    since_on = DayField(label=_("They get it on"), initial=clock.today)
    due_on = DayField(
        label=_("Back on"),
        required=False,
        help_text=_("Leave it empty when they may keep it for as long as they volunteer."),
    )
    note = text_field(
        _("Anything to know"), longest=LONGEST, required=False, rows=2, help_text=THEY_READ
    )

    def __init__(
        self, *args: Any, items: Iterable[Item], people: Iterable[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        of_items: Any = self.fields["item"]
        of_people: Any = self.fields["person"]
        of_items.choices = _offered([(str(item.pk), item.label) for item in items])
        of_people.choices = _offered([(str(person.pk), person.name) for person in people])

    def loan(self) -> NewLoan:
        """What the service takes in."""
        data = self.cleaned_data
        return NewLoan(
            item_id=UUID(data["item"]),
            person_id=UUID(data["person"]),
            since_on=data["since_on"],
            due_on=data["due_on"],
            note=data["note"],
        )


def _offered(choices: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """One that is known already is not asked; of several somebody chooses."""
    return choices if len(choices) == 1 else [("", "---------"), *choices]


class LoanForm(forms.Form):
    """Another day, or something to know."""

    due_on = DayField(
        label=_("Back on"),
        required=False,
        help_text=_("Leave it empty when they may keep it for as long as they volunteer."),
    )
    note = text_field(
        _("Anything to know"), longest=LONGEST, required=False, rows=3, help_text=THEY_READ
    )


class BackForm(forms.Form):
    """How it came back; of what may hold personal data, whether they are erased."""

    back_on = DayField(
        label=_("On which day?"),
        initial=clock.today,
        help_text=_("When it is lost: the day on which you close this."),
    )
    condition = forms.ChoiceField(
        label=_("How did it come back?"), choices=Condition, widget=forms.RadioSelect
    )
    is_wiped = forms.TypedChoiceField(
        label=_("Is what was on it erased?"),
        choices=[
            ("yes", _("Yes, everything is erased")),
            ("no", _("No, not yet, or it can’t be done")),
        ],
        widget=forms.RadioSelect,
        required=False,
        empty_value=None,
        coerce=lambda value: value == "yes",
        help_text=_("When it is lost: erased from a distance?"),
    )
    note = text_field(
        _("Anything to know"), longest=LONGEST, required=False, rows=3, help_text=THEY_READ
    )

    def __init__(self, *args: Any, has_data: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_data:
            del self.fields["is_wiped"]

    def back(self) -> TakenBack:
        """What the service takes in."""
        return TakenBack(**self.cleaned_data)


class OwnDevicesForm(forms.Form):
    """What holds for own devices in a programme."""

    rule = forms.ChoiceField(
        label=_("May a volunteer use their own phone or laptop here?"),
        choices=OwnDevices.Rule,
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=_("Why?"),
        max_length=300,
        required=False,
        help_text=_("In plain words. Volunteers of this programme read it."),
    )
