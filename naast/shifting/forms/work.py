"""Input about the work of a programme."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.models import fields_for_model
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField
from naast.programmes.models import Programme, Task
from naast.shifting.forms.shifts import words_field
from naast.shifting.inputs import OwnWork, Place
from naast.shifting.models import PlaceCheck, StaffTask, TaskKind, TaskSheet
from naast.shifting.models.work import LONGEST_NAME

SHEET = (
    "kind",
    "complexity",
    "place",
    "team",
    "who_is_near",
    "bustle",
    "company",
    "limits",
    "preparation",
    "is_lighter",
    "best_why",
)
OWN_LINES = 3


class SheetForm(forms.Form):
    """What a task looks like from inside."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found: dict[str, forms.Field] = fields_for_model(TaskSheet, fields=SHEET)
        self.fields.update(found)
        for name in ("limits", "preparation", "best_why"):
            self.fields[name].widget = forms.Textarea(attrs={"rows": 2})
        self.fields["complexity"].help_text = _(
            "About the task, never about who does it. It suggests what comes before and how often you talk."
        )


class PlaceForm(forms.Form):
    """Does this take the place of paid work?"""

    before = forms.ChoiceField(
        label=_("Did paid staff do this in the last 12 months?"),
        choices=PlaceCheck.Before,
        widget=forms.RadioSelect,
    )
    why_not_now = words_field(
        _("Why don’t they, or not all of it, any more?"),
        required=False,
        help_text=_("When nobody paid did it, leave this empty."),
    )
    what_it_adds = words_field(_("What do volunteers add here?"))
    agreed_with = forms.CharField(
        label=_("With which team did you agree on it?"),
        max_length=200,
        required=False,
        help_text=_("Functions or the name of the team, no names of people."),
    )
    agreed_on = DayField(label=_("When did you agree?"), required=False)

    def place(self) -> Place:
        """What the service takes in."""
        return Place(**self.cleaned_data)


class QuarterForm(forms.Form):
    """What we take from this quarter."""

    note = words_field(_("What do you take from it?"), required=False)


class TeamTalkForm(forms.Form):
    """A talk of the team about who does which sort of work."""

    talked_on = DayField(label=_("When did you talk?"))
    with_whom = forms.CharField(
        label=_("With whom?"),
        max_length=200,
        help_text=_("For example: the team of the ward and three volunteers. No names needed."),
    )
    agreed = words_field(_("What did you agree?"), rows=3)

    def clean_talked_on(self) -> Any:
        """A day that came."""
        day = self.cleaned_data["talked_on"]
        if day > clock.today():
            raise forms.ValidationError(_("Choose today or a day in the past."))
        return day


class OwnWorkForm(forms.Form):
    """What a professional does, in a minute: tick, and add what is missing."""

    tasks = forms.MultipleChoiceField(
        label=_("Which of these do you do yourself?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, tasks: Sequence[Task], told: Sequence[StaffTask], **kwargs: Any
    ) -> None:
        own = [each for each in told if each.task_id is None]
        initial: dict[str, Any] = {"tasks": [str(each.task_id) for each in told if each.task_id]}
        for number, each in enumerate(own[:OWN_LINES]):
            initial |= {f"name_{number}": each.name, f"kind_{number}": each.kind}
        super().__init__(*args, **kwargs)
        self.initial = initial
        choices: Any = self.fields["tasks"]
        choices.choices = [(str(task.pk), task.name) for task in tasks]
        if not tasks:
            del self.fields["tasks"]
        for number in range(OWN_LINES):
            self.fields[f"name_{number}"] = forms.CharField(
                label=_("Something else I do"), max_length=LONGEST_NAME, required=False
            )
            self.fields[f"kind_{number}"] = forms.ChoiceField(
                label=_("What sort of task is that?"),
                choices=[("", _("Choose")), *TaskKind.choices],
                required=False,
            )

    @property
    def lines(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The lines for own words, each with its kind."""
        return [(self[f"name_{each}"], self[f"kind_{each}"]) for each in range(OWN_LINES)]

    def work(self) -> OwnWork:
        """What the service takes in."""
        data = self.cleaned_data
        lines = [(data[f"name_{each}"], data[f"kind_{each}"]) for each in range(OWN_LINES)]
        return OwnWork(task_ids=data.get("tasks", []), own=lines)


class TakeForm(forms.Form):
    """Take a task of the catalogue into a programme."""

    programme = forms.ModelChoiceField(
        label=_("Into which programme?"), queryset=Programme.objects.none()
    )
    piece = forms.ChoiceField(
        label=_("The whole task, or a smaller piece?"),
        choices=[("whole", _("The whole task")), ("lighter", _("The smaller piece"))],
        initial="whole",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, programmes: QuerySet[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["programme"]
        chosen.queryset = programmes
        chosen.label_from_instance = lambda programme: programme.name
