"""Telling of a visit in three taps, and «I can't come»."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Visit
from naast.companionship.services.visits import Told
from naast.core import clock
from naast.core.text import Text
from naast.programmes.models import Task

LONGEST_TEXT = 4000
HOW_LONG = [
    (30, _("half an hour")),
    (60, _("1 hour")),
    (90, _("an hour and a half")),
    (120, _("2 hours")),
    (240, _("half a day")),
]
WHEN = [("today", _("Today")), ("yesterday", _("Yesterday"))]
WHEN_NOT = [("today", _("Today")), ("tomorrow", _("Tomorrow"))]


def _capital(choices: type[TextChoices]) -> list[tuple[str, Text]]:
    """Choices as they stand by themselves; the models word them for within a sentence."""
    return [(value, capfirst(label)) for value, label in choices.choices]


def _minutes(value: str) -> int:
    return int(value)


class VisitForm(forms.Form):
    """Only the day is needed, and that is today unless somebody says otherwise. No score, no target."""

    when = forms.ChoiceField(
        label=_("When were you there?"), choices=WHEN, initial="today", widget=forms.RadioSelect
    )
    visited_on = forms.DateField(
        label=_("Which day?"),
        help_text=_("A day here comes before the choice above."),
        required=False,
    )
    mood = forms.ChoiceField(
        label=_("How was it?"),
        choices=_capital(Visit.Mood),
        required=False,
        widget=forms.RadioSelect,
    )
    pass_on = forms.CharField(
        label=_("Anything to pass on?"),
        help_text=_("Only your coordinator reads this."),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    mode = forms.ChoiceField(
        label=_("How did you meet?"),
        choices=_capital(Visit.Mode),
        initial=Visit.Mode.HOME,
        widget=forms.RadioSelect,
    )
    minutes = forms.TypedChoiceField(
        label=_("About how long?"),
        choices=HOW_LONG,
        coerce=_minutes,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    tasks = forms.MultipleChoiceField(
        label=_("What did you do together?"),
        help_text=_("Just being there is enough."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    other_activity = forms.CharField(label=_("Something else"), max_length=120, required=False)
    good_moment = forms.CharField(
        label=_("A moment that was good"), max_length=LONGEST_TEXT, required=False
    )

    def __init__(self, *args: Any, tasks: list[Task], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tasks"].choices = [(str(task.pk), task.name) for task in tasks]  # type: ignore[attr-defined]  # a MultipleChoiceField
        if not tasks:
            del self.fields["tasks"]

    def clean_visited_on(self) -> date | None:
        """No visit is still to come."""
        day: date | None = self.cleaned_data["visited_on"]
        if day is not None and day > clock.today():
            raise forms.ValidationError(_("Choose today or a day that is past."))
        return day

    def chosen_day(self) -> date:
        """The day they met."""
        day: date | None = self.cleaned_data["visited_on"]
        yesterday = self.cleaned_data["when"] == "yesterday"
        return day or clock.today() - timedelta(days=1 if yesterday else 0)

    def told(self) -> Told:
        """What was typed, as the service wants it."""
        data = self.cleaned_data
        return Told(
            visited_on=self.chosen_day(),
            mode=data["mode"],
            minutes=data["minutes"],
            mood=data["mood"],
            good_moment=data["good_moment"],
            pass_on=data["pass_on"],
            task_ids=tuple(UUID(pk) for pk in data.get("tasks", [])),
            other_activity=data["other_activity"],
        )


def initial_of(visit: Visit) -> dict[str, Any]:
    """The form of a visit that was told already."""
    return {
        "visited_on": visit.visited_on,
        "mood": visit.mood,
        "pass_on": visit.pass_on,
        "mode": visit.mode,
        "minutes": visit.minutes,
        "tasks": [str(task.pk) for task in visit.tasks.all()],
        "other_activity": visit.other_activity,
        "good_moment": visit.good_moment,
    }


class CannotComeForm(forms.Form):
    """Which day does not go on, and what somebody proposes instead."""

    when = forms.ChoiceField(
        label=_("Which day can’t you come?"),
        choices=WHEN_NOT,
        initial="today",
        widget=forms.RadioSelect,
    )
    day = forms.DateField(
        label=_("Which day?"),
        help_text=_("A day here comes before the choice above."),
        required=False,
    )
    new_date = forms.CharField(
        label=_("When would you like to come instead?"),
        help_text=_("For example: Thursday after two. The participant reads this."),
        max_length=200,
        required=False,
    )

    def chosen_day(self) -> date:
        """The day that does not go on."""
        day: date | None = self.cleaned_data["day"]
        tomorrow = self.cleaned_data["when"] == "tomorrow"
        return day or clock.today() + timedelta(days=1 if tomorrow else 0)
