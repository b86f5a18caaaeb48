"""Input about insurance."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.checks.models import Policy
from naast.checks.services.insurance import Terms
from naast.core import clock
from naast.core.inputs import DayField
from naast.law import insurance as law
from naast.organisations.models import Country

ONLY_IN = {Policy.Kind.FREE: Country.BELGIUM, Policy.Kind.MUNICIPAL: Country.NETHERLANDS}


class PolicyForm(forms.Form):
    """What a policy says."""

    kind = forms.ChoiceField(label=_("Whose insurance"), widget=forms.RadioSelect)
    insurer = forms.CharField(label=_("Insurer or municipality"), max_length=120)
    number = forms.CharField(label=_("Policy or recognition number"), max_length=60, required=False)
    cover = forms.ChoiceField(
        label=_("Which policy of the municipality"),
        choices=[("", "–"), *Policy.Cover.choices],
        help_text=_("Then we know what is covered: you need not tick it."),
        required=False,
    )
    risks = forms.MultipleChoiceField(
        label=_("What is covered"),
        required=False,
        choices=list(law.RISKS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    from_on = DayField(label=_("From"))
    until_on = DayField(
        label=_("Until"), help_text=_("The last day on which it holds."), required=False
    )

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (kind.value, kind.label)
            for kind in Policy.Kind
            if ONLY_IN.get(kind, country) == country
        ]
        if country != ONLY_IN[Policy.Kind.MUNICIPAL]:
            del self.fields["cover"]

    def clean(self) -> dict[str, Any]:
        """The days in order: said beside the field that mends it."""
        data = super().clean() or {}
        first, last = data.get("from_on"), data.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("The last day comes after the first."))
        return data

    def terms(self) -> Terms:
        """What a valid form holds."""
        return Terms(**{**self.cleaned_data, "risks": tuple(self.cleaned_data["risks"])})


class ActivityForm(forms.Form):
    """An activity under the free insurance."""

    name = forms.CharField(label=_("Activity"), max_length=160)
    day = DayField(label=_("Day"))
    hour = forms.TimeField(
        label=_("Starts at"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    hours = forms.DecimalField(
        label=_("Hours of all volunteers together"),
        help_text=_("Six people for four hours is 24."),
        min_value=0.5,
        max_digits=6,
        decimal_places=1,
    )

    def activity(self) -> dict[str, Any]:
        """What a valid form holds, for services.plan_activity."""
        data = self.cleaned_data
        starts_at = clock.at(data["day"], data["hour"])
        return {"name": data["name"], "starts_at": starts_at, "hours": data["hours"]}
