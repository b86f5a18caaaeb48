"""Input about first days and mentors."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.belonging.forms.common import WeeksField, taps, words
from naast.belonging.inputs import FirstDayPlan, MentorAsk, WelcomeTerms
from naast.belonging.models import FirstDay, MentorReady, Welcome
from naast.belonging.queries.first_days import possible_hosts
from naast.belonging.queries.people import possible_mentors
from naast.belonging.states import Answer
from naast.core import clock
from naast.core.inputs import DayField
from naast.organisations.actors import Actor
from naast.organisations.choices import ColleagueField
from naast.organisations.models import STAFF, Membership
from naast.organisations.queries import colleagues
from naast.people.models import Person
from naast.programmes.models import Engagement

MOST_LINES = 20


def _hour() -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=_("At what time"), widget=widget, required=False)


def _host(hosts: QuerySet[Membership]) -> ColleagueField:
    return ColleagueField(
        label=_("Who awaits them"),
        queryset=hosts,
        required=False,
        empty_label=_("Nobody yet"),
    )


class WelcomeForm(forms.Form):
    """How a programme welcomes."""

    place = forms.CharField(
        label=_("Where somebody new comes to"),
        help_text=_("For example: reception, ask for the team of the second floor."),
        max_length=200,
        required=False,
    )
    lines = words(
        _("What belongs to a first day"),
        help_text=_("One line each. Empty: the usual lines."),
        rows=10,
        required=False,
    )
    check_weeks = WeeksField(label=_("Welcome checks after (weeks)"))
    mentor_weeks = WeeksField(label=_("A mentor’s moments (weeks after the start)"))
    look_months = forms.IntegerField(
        label=_("«What strikes you here?» after (months)"), min_value=1, max_value=24
    )
    end_weeks = forms.IntegerField(
        label=_("«Extend, change or stop?» before the end (weeks)"), min_value=1, max_value=26
    )
    field_order = ["host", "place", "lines", "check_weeks", "mentor_weeks"]

    def __init__(self, data: Any, *, actor: Actor, welcome: Welcome, lines: list[str]) -> None:
        def weeks(numbers: list[int]) -> str:
            return ", ".join(map(str, numbers))

        first = {
            "host": welcome.host_id,
            "place": welcome.place,
            "lines": "\n".join(lines),
            "check_weeks": weeks(welcome.check_weeks),
            "mentor_weeks": weeks(welcome.mentor_weeks),
            "look_months": welcome.look_months,
            "end_weeks": welcome.end_weeks,
        }
        super().__init__(data, initial=first)
        self.usual, self.has_own_lines = lines, bool(welcome.lines)
        hosts = possible_hosts(actor, welcome.programme, now=welcome.host_id)
        self.fields["host"] = _host(hosts)
        self.order_fields(self.field_order)

    def clean_lines(self) -> tuple[str, ...]:
        """The lines; the usual ones stay the usual ones, in everybody's language."""
        typed = [line.strip() for line in self.cleaned_data["lines"].splitlines()]
        lines = tuple(line[:200] for line in typed if line)[:MOST_LINES]
        return () if list(lines) == self.usual and not self.has_own_lines else lines

    def terms(self) -> WelcomeTerms:
        """What the service takes."""
        given = self.cleaned_data
        host = given["host"]
        return WelcomeTerms(
            host_id=host.pk if host else None,
            place=given["place"],
            lines=given["lines"],
            check_weeks=given["check_weeks"],
            mentor_weeks=given["mentor_weeks"],
            look_months=given["look_months"],
            end_weeks=given["end_weeks"],
        )


