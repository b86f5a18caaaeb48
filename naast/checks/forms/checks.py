"""Input about checks of conduct: days and an outcome, never a file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.checks.models import CheckKind, CheckRecord
from naast.checks.services.checks import Seen
from naast.core import clock
from naast.core.inputs import DayField
from naast.messaging.forms import LetterForm

REASON = _(
    "Only where we found no legal ground. Nobody but coordinators reads it: no facts about a person."
)


class AskForm(LetterForm):
    """Asking for a check: by a letter that helps, or in a talk."""

    reason = forms.CharField(
        label=_("Why we ask it all the same"),
        help_text=REASON,
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_reason:
            del self.fields["reason"]

    @property
    def reason_given(self) -> str:
        """Why, or nothing where no reason is asked."""
        found: str = self.cleaned_data.get("reason", "")
        return found


class SeenForm(forms.Form):
    """What somebody saw: the day, the date on the paper, and what came of it."""

    seen_on = DayField(label=_("Seen on"), initial=clock.today)
    issued_on = DayField(label=_("Date on the paper"), required=False)
    outcome = forms.ChoiceField(
        label=_("What came of it"),
        choices=CheckRecord.Outcome.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "A paper need not be blank. When in doubt, talk first: nobody starts meanwhile."
        ),
    )
    profile = forms.CharField(
        label=_("Profile of the VOG"),
        help_text=_("As it was asked for. Nothing of what stands in it."),
        max_length=120,
        required=False,
    )
    reason = forms.CharField(
        label=_("Why we ask it all the same"), help_text=REASON, max_length=300, required=False
    )

    def __init__(self, *args: Any, kind: str, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        if kind != CheckKind.VOG:
            del self.fields["profile"]
        if not needs_reason:
            del self.fields["reason"]

    def seen(self) -> Seen:
        """What a valid form holds."""
        data = self.cleaned_data
        return Seen(
            kind=self.kind,
            seen_on=data["seen_on"],
            issued_on=data["issued_on"],
            outcome=data["outcome"],
            profile=data.get("profile", ""),
            reason=data.get("reason", ""),
        )


class OutcomeForm(forms.Form):
    """After the talk."""

    outcome = forms.ChoiceField(
        label=_("After the talk"),
        choices=[
            (CheckRecord.Outcome.OK, _("In order after all")),
            (CheckRecord.Outcome.NOT_OK, _("Not in order")),
        ],
        widget=forms.RadioSelect,
    )
