"""Input about what is on the table."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField
from naast.division.forms.fields import words
from naast.division.models import Tension
from naast.division.services.tensions import Heard, StepInput

View = Tension.View


class TensionForm(forms.Form):
    """What happened, and how one sees it oneself."""

    happened = words(
        _("What happened?"),
        help_text=_("Facts, as one could have filmed them. Both of you read this."),
    )
    own_view = words(
        _("How do you see it yourself?"),
        required=False,
        help_text=_("In your own words. The other reads it once they wrote how they see it."),
    )


class ViewForm(forms.Form):
    """How one of the two sees it; empty says that they would rather not."""

    words = words(
        _("How do you see it?"),
        rows=5,
        required=False,
        help_text=_("In your own words. Would you rather not say? Leave it empty: that is fine."),
    )


class HeardForm(forms.Form):
    """What one side told the coordinator."""

    how = forms.ChoiceField(
        label=_("How do we know?"),
        choices=[
            (View.WRITTEN_DOWN.value, _("They told me: I write it in their words")),
            (View.DID_NOT_WANT.value, _("They would rather not say")),
        ],
        widget=forms.RadioSelect,
    )
    words = words(_("In their words"), rows=5, required=False)

    def heard(self, side: str) -> Heard:
        """What the service takes in."""
        return Heard(side, self.cleaned_data["how"], self.cleaned_data["words"])


class StepForm(forms.Form):
    """The words of a step."""

    words = words(_("How did it go since?"), rows=4)

    def given(self) -> StepInput:
        """What the service takes in."""
        data = self.cleaned_data
        return StepInput(data.get("words", ""), data.get("review_on"))


def _in_six_weeks() -> Any:
    return clock.today() + timedelta(weeks=6)


class AgreeForm(StepForm):
    """What was agreed, and when they look back."""

    words = words(_("What did you agree together?"), rows=4)
    review_on = DayField(label=_("We look back on"), initial=_in_six_weeks)


class CloseForm(StepForm):
    """Nothing more to write."""

    words = None  # type: ignore[assignment]  # takes the field of the form above away
