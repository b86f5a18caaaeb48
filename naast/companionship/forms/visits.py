"""Telling of a visit in three taps, and «I can't come»."""

from collections.abc import Sequence
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
from naast.core.careful import Careful
from naast.core.inputs import DayField
from naast.core.text import Text
from naast.programmes.models import Task

# A few lines: who knows that everything is written down holds back (S2-20).
LONGEST_TEXT = 1_000
# Of what is done on top of the tasks of the programme: it stands in the column of «something else».
LONGEST_ALSO = 120
BESIDE, BETWEEN = "+", "; "
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


class VisitForm(Careful):
    """Only the day is needed, and that is today unless somebody says otherwise. No score, no target."""

    careful_fields = ("pass_on", "next_on_duty", "other_activity", "good_moment")
    stops_at_names = False

    when = forms.ChoiceField(
        label=_("When were you there?"), choices=WHEN, initial="today", widget=forms.RadioSelect
    )
    visited_on = DayField(
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
        help_text=_("Only your coordinator reads this. A few lines are enough."),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    next_on_duty = forms.CharField(
        label=_("For who is on duty next"),
        max_length=300,
        required=False,
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
    part_of_day = forms.ChoiceField(
        label=_("In which part of the day?"),
        choices=_capital(Visit.PartOfDay),
        required=False,
        widget=forms.RadioSelect,
    )
    is_unplanned = forms.BooleanField(
        label=_("It was not planned: I was asked to come, or came by because it was needed"),
        required=False,
    )
    tasks = forms.MultipleChoiceField(
        label=_("What did you do together?"),
        help_text=_("Just being there is enough."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    other_activity = forms.CharField(label=_("Something else"), max_length=120, required=False)
    good_moment = forms.CharField(
        label=_("A moment that was good"),
        help_text=_("Only who guides the two of you reads this."),
        max_length=LONGEST_TEXT,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        tasks: list[Task],
        besides: Sequence[str] = (),
        on_duty: str = "",
        **kwargs: Any,
    ) -> None:
        """`besides`: what was agreed for these two on top of the tasks of the programme, in words. `on_duty`: the
        name of who reads a line for who is on duty next; without a name there is no such line."""
        super().__init__(*args, **kwargs)
        if on_duty:
            self.fields["next_on_duty"].help_text = _(
                "One line, such as «we are back, the shopping still stands in the hall». It goes to %(name)s. The participant may read it too. It is no note for the care file."
            ) % {"name": on_duty}
        else:
            del self.fields["next_on_duty"]
        offered = [(str(task.pk), task.name) for task in tasks]
        offered += [(BESIDE + words, words) for words in besides]
        self.fields["tasks"].choices = offered  # type: ignore[attr-defined]  # a MultipleChoiceField
        if not offered:
            del self.fields["tasks"]

    def clean(self) -> dict[str, Any]:
        """What was agreed besides, and something else, stand on one line of the visit."""
        data = super().clean() or {}
        data["also"] = BETWEEN.join(
            [
                *(pk.removeprefix(BESIDE) for pk in data.get("tasks", []) if pk[:1] == BESIDE),
                *filter(None, [data.get("other_activity")]),
            ]
        )
        if len(data["also"]) > LONGEST_ALSO:
            self.add_error("other_activity", _("Say it in fewer words, please."))
        return data

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
            next_on_duty=data.get("next_on_duty", ""),
            part_of_day=data["part_of_day"],
            is_unplanned=data["is_unplanned"],
            mood=data["mood"],
            good_moment=data["good_moment"],
            pass_on=data["pass_on"],
            task_ids=tuple(UUID(pk) for pk in data.get("tasks", []) if pk[:1] != BESIDE),
            other_activity=data["also"],
            by_tap=True,
        )


def initial_of(visit: Visit, besides: Sequence[str] = ()) -> dict[str, Any]:
    """The form of a visit that was told already."""
    also = visit.other_activity.split(BETWEEN)
    return {
        "visited_on": visit.visited_on,
        "mood": visit.mood,
        "pass_on": visit.pass_on,
        "mode": visit.mode,
        "minutes": visit.minutes,
        "part_of_day": visit.part_of_day,
        "is_unplanned": visit.is_unplanned,
        "tasks": [
            *(str(task.pk) for task in visit.tasks.all()),
            *(BESIDE + words for words in also if words in besides),
        ],
        "other_activity": BETWEEN.join(words for words in also if words not in besides),
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
    day = DayField(
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