class FirstDayForm(forms.Form):
    """Who awaits somebody, when and where."""

    day = DayField(label=_("First day"))
    hour = _hour()
    place = forms.CharField(label=_("Where"), max_length=200, required=False)
    field_order = ["host", "day", "hour", "place"]

    def __init__(self, data: Any, *, actor: Actor, first_day: FirstDay) -> None:
        first = {
            "host": first_day.host_id,
            "day": first_day.day,
            "hour": first_day.hour,
            "place": first_day.place,
        }
        super().__init__(data, initial=first)
        engagement = first_day.engagement
        hosts = possible_hosts(actor, engagement.programme, now=first_day.host_id)
        self.fields["host"] = _host(hosts.exclude(person_id=engagement.person_id))
        self.order_fields(self.field_order)

    def plan(self) -> FirstDayPlan:
        """What the service takes."""
        given = self.cleaned_data
        host = given["host"]
        return FirstDayPlan(
            host_id=host.pk if host else None,
            day=given["day"],
            hour=given["hour"],
            place=given["place"],
        )


class TickForm(forms.Form):
    """The lines of a first day, to tick with a thumb."""

    done = forms.TypedMultipleChoiceField(
        label=_("What is done"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any, *, first_day: FirstDay) -> None:
        ticked = [place for place, line in enumerate(first_day.lines) if line["done"]]
        super().__init__(data, initial={"done": ticked})
        choices = [(place, line["what"]) for place, line in enumerate(first_day.lines)]
        self.fields["done"].choices = choices  # type: ignore[attr-defined]  # a choice field


class MentorPersonField(forms.ModelChoiceField):  # type: ignore[type-arg]  # stubs want an argument
    """A volunteer by name, with what they did of what we ask of mentors in a word."""

    def label_from_instance(self, obj: Any) -> str:
        """How it reads in the list."""
        ready = getattr(obj, "mentor_ready", None)
        return f"{obj.name} ({ready.get_word_display()})" if ready else str(obj.name)


class MentorForm(forms.Form):
    """Whom we ask, from when, and who stands behind."""

    mentor = MentorPersonField(
        label=_("Whom we ask as mentor"), queryset=Person.objects.none(), empty_label=None
    )
    from_on = DayField(label=_("From"))
    backup = ColleagueField(
        label=_("Who guides when the mentor can’t"),
        queryset=Membership.objects.none(),
        required=False,
        empty_label=_("Nobody yet"),
    )

    def __init__(self, data: Any, *, actor: Actor, engagement: Engagement) -> None:
        super().__init__(data, initial={"from_on": max(clock.today(), engagement.started_on)})
        self.engagement = engagement
        mentors = possible_mentors(actor, engagement)
        self.fields["mentor"].queryset = mentors  # type: ignore[attr-defined]  # a choice field
        staff = colleagues(actor, *STAFF)
        self.fields["backup"].queryset = staff  # type: ignore[attr-defined]  # idem

    def ask(self) -> MentorAsk:
        """What the service takes."""
        backup = self.cleaned_data["backup"]
        return MentorAsk(
            engagement_id=self.engagement.pk,
            mentor_id=self.cleaned_data["mentor"].pk,
            from_on=self.cleaned_data["from_on"],
            backup_id=backup.pk if backup else None,
        )


class MentorAnswerForm(forms.Form):
    """Yes or no; the number goes along only when they want it."""

    shares_phone = forms.BooleanField(
        label=_("The other may have my phone number."), required=False
    )


class MentorHeardForm(MentorAnswerForm):
    """What one of the two said by phone or on paper: who, and yes or no."""

    side = taps(_("Who answered?"), [])
    word = taps(_("What did they say?"), Answer.choices)
    shares_phone = forms.BooleanField(
        label=_("The other may have their phone number."), required=False
    )
    field_order = ["side", "word", "shares_phone"]

    def __init__(self, data: Any, *, sides: list[tuple[str, str]]) -> None:
        super().__init__(data, initial={"side": sides[0][0]} if len(sides) == 1 else {})
        self.fields["side"].choices = sides  # type: ignore[attr-defined]  # a choice field


class MomentForm(forms.Form):
    """«We spoke», and nothing more is needed."""

    spoke_on = DayField(label=_("We spoke on"))
    line = words(
        _("A line for the coordinator"),
        help_text=_("Only if there is something. What you talked about stays between you."),
        rows=2,
        required=False,
        max_length=500,
    )


class ReadyForm(forms.Form):
    """What a mentor did of what the house asks."""

    word = taps(_("What we ask of a mentor"), MentorReady.Word.choices)
