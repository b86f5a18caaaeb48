"""How often two people see each other, in lines; and a time at a distance."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match, RhythmYes, Side
from naast.companionship.services.rhythm import AtADistance, Line
from naast.core import clock
from naast.core.inputs import DayField
from naast.programmes.models import ContactLine

MOST_LINES = 4
MOST_EVERY = 12
# The ways in which the two themselves meet: group meetings stay the programme's.
WAYS = [
    ("", _("Nothing")),
    *((way.value, way.label) for way in ContactLine.Way if way != ContactLine.Way.GROUP),
]


class LinesForm(forms.Form):
    """A few lines, each a way of meeting and how often. Fields are numbered from 1."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, MOST_LINES + 1):
            self.fields[f"way_{number}"] = forms.ChoiceField(
                label=_("How"), choices=WAYS, required=False
            )
            self.fields[f"every_{number}"] = forms.IntegerField(
                label=_("Every"), min_value=1, max_value=MOST_EVERY, required=False, initial=1
            )
            self.fields[f"unit_{number}"] = forms.ChoiceField(
                label=_("Weeks or months"), choices=ContactLine.Unit, required=False
            )
            self.fields[f"with_whom_{number}"] = forms.CharField(
                label=_("With whom, or where"), max_length=120, required=False
            )

    def rows(self) -> list[list[forms.BoundField]]:
        """The fields line by line."""
        names = ("way", "every", "unit", "with_whom")
        return [[self[f"{name}_{number}"] for name in names] for number in range(1, MOST_LINES + 1)]

    def lines(self) -> tuple[Line, ...]:
        """The lines that say something."""
        data = self.cleaned_data
        return tuple(
            Line(
                way=data[f"way_{number}"],
                every=data[f"every_{number}"] or 1,
                unit=data[f"unit_{number}"] or ContactLine.Unit.WEEK.value,
                with_whom=data[f"with_whom_{number}"].strip(),
            )
            for number in range(1, MOST_LINES + 1)
            if data[f"way_{number}"]
        )


def lines_of(match: Match) -> dict[str, Any]:
    """The form as it stands now."""
    initial: dict[str, Any] = {}
    for number, line in enumerate(match.rhythm_lines.all()[:MOST_LINES], start=1):
        initial |= {
            f"way_{number}": line.way,
            f"every_{number}": line.every,
            f"unit_{number}": line.unit,
            f"with_whom_{number}": line.with_whom,
        }
    return initial


class YesForm(forms.Form):
    """One of the two agrees with the version they read."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class YesForForm(YesForm):
    """What somebody told the coordinator, or put on paper."""

    side = forms.ChoiceField(label=_("Who agreed?"), choices=Side, widget=forms.RadioSelect)
    how = forms.ChoiceField(
        label=_("How?"),
        choices=[
            (RhythmYes.How.TOLD.value, RhythmYes.How.TOLD.label),
            (RhythmYes.How.PAPER.value, RhythmYes.How.PAPER.label),
        ],
        widget=forms.RadioSelect,
        initial=RhythmYes.How.TOLD,
    )


class DistanceForm(forms.Form):
    """For a while by phone or online: from when, and how often."""

    from_on = DayField(label=_("From"), initial=clock.today)
    until_on = DayField(label=_("Until, when you know"), required=False)
    every = forms.IntegerField(
        label=_("Call or see each other online every"),
        min_value=1,
        max_value=MOST_EVERY,
        initial=1,
    )
    unit = forms.ChoiceField(label=_("Weeks or months"), choices=ContactLine.Unit)
    words = forms.CharField(
        label=_("What you tell everybody"),
        help_text=_("Volunteers and participants read this on the page of their match."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        """The last day comes after the first."""
        data = super().clean() or {}
        first, last = data.get("from_on"), data.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("The last day comes after the first."))
        return data

    def terms(self) -> AtADistance:
        """What was typed, as the service wants it."""
        return AtADistance(**self.cleaned_data)
