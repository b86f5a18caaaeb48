"""Input about the organisation itself."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from naast.core.inputs import DayField
from naast.organisations.models import Country, Function, Membership


class SettingsForm(forms.Form):
    """The organisation's own settings."""

    name = forms.CharField(label=_("Name"), max_length=200)
    country = forms.ChoiceField(label=_("Country"), choices=Country)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    phone = forms.CharField(label=_("Phone"), max_length=30, required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    is_under_welfare_decree = forms.BooleanField(
        label=_("We fall under the Flemish decree on volunteering in welfare and health"),
        help_text=_(
            "Decree of 3 April 2009: recognised or subsidised by Welfare, Public Health and Family. "
            "Then a signed agreement note and wider insurance are compulsory."
        ),
        required=False,
    )
    requires_second_factor = forms.BooleanField(
        label=_("Staff sign in with a second step"),
        help_text=_(
            "An app, a passkey or a security key. Volunteers and participants don’t need it."
        ),
        required=False,
    )
    candidate_months = forms.IntegerField(
        label=_("Keep who applied and did not start (months)"),
        min_value=1,
        max_value=24,
        help_text=_(
            "After that we forget them, and tell them so. Six months is usual: no longer than you need."
        ),
    )
    groups_a_quarter = forms.IntegerField(
        label=_("Groups we can welcome well in three months"),
        min_value=0,
        max_value=20,
        help_text=_(
            "Firms and schools that ask to come with a group. When it is full, they get a friendly no."
        ),
    )
    is_youth_work = forms.BooleanField(
        label=_("We are recognised youth work (Belgium)"),
        help_text=_("Then no extract from the criminal record is asked."),
        required=False,
    )
    check_renewal_months = forms.IntegerField(
        label=_("Ask a certificate of conduct again after (months)"),
        min_value=6,
        max_value=120,
        help_text=_(
            "The Dutch VOG has no end date in the law; a new one every three years is advised."
        ),
    )


class MemberForm(forms.Form):
    """Somebody who comes to work in Naast."""

    name = forms.CharField(
        label=_("Name"), max_length=150, help_text=_("Colleagues see who does what here.")
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("They sign in with a code that we send to this address."),
    )
    functions = forms.MultipleChoiceField(
        label=_("What they do here"),
        choices=[
            (function.value, function.label)
            for function in Function
            if function not in {Function.VOLUNTEER, Function.PARTICIPANT}
        ],
        widget=forms.CheckboxSelectMultiple,
    )


class AbsenceForm(forms.Form):
    """Who is away, until when, and who stands in."""

    membership = forms.ModelChoiceField(label=_("Who is away"), queryset=Membership.objects.none())
    deputy = forms.ModelChoiceField(label=_("Who stands in"), queryset=Membership.objects.none())
    from_on = DayField(label=_("First day away"))
    until_on = DayField(label=_("Last day away"))

    def __init__(self, *args: Any, colleagues: Any, away: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (
            ("membership", colleagues if away is None else away),
            ("deputy", colleagues),
        ):
            field = self.fields[name]
            field.queryset = choices  # type: ignore[attr-defined]  # a ModelChoiceField
            field.label_from_instance = lambda it: it.user.name  # type: ignore[attr-defined]  # idem

    def clean(self) -> dict[str, Any]:
        """Both dates in order, two different people: said beside the field that mends it."""
        data = super().clean() or {}
        first, last = data.get("from_on"), data.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("The last day comes after the first."))
        if data.get("membership") and data.get("membership") == data.get("deputy"):
            self.add_error("deputy", _("Choose somebody else to stand in."))
        return data
