"""Input of who has something on loan."""

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core.inputs import text_field
from naast.lending.states import Condition


class NewsForm(forms.Form):
    """It is broken, or it is lost."""

    told = forms.ChoiceField(
        label=_("What happened?"),
        choices=[
            (Condition.BROKEN, _("It is broken, or it no longer works well")),
            (Condition.LOST, _("I lost it, or it was stolen")),
        ],
        widget=forms.RadioSelect,
    )
    words = text_field(
        _("Tell more, if you like"),
        longest=1_000,
        required=False,
        rows=3,
        help_text=_("Your coordinator reads this, and calls you."),
    )
