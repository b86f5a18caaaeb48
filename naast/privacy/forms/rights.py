"""Input about what people ask about their data."""

from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField, text_field
from naast.privacy.inputs import Answer, NewRequest
from naast.privacy.models import RightsRequest
from naast.privacy.states import Outcome, RequestKind

LONGEST = 4_000
_text = partial(text_field, longest=LONGEST, rows=4, required=True)


class OwnRequestForm(forms.Form):
    """What somebody asks about their own data."""

    kind = forms.ChoiceField(
        label=_("What would you like?"), choices=RequestKind.choices, widget=forms.RadioSelect
    )
    words = _text(
        _("What is it about?"),
        rows=3,
        required=False,
        help_text=_("You need not say why. A few words help us to do it well."),
    )

    def new(self) -> NewRequest:
        """What the service takes in."""
        return NewRequest(
            kind=self.cleaned_data["kind"],
            asked_on=clock.today(),
            how=RightsRequest.How.ON_SCREEN,
            words=self.cleaned_data["words"],
        )


class RequestForm(forms.Form):
    """A colleague writes down what somebody asked: the month runs from that day."""

    kind = forms.ChoiceField(
        label=_("What is asked"), choices=RequestKind.choices, widget=forms.RadioSelect
    )
    asked_on = DayField(
        label=_("Asked on"), initial=clock.today, help_text=_("The month begins on this day.")
    )
    how = forms.ChoiceField(
        label=_("How it came"),
        choices=[each for each in RightsRequest.How.choices if each[0] != "on_screen"],
        widget=forms.RadioSelect,
    )
    who = forms.CharField(
        label=_("Who asks"),
        max_length=200,
        help_text=_("Somebody of whom you find nothing here: how you can answer them."),
    )
    words = _text(_("What was asked, in their words"), rows=3, required=False)

    def __init__(self, *args: Any, is_known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_known:
            del self.fields["who"]

    def new(self, person_id: Any) -> NewRequest:
        """What the service takes in."""
        said = self.cleaned_data
        return NewRequest(
            kind=said["kind"],
            asked_on=said["asked_on"],
            how=said["how"],
            words=said["words"],
            person_id=person_id,
            who=said.get("who", ""),
        )


class IdentityForm(forms.Form):
    """How we know that it is really them."""

    identity = forms.ChoiceField(
        label=_("How do you know that it is really them?"),
        choices=[each for each in RightsRequest.Identity.choices if each[0] != "signed_in"],
        widget=forms.RadioSelect,
        help_text=_("Never ask for a copy of an identity card, and never keep one."),
    )


class MoreTimeForm(forms.Form):
    """Two months more, with the reason that the person reads."""

    why = _text(_("Why it takes longer"), rows=3, help_text=_("The person reads this, today."))


class AnswerForm(forms.Form):
    """The answer, in words for the person."""

    outcome = forms.ChoiceField(
        label=_("What you did"), choices=Outcome.choices, widget=forms.RadioSelect
    )
    words = _text(
        _("Your answer"),
        rows=6,
        help_text=_(
            "The person reads this. When you didn’t do (all of) it: why, and that they may complain to the data protection authority."
        ),
    )
    corrected = _text(
        _("What is right now"),
        rows=2,
        required=False,
        help_text=_(
            "Only what is right. Don’t write down what was wrong: then it is kept after all."
        ),
    )

    def __init__(self, *args: Any, is_correction: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_correction:
            del self.fields["corrected"]

    def given(self) -> Answer:
        """What the service takes in."""
        said = self.cleaned_data
        return Answer(said["outcome"], said["words"], said.get("corrected", ""))


class EraseForm(forms.Form):
    """Somebody has read what goes and what stays."""

    has_read = forms.BooleanField(
        label=_(
            "I have read what goes and what stays. The person has a copy, or did not want one."
        ),
    )
    cannot_come_back = forms.BooleanField(
        label=_("I know that this can’t be taken back."),
    )
