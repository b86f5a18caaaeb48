"""Input about tables of tasks and patterns."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.division import table
from naast.division.forms.fields import PastDayField, words
from naast.division.models import DivisionYes, RoomWish
from naast.programmes.models import Pattern

LONGEST_CELL = 200


def _cell(label: Any, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONGEST_CELL, required=required, help_text=help_text
    )


class VersionForm(forms.Form):
    """Carries the version that was on the screen."""

    number = forms.IntegerField(widget=forms.HiddenInput)


class RowForm(VersionForm):
    """One row of the table."""

    task = _cell(_("Task or activity"), required=True)
    does = _cell(_("Who does it?"), required=True)
    decides = _cell(_("Who decides?"))
    knows = _cell(_("Who has to know?"))
    steps_in = _cell(
        _("Who steps in?"), help_text=_("When it doesn’t work out, or when it goes wrong.")
    )
    phase = forms.ChoiceField(
        label=_("When"),
        choices=[(phase.value, words_) for phase, words_ in table.PHASES.items()],
        initial=table.Phase.BESIDE.value,
    )

    def row(self) -> table.Row:
        """The row as it was filled in."""
        return table.Row(**{name: self.cleaned_data[name] for name in table.NAMES})


class PaperForm(VersionForm):
    """A yes that was said on paper or in a talk."""

    side = forms.ChoiceField(
        label=_("Who said yes?"), choices=DivisionYes.Side, widget=forms.RadioSelect
    )
    said_on = PastDayField(label=_("On which day?"), initial=clock.today)


class TalkedForm(forms.Form):
    """The day on which they talked the table through."""

    talked_on = PastDayField(label=_("When did you talk it through together?"), initial=clock.today)


class PatternForm(forms.Form):
    """Another pattern of responsibility, why and from when."""

    pattern = forms.ChoiceField(
        label=_("Pattern of responsibility"), choices=Pattern, widget=forms.RadioSelect
    )
    moved_on = PastDayField(label=_("From which day?"), initial=clock.today)
    reason = words(
        _("Why?"), help_text=_("The volunteer and the professional read this. Write it kindly.")
    )


class RoomForm(forms.Form):
    """How much the volunteer likes to decide."""

    wants = forms.ChoiceField(
        label=_("What do you like best?"), choices=RoomWish.Wants, widget=forms.RadioSelect
    )
