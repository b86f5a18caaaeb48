"""A volunteer's own limits, and the terms of the house."""

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from naast.capacity.inputs import Limits
from naast.capacity.models import HouseTerms, OwnLimits
from naast.capacity.services.quarterly import USUAL_MONTHS
from naast.core.inputs import DayField
from naast.people.models import VolunteerProfile

MOST_MATCHES, MOST_HOURS, MOST_EVENINGS = 20, 200, 31
MOST_MONTHS, MOST_LOOKED_AFTER = 12, 500
DAYS = [(str(day), name) for day, name in WEEKDAYS.items()]


def _number(label: Any, *, least: int, most: int, **options: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=most, **options)


class LimitsForm(forms.Form):
    """Nothing filled in is no limit."""

    max_matches = _number(
        _("At most this many matches"), least=0, most=MOST_MATCHES, required=False
    )
    hours_month = _number(
        _("At most this many hours a month"), least=0, most=MOST_HOURS, required=False
    )
    evenings_month = _number(
        _("At most this many evenings a month"), least=0, most=MOST_EVENINGS, required=False
    )
    days_off = forms.TypedMultipleChoiceField(
        label=_("No visits on"),
        choices=DAYS,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Free again on one of these days? Tell your coordinator which part of the day."
        ),
    )
    rests_until_on = DayField(
        label=_("Ask me for nothing new until"),
        required=False,
        help_text=_("Whom you stand beside now stays. After that day we may ask you again."),
    )

    def limits(self) -> Limits:
        """What was filled in."""
        data = dict(self.cleaned_data)
        return Limits(**data | {"days_off": frozenset(data["days_off"])})


def limits_now(profile: VolunteerProfile | None, limits: OwnLimits | None) -> dict[str, object]:
    """What the form shows first."""
    shown: dict[str, object] = {}
    if profile is not None:
        shown |= {
            "max_matches": profile.max_matches,
            "rests_until_on": profile.rests_until_on,
        }
    if limits is not None:
        shown |= {
            "hours_month": limits.hours_month,
            "evenings_month": limits.evenings_month,
            "days_off": [str(day) for day in WEEKDAYS if limits.is_off(day)],
        }
    return shown


class TermsForm(forms.Form):
    """What the house sets about load."""

    check_months = _number(
        _("Ask volunteers how they are, every (months)"), least=1, most=MOST_MONTHS
    )
    most_matches = _number(
        _("Matches that one coordinator can look after well"),
        least=1,
        most=MOST_LOOKED_AFTER,
        required=False,
        help_text=_(
            "Who looks after more reads that on their own desk, and nobody else does. Leave it empty to set none."
        ),
    )


def terms_now(terms: HouseTerms | None) -> dict[str, object]:
    """What the form shows first."""
    return {
        "check_months": terms.check_months if terms else USUAL_MONTHS,
        "most_matches": terms.most_matches if terms else None,
    }
