"""Input about limits: why, whom we asked, what holds it up, what came of it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField
from naast.needs.forms.fields import (
    choose_from,
    id_of,
    text,
    theme_field,
    words_for_volunteer,
)
from naast.needs.inputs import AskInput, EndInput, LimitInput, StuckInput
from naast.needs.rules import ANSWER_DAYS, ESCALATE_DAYS
from naast.needs.states import NOT_POSSIBLE, Agreed, StuckWhy
from naast.organisations.choices import ColleagueField
from naast.organisations.models import Membership
from naast.signals.states import LimitReason


class LimitForm(forms.Form):
    """A limit was reached."""

    reason = forms.ChoiceField(
        label=_("Why is it more than a volunteer can do?"),
        choices=LimitReason.choices,
        widget=forms.RadioSelect,
    )
    words = text(
        _("What it is about"),
        required=False,
        help_text=_("Only what somebody needs to know who can help."),
    )

    def limit(self, *, signal_id: UUID | None, match_id: UUID | None) -> LimitInput:
        """What a valid form holds."""
        return LimitInput(**self.cleaned_data, signal_id=signal_id, match_id=match_id)


class AskForm(forms.Form):
    """A service was asked."""

    service = forms.CharField(label=_("Which service did you ask?"), max_length=120)
    contact = forms.CharField(label=_("Whom you spoke there"), max_length=160, required=False)
    agreed = forms.ChoiceField(
        label=_("Does the person agree?"), choices=Agreed.choices, widget=forms.RadioSelect
    )
    asked_on = DayField(label=_("Asked on"))
    answer_due_on = DayField(label=_("They answer before"))
    caller = ColleagueField(
        label=_("Who calls when there is no answer"), queryset=Membership.objects.none()
    )
    for_volunteer = words_for_volunteer()

    def __init__(self, *args: Any, colleagues: QuerySet[Membership], **kwargs: Any) -> None:
        today = clock.today()
        kwargs["initial"] = {
            "asked_on": today,
            "answer_due_on": today + timedelta(days=ANSWER_DAYS),
            **kwargs.get("initial", {}),
        }
        super().__init__(*args, **kwargs)
        choose_from(self, "caller", colleagues)

    def asking(self) -> AskInput:
        """What a valid form holds."""
        data = self.cleaned_data
        caller_id = id_of(data, "caller")
        given = {name: value for name, value in data.items() if name != "caller"}
        return AskInput(**given, caller_id=caller_id)


class StuckForm(forms.Form):
    """There is no good answer."""

    why = forms.ChoiceField(
        label=_("What holds it up?"), choices=StuckWhy.choices, widget=forms.RadioSelect
    )
    escalate_to = forms.CharField(
        label=_("Whom do we turn to next?"),
        max_length=200,
        help_text=_("A name and a phone number, or a service that is one step higher."),
    )
    escalation = text(_("What we ask there"), rows=2)
    escalate_on = DayField(label=_("On which day"))
    theme = theme_field(required=False)
    for_volunteer = words_for_volunteer()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        day = clock.today() + timedelta(days=ESCALATE_DAYS)
        kwargs["initial"] = {"escalate_on": day, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    def stuck(self) -> StuckInput:
        """What a valid form holds."""
        return StuckInput(**self.cleaned_data)


class EndForm(forms.Form):
    """What came of it."""

    outcome = text(_("What came of it"), rows=2)
    theme = theme_field(required=False)
    for_volunteer = words_for_volunteer()

    def __init__(self, *args: Any, step: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if step != NOT_POSSIBLE:
            del self.fields["theme"]

    def ending(self) -> EndInput:
        """What a valid form holds."""
        return EndInput(**self.cleaned_data)
