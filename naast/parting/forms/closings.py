"""Input at the end of a match and after it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.companionship.states import EndReason, Initiative
from naast.core.inputs import DayField, NamedField
from naast.organisations.choices import ColleagueField
from naast.organisations.models import Membership
from naast.parting.forms.fields import past_day, text
from naast.parting.inputs import NewPulse, TalkInput
from naast.parting.models import Pulse
from naast.parting.queries.pulses import RHYTHMS
from naast.parting.services.pulses import LONGEST_LINE
from naast.parting.states import Check, ParticipantNext, Side, TalkOutcome, VolunteerNext
from naast.people.models import Consent, Person

ONLY_US = _("Only coordinators read this; the other one does not.")
NEXT = {Side.PARTICIPANT.value: ParticipantNext, Side.VOLUNTEER.value: VolunteerNext}


class ClosingTalkForm(forms.Form):
    """The closing talk with one of the two."""

    outcome = forms.ChoiceField(
        label=_("How does it stand?"),
        choices=[
            (TalkOutcome.PLANNED, _("The talk is planned")),
            (TalkOutcome.TALKED, _("We talked")),
            (TalkOutcome.NOT_WANTED, _("They did not want a talk")),
            (TalkOutcome.NOT_POSSIBLE, _("No talk was possible")),
        ],
        widget=forms.RadioSelect,
    )
    talk_on = DayField(label=_("On which day?"), required=False)
    brought = text(_("What did it bring?"), help_text=_("In their own words. A few are enough."))
    in_touch = text(_("What would they like to stay in touch about?"))
    goodbye = text(_("With what do they want to say goodbye?"), help_text=ONLY_US)
    next = forms.ChoiceField(
        label=_("What would they like now?"), widget=forms.RadioSelect, required=False
    )
    next_words = text(
        _("In their own words"), help_text=_("A new wish, another role, or what they need first.")
    )

    def __init__(self, *args: Any, side: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["next"]
        choices.choices = NEXT[side].choices

    def talk(self) -> TalkInput:
        """What the service takes in."""
        return TalkInput(**self.cleaned_data)


class ArrangeForm(forms.Form):
    """What is arranged at the end."""

    stay_in_touch = text(
        _("What did they agree for afterwards?"),
        help_text=_("For example: a card now and then, or no contact. Both are fine."),
    )
    wants_together = forms.NullBooleanField(
        label=_("Do both wish a moment together to say goodbye?"), required=False
    )
    together_on = DayField(label=_("When is that moment?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        together: Any = self.fields["wants_together"]
        together.widget.choices = [
            ("unknown", _("Not asked yet")),
            ("true", _("Yes")),
            ("false", _("No")),
        ]
        for check in Check:
            self.fields[check.value] = forms.ChoiceField(
                label=check.label,
                choices=[
                    ("", _("Still to do")),
                    ("done", _("Done")),
                    ("not_needed", _("Does not apply")),
                ],
                required=False,
            )

    def checks(self) -> dict[str, str]:
        """The list of the end: code to answer."""
        return {check.value: self.cleaned_data[check.value] for check in Check}


class EndForm(forms.Form):
    """The end, now that both were heard."""

    reason = forms.ChoiceField(
        label=_("Why does it end?"), choices=EndReason, widget=forms.RadioSelect
    )
    initiative = forms.ChoiceField(
        label=_("On whose initiative?"), choices=Initiative, widget=forms.RadioSelect
    )
    note = text(_("What they take along"), help_text=_("Only coordinators read this."))


class CareForm(forms.Form):
    """A call after the end."""

    done_on = past_day(_("When did you call?"))
    note = text(
        _("How is it now?"), required=True, help_text=_("A few words. Only coordinators read this.")
    )


class PulseForm(forms.Form):
    """A light contact after the end."""

    volunteer = NamedField(
        label=_("By a volunteer they know"),
        queryset=Person.objects.none(),
        required=False,
        help_text=_("They see first name, phone and the lines they write, and nothing else."),
    )
    colleague = ColleagueField(
        label=_("Or by a colleague"), queryset=Membership.objects.none(), required=False
    )
    every_weeks = forms.TypedChoiceField(
        label=_("How often?"),
        coerce=int,
        initial=4,
    )
    until_on = DayField(
        label=_("Until which day?"), help_text=_("Then it ends by itself, with a last question.")
    )
    consent_on = past_day(_("When did the participant say yes?"))
    consent_how = forms.ChoiceField(
        label=_("How did they say it?"),
        choices=[choice for choice in Consent.How.choices if choice[0] != Consent.How.ON_SCREEN],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, volunteers: Any, colleagues: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (("volunteer", volunteers), ("colleague", colleagues)):
            field: Any = self.fields[name]
            field.queryset = rows
        every: Any = self.fields["every_weeks"]
        every.choices = [(weeks, _every(weeks)) for weeks in RHYTHMS]

    def new(self) -> NewPulse:
        """What the service takes in."""
        data = self.cleaned_data
        return NewPulse(
            volunteer_id=getattr(data["volunteer"], "pk", None),
            colleague_id=getattr(data["colleague"], "pk", None),
            every_weeks=data["every_weeks"],
            until_on=data["until_on"],
            consent_on=data["consent_on"],
            consent_how=data["consent_how"],
        )


def _every(weeks: int) -> Any:
    return _("every week") if weeks == 1 else _("every {weeks} weeks").format(weeks=weeks)


class LineForm(forms.Form):
    """One contact in one line."""

    contact_on = past_day(_("When?"))
    line = forms.CharField(
        label=_("In one line"),
        max_length=LONGEST_LINE,
        help_text=_("For example: all is well, she goes to the market again."),
    )


class LastQuestionForm(forms.Form):
    """What the participant said at the end."""

    answer = forms.ChoiceField(
        label=_("What did they say?"), choices=Pulse.LastAnswer, widget=forms.RadioSelect
    )
    words = text(_("In their own words"))
