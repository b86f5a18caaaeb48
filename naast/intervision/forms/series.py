"""Input about groups and the evenings that a coordinator plans."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField, hour_field
from naast.intervision import guides
from naast.intervision.inputs import EveningPlan, ProgrammePart, SeriesPlan
from naast.intervision.models import Evening, Series
from naast.intervision.states import EveningKind, FollowUpOutcome
from naast.organisations.actors import Actor
from naast.programmes.policies import visible_to as programmes_visible_to

SAME = (
    "name",
    "label",
    "invitation_title",
    "talk_label",
    "every",
    "unit",
    "week_of_month",
    "starts_on",
    "hour",
    "minutes",
    "place",
    "online_url",
    "method",
    "takes_staff",
    "has_silence",
    "missed_in_a_row",
    "missed_months",
)


class SeriesForm(forms.Form):
    """Everything about a group."""

    name = forms.CharField(
        label=_("Name of the group"),
        help_text=_("For example: buddies of the north side."),
        max_length=80,
    )
    label = forms.CharField(
        label=_("What you call the evenings"),
        help_text=_("The word people like to hear: coffee hour, return evening, exchange…"),
        max_length=40,
    )
    invitation_title = forms.CharField(
        label=_("Title of the invitation"),
        help_text=_("Shows on locked phones: neutral words. Empty: the word for the evenings."),
        max_length=60,
        required=False,
    )
    talk_label = forms.CharField(
        label=_("What you call the yearly group talk"),
        help_text=_("For example: what do I want better?"),
        max_length=60,
        required=False,
    )
    programmes = forms.MultipleChoiceField(
        label=_("For which programmes"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    duty = forms.MultipleChoiceField(
        label=_("In which of these does taking part belong to the work?"),
        help_text=_("Say so in the first talk: it is one of the conditions of the programme."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    a_year = forms.IntegerField(
        label=_("About how many evenings a year"),
        help_text=_("A guideline of the programme. It never stands beside somebody’s name."),
        min_value=1,
        max_value=60,
        required=False,
    )
    every = forms.IntegerField(label=_("Every"), min_value=1, max_value=12, initial=1)
    unit = forms.ChoiceField(label=_("Week or month"), choices=Series.Unit, initial="month")
    week_of_month = forms.TypedChoiceField(
        label=_("Which week of the month"),
        help_text=_("Only when the group meets by the month."),
        choices=Series.Place,
        coerce=int,
        initial=1,
    )
    weekday = forms.TypedChoiceField(
        label=_("Day of the week"), choices=tuple(WEEKDAYS.items()), coerce=int, initial=1
    )
    starts_on = DayField(label=_("From which day"), initial=clock.today)
    hour = hour_field(_("Starts at"))
    minutes = forms.IntegerField(
        label=_("How long (minutes)"), min_value=15, max_value=600, initial=120
    )
    place = forms.CharField(label=_("Where"), max_length=160, required=False)
    online_url = forms.URLField(
        label=_("Link to take part online"), required=False, assume_scheme="https"
    )
    method = forms.ChoiceField(label=_("Usual method"))
    takes_staff = forms.BooleanField(
        label=_("Professionals take part as well"),
        help_text=_("A mixed group: volunteers and professionals learn from each other."),
        required=False,
    )
    has_silence = forms.BooleanField(
        label=_("«What do we not talk about?» stands on the agenda every time"),
        required=False,
        initial=True,
    )
    missed_in_a_row = forms.IntegerField(
        label=_("Ask how somebody is after so many times in a row that they could not come"),
        min_value=1,
        max_value=12,
        initial=3,
    )
    missed_months = forms.IntegerField(
        label=_("Or when they have not been there for so many months"),
        min_value=1,
        max_value=24,
        initial=4,
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = programmes_visible_to(actor).exclude(status="closed").order_by("name")
        choices = [(str(row.pk), row.name) for row in rows]
        for name in ("programmes", "duty"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a MultipleChoiceField
        self.fields["method"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (each.code, each.name) for each in guides.methods()
        ]

    def plan(self) -> SeriesPlan:
        """What the service takes in."""
        data = self.cleaned_data
        return SeriesPlan(weekday=data["weekday"], **{name: data[name] for name in SAME})

    def parts(self) -> list[ProgrammePart]:
        """The programmes of the group; where taking part belongs to the work, it is one of them."""
        data = self.cleaned_data
        duty = set(data["duty"])
        return [
            ProgrammePart(
                programme_id=chosen,
                is_duty=chosen in duty,
                a_year=data["a_year"] if chosen in duty else None,
            )
            for chosen in dict.fromkeys([*data["programmes"], *data["duty"]])
        ]


def initial_of_series(series: Series) -> dict[str, object]:
    """A group as its form shows it."""
    parts = list(series.programmes.all())
    return {
        **{name: getattr(series, name) for name in (*SAME, "weekday")},
        "programmes": [str(part.programme_id) for part in parts],
        "duty": [str(part.programme_id) for part in parts if part.is_duty],
        "a_year": next((part.a_year for part in parts if part.a_year), None),
    }


class EveningForm(forms.Form):
    """One evening beside the rhythm, or changed."""

    kind = forms.ChoiceField(
        label=_("What it is"), choices=EveningKind, widget=forms.RadioSelect, initial="evening"
    )
    title = forms.CharField(
        label=_("Title"),
        help_text=_("Empty: the word of the group."),
        max_length=60,
        required=False,
    )
    day = DayField(label=_("Day"))
    hour = hour_field(_("Starts at"))
    minutes = forms.IntegerField(
        label=_("How long (minutes)"), min_value=15, max_value=600, initial=120
    )
    place = forms.CharField(label=_("Where"), max_length=160, required=False)
    online_url = forms.URLField(
        label=_("Link to take part online"), required=False, assume_scheme="https"
    )
    votes_each = forms.IntegerField(
        label=_("How many votes each"),
        help_text=_("Only for the yearly group talk."),
        min_value=1,
        max_value=10,
        initial=3,
        required=False,
    )

    def plan(self) -> EveningPlan:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        day, hour, votes = data.pop("day"), data.pop("hour"), data.pop("votes_each")
        return EveningPlan(starts_at=clock.at(day, hour), votes_each=votes or 3, **data)


def initial_of_evening(evening: Evening) -> dict[str, object]:
    """An evening as its form shows it."""
    local = timezone.localtime(evening.starts_at)
    talk = getattr(evening, "talk", None)
    return {
        **{
            name: getattr(evening, name)
            for name in ("kind", "title", "minutes", "place", "online_url")
        },
        "day": local.date(),
        "hour": local.time(),
        "votes_each": talk.votes_each if talk else 3,
    }


def first_of_evening(series: Series) -> dict[str, object]:
    """What a new evening starts from: how the group usually meets."""
    return {name: getattr(series, name) for name in ("hour", "minutes", "place", "online_url")}


class TalkedForm(forms.Form):
    """That somebody asked how a person is."""

    talked_on = DayField(label=_("Talked on"), initial=clock.today)
    outcome = forms.ChoiceField(
        label=_("How it stands"),
        help_text=_("Only this choice is kept. What was said stays between you."),
        choices=FollowUpOutcome,
        widget=forms.RadioSelect,
    )
