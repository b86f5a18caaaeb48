"""Input about rings."""

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField
from naast.outreach.models import Ring, RingWish


class RingForm(forms.Form):
    """Where somebody stands, and what they wish."""

    ring = forms.ChoiceField(
        label=_("Where somebody stands"), choices=Ring, widget=forms.RadioSelect
    )
    moved_on = DayField(
        label=_("Since"), initial=clock.today, help_text=_("For a move: the day of the move.")
    )
    wish = forms.ChoiceField(
        label=_("What does the person wish?"),
        help_text=_("Ask it; don’t guess. It is fine to stay where one is."),
        choices=RingWish,
        widget=forms.RadioSelect,
    )
