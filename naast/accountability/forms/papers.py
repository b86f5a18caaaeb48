"""Input for the register, the assessment, the firms we deal with, fields, and reading along."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.accountability.forms.fields import text
from naast.accountability.inputs import ActivityWords, ProcessorWords
from naast.accountability.models import FieldChoice
from naast.accountability.states import Basis
from naast.accountability.texts import Question
from naast.core.inputs import DayField
from naast.organisations.models import StaffSession


class ActivityForm(forms.Form):
    """The house's own words about a kind of processing. What stays empty is as the software says it."""

    purpose = text(_("What for?"))
    basis = forms.ChoiceField(label=_("On which ground?"), choices=Basis, required=False)
    basis_words = text(
        _("Why this ground?"),
        help_text=_(
            "For wishes of participants and for signals: talk it over with somebody who knows."
        ),
    )
    people = text(_("Whose data?"), rows=2)
    receivers = text(_("Who receives them?"), rows=2)
    transfers = text(
        _("Do they go outside the European Economic Area? How is that arranged?"), rows=2
    )
    security = text(_("How are they kept safe?"))
    term = text(_("How long are they kept?"), rows=2)

    def words(self) -> ActivityWords:
        """What the service takes in."""
        return ActivityWords(**self.cleaned_data)


class OwnActivityForm(ActivityForm):
    """A line of the house alone."""

    title = forms.CharField(
        label=_("What is it called?"),
        max_length=120,
        help_text=_("Such as: our newsletter, the camera at the door."),
    )
    field_order = ("title", "purpose")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purpose"].required = True
        self.fields["purpose"].help_text = _("The register asks a purpose for each line.")


class AnswersForm(forms.Form):
    """The questions of the impact assessment; each may wait."""

    def __init__(self, *args: Any, questions: Iterable[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in questions:
            self.fields[each.code] = text(each.title, rows=5, help_text=each.help)


class ProcessorForm(forms.Form):
    """A firm that handles data for us."""

    name = forms.CharField(
        label=_("What is the firm called?"), max_length=120, help_text=_("No names of persons.")
    )
    does = text(
        _("What does it do for us?"), rows=2, required=True, help_text=_("The register names it.")
    )
    place = forms.CharField(
        label=_("In which country are the data?"),
        max_length=120,
        help_text=_("Outside the European Economic Area there are more rules."),
    )
    is_in_eea = forms.BooleanField(
        label=_("That is inside the European Economic Area"), required=False, initial=True
    )
    gets = text(_("Which data does it get?"), rows=2)
    agreed_on = DayField(label=_("The agreement was signed on"), required=False)
    kept_where = forms.CharField(
        label=_("Where do we keep the agreement?"), max_length=200, required=False
    )

    def words(self) -> ProcessorWords:
        """What the service takes in."""
        return ProcessorWords(**self.cleaned_data)


class FieldForm(forms.Form):
    """What happens with a field that hardly anybody fills in."""

    decision = forms.ChoiceField(
        label=_("What do you decide?"), choices=FieldChoice.Decision, widget=forms.RadioSelect
    )
    why = text(_("Why do you keep it?"), help_text=_("For whom does it make a difference?"))


class SessionForm(forms.Form):
    """Reading along: why, and for how long."""

    reason = forms.ChoiceField(
        label=_("Why do you read along?"),
        choices=StaffSession.Reason,
        widget=forms.RadioSelect,
        help_text=_("The coordinators see it at once."),
    )
    words = text(
        _("What exactly?"),
        required=True,
        help_text=_("So that a colleague understands it a year from now. Leave names out."),
    )
    minutes = forms.TypedChoiceField(
        label=_("For how long?"),
        choices=[(15, _("15 minutes")), (30, _("half an hour")), (60, _("an hour"))],
        coerce=int,
        initial=15,
        help_text=_("After that it ends by itself."),
    )
