"""Input of the yearly look back at our promises."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.agreements.models import PromiseAnswer
from naast.agreements.promises import Promise
from naast.agreements.services.promising import HowItWent
from naast.core import clock
from naast.core.inputs import DayField

Kept = PromiseAnswer.Kept


class PromisesForm(forms.Form):
    """For each promise: kept, partly or not yet, in our own words, and what we do."""

    reviewed_on = DayField(label=_("We looked back on"))
    with_whom = forms.CharField(
        label=_("With whom did you look back?"),
        max_length=200,
        required=False,
        help_text=_("For example: with six volunteers and the board. No names needed."),
    )

    def __init__(self, *args: Any, promises: Sequence[Promise], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.promises = list(promises)
        for number in range(len(self.promises)):
            self.fields[f"kept_{number}"] = forms.ChoiceField(
                label=_("Did we keep it?"), choices=Kept, widget=forms.RadioSelect
            )
            self.fields[f"words_{number}"] = forms.CharField(
                label=_("In our own words"),
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            self.fields[f"what_we_do_{number}"] = forms.CharField(
                label=_("What we do now"),
                max_length=2000,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
                help_text=_("Needed when we did not keep it, or not entirely."),
            )

    @property
    def each(self) -> list[tuple[Promise, list[forms.BoundField]]]:
        """Each promise with its three fields."""
        names = ("kept", "words", "what_we_do")
        return [
            (promise, [self[f"{name}_{number}"] for name in names])
            for number, promise in enumerate(self.promises)
        ]

    def clean_reviewed_on(self) -> Any:
        """A day that came."""
        day = self.cleaned_data["reviewed_on"]
        if day > clock.today():
            raise forms.ValidationError(_("Choose today or a day in the past."))
        return day

    def clean(self) -> dict[str, Any]:
        """What was not kept asks what we do."""
        data = super().clean() or {}
        for number in range(len(self.promises)):
            kept, name = data.get(f"kept_{number}"), f"what_we_do_{number}"
            if kept and kept != Kept.KEPT and not (data.get(name) or "").strip():
                self.add_error(name, _("Write what you do now."))
        return data

    def answers(self) -> list[HowItWent]:
        """What the service takes in."""
        data = self.cleaned_data
        return [
            HowItWent(
                promise=promise,
                kept=data[f"kept_{number}"],
                words=data[f"words_{number}"],
                what_we_do=data[f"what_we_do_{number}"],
            )
            for number, promise in enumerate(self.promises)
        ]
