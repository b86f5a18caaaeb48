"""Asking to be called, and noting what was agreed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core.inputs import DayField


class AskForm(forms.Form):
    """A few words are enough; none is fine too."""

    text = forms.CharField(
        label=_("What is it about?"),
        help_text=_("A few words are enough. Only your coordinator reads this."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )


class AnswerForm(forms.Form):
    """What came out of the call."""

    spoke_on = DayField(label=_("We spoke on"))
    answer = forms.CharField(
        label=_("What we agreed"),
        help_text=_("Who asked for the call reads this too."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )
