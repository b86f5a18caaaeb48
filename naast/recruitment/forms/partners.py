"""Input for the list of partners."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.recruitment.models import Partner


class PartnerForm(forms.Form):
    """One place where somebody may go instead."""

    name = forms.CharField(label=_("Name"), max_length=100)
    what = forms.ChoiceField(
        label=_("What it offers"), choices=Partner.What.choices, widget=forms.RadioSelect
    )
    contact = forms.CharField(
        label=_("Whom to call or write"),
        max_length=140,
        required=False,
        help_text=_("It stands in the letter, behind the name."),
    )
    note = forms.CharField(
        label=_("Good to know"),
        max_length=250,
        required=False,
        help_text=_("For us: for whom it suits, on which days, what it costs."),
    )
    is_used = forms.BooleanField(label=_("We use it now"), required=False, initial=True)


def partner_now(partner: Partner) -> dict[str, Any]:
    """A partner for its form."""
    return {name: getattr(partner, name) for name in PartnerForm.base_fields}
