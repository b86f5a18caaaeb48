"""Forms about terms, holds and backups."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core.careful import Careful
from naast.core.inputs import DayField
from naast.core.retention import Kind
from naast.privacy.services.holds import Terms
from naast.privacy.services.retention import LONGEST_BACKUPS

LONGEST_REASON = 1_000


class TermForm(forms.Form):
    """The house's own term for a kind, with its reason."""

    months = forms.IntegerField(label=_("Months"))
    why = forms.CharField(
        label=_("Why this term?"),
        max_length=300,
        help_text=_("Somebody may ask. One sentence is enough."),
    )

    def __init__(self, *args: Any, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["months"].help_text = _("From %(least)s to %(most)s.") % {
            "least": kind.least,
            "most": kind.most,
        }


class BackupsForm(forms.Form):
    """How long backups are kept, and where."""

    days = forms.IntegerField(
        label=_("For how many days are backups kept?"),
        min_value=0,
        max_value=LONGEST_BACKUPS,
        help_text=_("Ask who runs the server. What was erased is gone everywhere after this."),
    )
    where = forms.CharField(label=_("Where do they stand, and who can read them?"), max_length=300)


class HoldForm(Careful):
    """Why nothing may be erased, and until when."""

    careful_fields = ("reason",)

    reason = forms.CharField(
        label=_("Why may nothing be erased for now?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Which procedure or which duty of law. No names of others."),
    )
    until_on = DayField(
        label=_("Until when?"),
        required=False,
        widget=forms.DateInput,
        help_text=_("Leave it empty when you don’t know yet. We ask again every six months."),
    )

    def terms(self) -> Terms:
        """What was typed, as the service wants it."""
        return Terms(self.cleaned_data["reason"], self.cleaned_data["until_on"])


class LiftForm(forms.Form):
    """Why a hold is no longer needed."""

    why = forms.CharField(
        label=_("Why is it no longer needed?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FindForm(forms.Form):
    """Somebody by name, to go on with."""

    q = forms.CharField(label=_("Name"), max_length=100, required=False)
