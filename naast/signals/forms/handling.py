"""Input of who handles a signal."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField, text_field
from naast.organisations.choices import ColleagueField
from naast.organisations.models import Membership
from naast.signals.inputs_handling import Advised, Decided
from naast.signals.models import Signal
from naast.signals.queries.afterwards import proposed
from naast.signals.queries.readers import volunteer_of, who_may_talk
from naast.signals.states import AnswerWay, Kind, Level
from naast.signals.states_handling import ADVICE_IN, AfterTalk, Outcome, Told

LONGEST = 4000
text = partial(text_field, longest=LONGEST, required=False)


class LevelForm(forms.Form):
    """How soon, and why."""

    level = forms.TypedChoiceField(
        label=_("How soon?"), choices=Level, coerce=int, widget=forms.RadioSelect
    )
    reason = text(
        _("Why?"), required=True, help_text=_("Who told it proposed something; you decide.")
    )


class HandOverForm(forms.Form):
    """Who handles it from now on."""

    to = ColleagueField(label=_("Who looks after it?"), queryset=Membership.objects.none())

    def __init__(self, *args: Any, others: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["to"]
        field.queryset = Membership.objects.filter(
            pk__in=[each.pk for each in others]
        ).select_related("user")


class MeasureForm(forms.Form):
    """What is done at once."""

    words = text(_("What is done?"), required=True)
    due_on = DayField(label=_("Before which day?"), initial=clock.today)


class AdviceForm(forms.Form):
    """Advice that was asked."""

    asked = forms.ChoiceField(label=_("Whose advice did you ask?"), widget=forms.RadioSelect)
    asked_who = forms.CharField(
        label=_("Who exactly?"),
        max_length=150,
        required=False,
        help_text=_("The name of a colleague, or with whom you spoke."),
    )
    asked_on = DayField(label=_("On which day?"), initial=clock.today)
    facts = text(
        _("Which facts did you tell?"),
        required=True,
        help_text=_("What was seen and heard, and when. No guesses."),
    )
    without_names = forms.BooleanField(
        label=_("I told it without names"), required=False, initial=True
    )
    advice = text(_("What did they advise?"), required=True)

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["asked"]
        field.choices = [(each.value, each.label) for each in ADVICE_IN[country]]

    def given(self) -> Advised:
        """What the service takes in."""
        return Advised(**self.cleaned_data)


class DecisionForm(forms.Form):
    """What is decided, and what was weighed."""

    outcome = forms.ChoiceField(
        label=_("What do you decide?"), choices=Outcome, widget=forms.RadioSelect
    )
    words = text(
        _("What do you do, and why?"), rows=4, required=True, help_text=_("Facts and reasons.")
    )
    decided_on = DayField(label=_("On which day?"), initial=clock.today)
    told = forms.ChoiceField(
        label=_("Was who it is about told?"), choices=Told, widget=forms.RadioSelect
    )
    told_why_not = text(_("If not: why?"), rows=2)
    after_talk = forms.ChoiceField(
        label=_("How does it stand after the talk with them?"),
        choices=[*AfterTalk.choices, ("", _("There was no talk yet"))],
        widget=forms.RadioSelect,
        required=False,
    )
    passed_to = forms.CharField(label=_("Passed on or reported to"), max_length=200, required=False)
    passed_on = DayField(label=_("Passed on, on which day?"), required=False)
    for_organisation = text(_("What does the organisation need?"), rows=2)
    for_volunteer = text(_("What does the volunteer need?"), rows=2)
    for_participant = text(_("What does the participant need?"), rows=2)
    refresh = forms.BooleanField(
        label=_("The volunteer reads again what stays between us"), required=False
    )
    talk_on = DayField(
        label=_("A talk with the volunteer, on which day?"),
        required=False,
        help_text=_("Within two weeks. They hear that there is a talk, not why."),
    )
    talk_led_by = ColleagueField(
        label=_("Who talks with them?"), queryset=Membership.objects.none(), required=False
    )
    # What a decision that is put right begins with.
    KEPT = (
        "outcome",
        "words",
        "told",
        "told_why_not",
        "after_talk",
        "passed_to",
        "passed_on",
        "for_organisation",
        "for_volunteer",
        "for_participant",
    )
    AFTERWARDS = ("refresh", "talk_on", "talk_led_by")

    def __init__(self, *args: Any, signal: Signal, coordinators: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if signal.kind == Kind.SECRECY:
            field: Any = self.fields["talk_led_by"]
            field.queryset = who_may_talk(signal, coordinators)
            volunteer = volunteer_of(signal)
            if volunteer is not None:
                self.fields["refresh"].help_text = volunteer.name
            if getattr(signal, "decision", None) is None:
                self.initial.update(proposed(signal, field.queryset))
        else:
            for name in self.AFTERWARDS:
                del self.fields[name]

    def given(self) -> Decided:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        leader = data.pop("talk_led_by", None)
        return Decided(**data, talk_led_by_id=getattr(leader, "pk", None))


class AnswerForm(forms.Form):
    """The answer to who told it."""

    words = text(
        _("What do they hear from you?"),
        rows=4,
        required=True,
        help_text=_(
            "Thank them, and say what is done as far as they may know. They read this on their own page."
        ),
    )
    way = forms.ChoiceField(
        label=_("How did they hear it?"), choices=AnswerWay, widget=forms.RadioSelect
    )
    answered_on = DayField(label=_("On which day?"), initial=clock.today)


class ReportForm(forms.Form):
    """A calamity was reported."""

    reported_to = forms.CharField(label=_("To whom did you report it?"), max_length=200)
    reported_on = DayField(label=_("On which day?"), initial=clock.today)
    reported_time = forms.TimeField(
        label=_("At what time?"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )

    def moment(self) -> datetime:
        """The moment of reporting, local time."""
        data = self.cleaned_data
        return clock.at(data["reported_on"], data["reported_time"])


class AgendaForm(forms.Form):
    """What the team talks about."""

    text = text(
        _("What does the team talk about?"),
        required=True,
        help_text=_("The question behind it, without anybody in it."),
    )
    is_checked = forms.BooleanField(
        label=_("I looked again: it tells nobody who it is about"), required=False
    )


class ConclusionForm(forms.Form):
    """What the team agreed."""

    discussed_on = DayField(label=_("On which day?"), initial=clock.today)
    conclusion = text(_("What did you agree?"), required=True)
    is_checked = forms.BooleanField(
        label=_("I looked again: it tells nobody who it is about"), required=False
    )
