"""What the forms of this room have in common: in a COSA circle each field for words says what does not belong there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.circles.models import Circle
from naast.circles.states import How
from naast.core.inputs import hour_field, pk_of
from naast.core.text import Text
from naast.organisations.choices import ColleagueField

# GDPR art. 10: nothing about convictions where it is not needed.
NO_OFFENCE = _("Nothing about an offence, a trial or a victim.")
HOW_WITHOUT_SCREEN = [choice for choice in How.choices if choice[0] != How.ON_SCREEN]

__all__ = [
    "CircleForm",
    "colleague_field",
    "hour_field",
    "how_field",
    "pk_of",
    "sentences",
]


def sentences(
    label: Any, *, rows: int = 3, required: bool = True, **options: Any
) -> forms.CharField:
    """A few sentences."""
    options.setdefault("max_length", 4000)
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, widget=area, **options)


class CircleForm(forms.Form):
    """A form about one circle."""

    def __init__(self, *args: Any, circle: Circle | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.circle = circle
        self.add_fields()
        if circle is None or not circle.rules.without_offence:
            return
        for field in self.fields.values():
            if isinstance(field.widget, forms.Textarea):
                field.help_text = _together(field.help_text, NO_OFFENCE)

    def add_fields(self) -> None:
        """Fields that depend on what the form is about."""


def _together(first: Text, second: Text) -> str:
    return f"{first} {second}".strip()


def colleague_field(label: Any, **options: Any) -> ColleagueField:
    """A colleague; the form fills in from whom to choose."""
    return ColleagueField(label=label, queryset=None, **options)


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]  # stubs want an argument
    """Somebody of the circle, by the name people call each other."""

    def label_from_instance(self, obj: Any) -> str:
        """How it reads in the list."""
        return str(obj.first_name)


class OuterField(forms.ModelChoiceField):  # type: ignore[type-arg]  # stubs want an argument
    """Somebody of the outer circle, by name and role."""

    def label_from_instance(self, obj: Any) -> str:
        """How it reads in the list."""
        return f"{obj.name} ({obj.role})"


class OuterManyField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # stubs want an argument
    """People of the outer circle, each ticked by name."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        """How it reads in the list."""
        return f"{obj.name} ({obj.role})"


def how_field() -> forms.ChoiceField:
    """How somebody said yes to a colleague who writes it down."""
    return forms.ChoiceField(label=_("How"), choices=HOW_WITHOUT_SCREEN, initial=How.IN_PERSON)
