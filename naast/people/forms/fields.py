"""Fields that several forms of this room share: phone, yes or no or not asked, words with commas, week."""

from collections.abc import Iterable, Mapping
from typing import Any

import phonenumbers
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.text import Text
from naast.people.terms import PARTS_A_WEEK

# What gettext_lazy gives has a name in the stubs only.
Label = Any
LONGEST_WORD = 80
MOST_WORDS = 40


class PhoneField(forms.CharField):
    """A phone in any spelling of the organisation's country; cleans to +32475123456."""

    def __init__(self, *, country: str = "BE", **options: Any) -> None:
        self.country = country
        super().__init__(
            widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}), **options
        )

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if not text:
            return ""
        try:
            number = phonenumbers.parse(text, self.country)
        except phonenumbers.NumberParseException:
            number = None
        if number is None or not phonenumbers.is_valid_number(number):
            raise forms.ValidationError(
                _("This is not a complete phone number. Write it with its area code, or with + and the country code.")
            )  # fmt: skip
        written: str = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        return written


YES_NO = (
    ("", gettext_lazy("Not asked yet")),
    ("yes", gettext_lazy("Yes")),
    ("no", gettext_lazy("No")),
)


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or not asked yet: never asked is never taken for a no."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            choices=YES_NO, coerce=lambda value: value == "yes", empty_value=None, required=False, **options
        )  # fmt: skip

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no", None: ""}.get(value, value)


class WordsField(forms.CharField):
    """A few words with commas between them; cleans to a list without repeats."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> list[str]:
        text: str = super().clean(value)
        words = [" ".join(word.split()) for word in text.replace("\n", ",").split(",")]
        kept = list(dict.fromkeys(word for word in words if word))
        if len(kept) > MOST_WORDS or any(len(word) > LONGEST_WORD for word in kept):
            raise forms.ValidationError(
                _("Write short words with commas between them, forty at most.")
            )
        return kept


class WeekField(forms.TypedMultipleChoiceField):
    """The free parts of a week: 0 (Monday morning) … 20 (Sunday evening)."""

    def __init__(self, **options: Any) -> None:
        choices = [(part, str(part)) for part in range(PARTS_A_WEEK)]
        super().__init__(choices=choices, coerce=int, required=False, **options)

    def bound_data(self, data: Any, initial: Any) -> list[str]:
        """What comes back after a refusal: only parts that exist can be drawn."""
        offered = {str(part) for part in range(PARTS_A_WEEK)}
        return [part for part in data or [] if part in offered]


def chosen_from(vocabulary: Mapping[str, Text], label: Label) -> forms.MultipleChoiceField:
    """Several codes of a vocabulary, as boxes to tick."""
    return forms.MultipleChoiceField(
        label=label,
        choices=list(vocabulary.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def long_text(label: Label, *, rows: int = 3, help_text: Label = "") -> forms.CharField:
    """An optional text of a few sentences."""
    return forms.CharField(
        label=label,
        required=False,
        help_text=help_text,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def small_number(label: Label, *, most: int, help_text: Label = "") -> forms.IntegerField:
    """An optional number from 1 up."""
    return forms.IntegerField(
        label=label, required=False, min_value=1, max_value=most, help_text=help_text
    )


def with_empty(choices: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """Choices with «not said» in front."""
    return [("", _("Not said")), *choices]
