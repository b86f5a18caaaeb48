"""What a candidate fills in on their own page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core.inputs import DayField
from naast.core.public_forms import PublicForm
from naast.people.forms.fields import PhoneField
from naast.people.forms.why import WHAT_TO_CALL_YOU, YOU_CAN_READ
from naast.recruitment.forms import fields
from naast.recruitment.models import Referral, StopReason
from naast.recruitment.services.choosing import Choice

# What somebody may say about why, if they like; the rest is ours to note.
OWN_REASONS = (
    StopReason.NO_TIME,
    StopReason.LIFE,
    StopReason.FOUND_ELSEWHERE,
    StopReason.EXPECTED_DIFFERENT,
    StopReason.PRACTICAL,
    StopReason.TOO_SLOW,
)


def _text(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=3_000, widget=forms.Textarea(attrs={"rows": 3}))


class QuestionForm(forms.Form):
    """A question of the candidate."""

    text = _text(_("What would you like to ask or say?"))


class AdditionForm(forms.Form):
    """Beside what we wrote."""

    text = _text(_("What would you like to add?"))


class AnswerForm(forms.Form):
    """An answer of ours, or a word of our own."""

    text = _text(_("Your answer"))


class ChoiceForm(forms.Form):
    """Yes, more time, rather not; why is never needed."""

    choice = forms.ChoiceField(choices=Choice.choices)
    why = forms.ChoiceField(
        label=_("Would you like to say why?"),
        choices=[
            (StopReason.RATHER_NOT_SAY.value, _("Rather not say")),
            *((reason.value, reason.label) for reason in OWN_REASONS),
        ],
        required=False,
    )


class TellsForm(forms.Form):
    """What a referrer may hear."""

    tells = forms.ChoiceField(
        label=_("What may they hear from us?"),
        choices=Referral.Tells.choices,
        widget=forms.RadioSelect,
    )


class RestForm(forms.Form):
    """Until when, if somebody knows."""

    until = DayField(label=_("Until when? You may leave this open."), required=False)


class ContactForm(forms.Form):
    """How we reach somebody, in which language, and whom they bring along."""

    given_name = forms.CharField(
        label=_("What may we call you?"), max_length=100, help_text=WHAT_TO_CALL_YOU
    )
    family_name = fields.line(_("Family name"), most=150, auto="family-name")
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("A new address gets a new link; the old one stops working."),
        required=False,
    )
    phone = PhoneField(label=_("Phone"), required=False, max_length=30)
    place = fields.line(_("Where do I live? The town is enough."), auto="address-level2")
    language = forms.ChoiceField(
        label=_("We write to you in"), widget=forms.RadioSelect, help_text=YOU_CAN_READ
    )
    prefers_phone = forms.BooleanField(label=_("Rather call me than write"), required=False)
    brings_along = fields.line(_("Whom do I bring along?"))

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = fields.own_languages()  # type: ignore[attr-defined]  # a choice
        self.fields["phone"].country = country  # type: ignore[attr-defined]  # a PhoneField

    def clean(self) -> dict[str, Any]:
        """One way to answer."""
        data = super().clean() or {}
        fields.need_one_way(self, data.get("email", ""), data.get("phone", ""))
        return data


class NewLinkForm(PublicForm):
    """The address that somebody gave when they applied."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The one you gave us before."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
