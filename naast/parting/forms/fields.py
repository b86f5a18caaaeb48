"""Fields that the forms of this room share."""

from typing import Any

from django import forms

from naast.core import clock
from naast.organisations.models import Membership
from naast.people.models import Person

LONGEST = 4000


def text(
    label: Any, *, rows: int = 3, required: bool = False, help_text: Any = ""
) -> forms.CharField:
    """A few lines of text."""
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=LONGEST,
        required=required,
        help_text=help_text,
    )


def several(label: Any, choices: Any, *, help_text: Any = "") -> forms.MultipleChoiceField:
    """Boxes of which any number may be ticked."""
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=help_text,
    )


def past_day(label: Any) -> forms.DateField:
    """A day that is not still to come; services say so beside the field."""
    return forms.DateField(label=label, initial=clock.today)


class ColleagueField(forms.ModelChoiceField):  # type: ignore[type-arg]  # stubs want an argument, Django has none
    """A choice of colleagues, by name."""

    def label_from_instance(self, obj: Membership) -> str:
        """The name of the user behind the membership."""
        return obj.user.name or obj.user.email


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]  # idem
    """A choice of people, by name."""

    def label_from_instance(self, obj: Person) -> str:
        """Their name."""
        return obj.name
