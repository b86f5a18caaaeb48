"""Input about 2+ campaigns and the people to ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core.inputs import DayField, NamedField, pk_of
from naast.organisations.actors import Actor
from naast.outreach.inputs import CampaignPlan, LeadNote
from naast.outreach.models import Campaign, Lead
from naast.outreach.queries import campaigns as queries
from naast.outreach.tips import WELCOME
from naast.programmes.forms import LinesField


class CampaignForm(forms.Form):
    """For which tasks, and until when."""

    programme = NamedField(label=_("Programme"), queryset=None, empty_label=None)
    tasks = LinesField(
        label=_("For which tasks do we look for people?"),
        help_text=_("One clear task on each line, such as «Pour coffee on Tuesday afternoon»."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
    )
    starts_on = DayField(label=_("Starts"))
    ends_on = DayField(label=_("Ends"), help_text=_("Empty: three months later."), required=False)
    aims_at = forms.IntegerField(
        label=_("How many people we hope for"), min_value=1, max_value=50, initial=2
    )
    welcome_on = DayField(label=_("Next meeting, where newcomers are welcomed"), required=False)

    def __init__(self, *args: Any, actor: Actor, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = queries.programmes(actor)  # type: ignore[attr-defined]  # a ModelChoiceField
        if not is_new:
            del self.fields["programme"]

    def plan(self, campaign: Campaign | None = None) -> CampaignPlan:
        """What the service takes in; the programme of a campaign that stands never changes."""
        data = dict(self.cleaned_data)
        chosen = data.pop("programme", None)
        programme_id = campaign.programme_id if campaign else pk_of(chosen)
        if programme_id is None:
            raise ValueError("a campaign needs its programme")
        return CampaignPlan(programme_id=programme_id, **{**data, "tasks": tuple(data["tasks"])})


class LeadForm(forms.Form):
    """Somebody to ask, and what came of it."""

    first_name = forms.CharField(
        label=_("First name or initials"),
        help_text=_("Not more: this person does not know yet. It goes when the campaign ends."),
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    task = forms.ChoiceField(label=_("For which task"), required=False)
    ask_before = DayField(label=_("I ask before"))
    asker = NamedField(label=_("Who asks"), queryset=None, required=False, empty_label=_("I do"))
    outcome = forms.ChoiceField(
        label=_("What came of it"), choices=Lead.Outcome, widget=forms.RadioSelect
    )
    try_on = DayField(label=_("Tries on"), required=False)
    welcomed = forms.MultipleChoiceField(
        label=_("Welcome"), choices=WELCOME, widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(
        self, *args: Any, actor: Actor, campaign: Campaign, is_new: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        tasks = [(task, task) for task in campaign.tasks]
        self.fields["task"].choices = [("", _("Any of them")), *tasks]  # type: ignore[attr-defined]  # a ChoiceField
        if is_new and actor.is_coordinator:
            askers = queries.possible_askers(actor, campaign)
            self.fields["asker"].queryset = askers  # type: ignore[attr-defined]  # a ModelChoiceField
        else:
            del self.fields["asker"]
        if is_new:
            for name in ("outcome", "try_on", "welcomed"):
                del self.fields[name]

    def note(self) -> LeadNote:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        data.pop("asker", None)
        return LeadNote(**{**data, "welcomed": tuple(data.get("welcomed", ()))})
