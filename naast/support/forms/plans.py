"""The plan of one volunteer, the talks of a programme."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.inputs import DayField
from naast.organisations.models import Membership
from naast.support.models import Plan, TalkRhythm
from naast.support.services.plans import PlanInput
from naast.support.states import TalkKind, Training, Way

LONGEST = 4000


def words(label: Any, *, rows: int = 3, **kwargs: Any) -> forms.CharField:
    """Free text."""
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=LONGEST,
        **kwargs,
    )


class PlanForm(forms.Form):
    """Who stands beside somebody, how often, and what may grow."""

    guide = forms.ModelChoiceField(
        label=_("Guide"), queryset=Membership.objects.none(), required=False
    )
    backup = forms.ModelChoiceField(
        label=_("Who steps in when the guide is away"),
        queryset=Membership.objects.none(),
        required=False,
    )
    guide_training = forms.ChoiceField(
        label=_("How far is the guide in learning to guide?"),
        choices=[("", _("not said")), *Training.choices],
        required=False,
    )
    every_weeks = forms.IntegerField(
        label=_("We talk every (weeks)"),
        min_value=1,
        max_value=52,
        required=False,
        help_text=_("Empty: as suggested on this page."),
    )
    way = forms.ChoiceField(
        label=_("How do they like to be in touch?"),
        choices=[("", _("as suggested on this page")), *Way.choices],
        required=False,
    )
    reason = words(
        _("Why this rhythm?"), required=False, help_text=_("The volunteer reads this too.")
    )
    aim_grow = forms.CharField(
        label=_("What would the volunteer like to let grow?"), max_length=200, required=False
    )
    aim_need = forms.CharField(label=_("What do we need?"), max_length=200, required=False)
    fellows = forms.CharField(
        label=_("Fellow volunteers: with whom?"),
        max_length=200,
        required=False,
        help_text=_("A group, an evening for all volunteers, or somebody with more experience."),
    )
    fellows_on = DayField(label=_("When do they see each other next?"), required=False)

    def __init__(self, *args: Any, colleagues: QuerySet[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("guide", "backup"):
            field: Any = self.fields[name]
            field.queryset = colleagues
            field.label_from_instance = lambda member: member.user.name

    def given(self) -> PlanInput:
        """What the service takes in."""
        return PlanInput(**self.cleaned_data)


def initial_of(plan: Plan | None) -> dict[str, object]:
    """What stands in the plan now."""
    if plan is None:
        return {}
    return {name: getattr(plan, name) for name in PlanInput.__dataclass_fields__}


class RhythmForm(forms.ModelForm[TalkRhythm]):
    """One kind of talk that comes back in a programme."""

    class Meta:
        model = TalkRhythm
        fields = ("kind", "first_after_weeks", "every_months")

    kind = forms.ChoiceField(label=_("Which talk"), choices=TalkKind.choices)
    first_after_weeks = forms.IntegerField(
        label=_("The first time after (weeks)"), min_value=1, max_value=104, required=False
    )
    every_months = forms.IntegerField(
        label=_("Then every (months)"),
        min_value=1,
        max_value=60,
        required=False,
        help_text=_("Empty: only once."),
    )

    def clean(self) -> dict[str, Any]:
        """Once, or again and again; not neither."""
        data = super().clean() or {}
        if not data.get("first_after_weeks") and not data.get("every_months"):
            self.add_error("every_months", _("Say when: the first time, or how often."))
        return data
