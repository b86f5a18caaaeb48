"""Input for the steps of a match."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match, MatchState
from naast.companionship.states import EndReason, Initiative
from naast.core import clock
from naast.core.inputs import DayField
from naast.organisations.choices import ColleagueField
from naast.organisations.models import Membership
from naast.people import terms
from naast.people.models import Consent, Weight
from naast.programmes.models import Programme

LONGEST_TEXT = 4000
# A note is no file (S2-20).
LONGEST_NOTE = 1_000


def _text(
    label: Any, *, help_text: Any = "", required: bool = False, longest: int = LONGEST_TEXT
) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=longest,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _note(label: Any, *, help_text: Any = "", required: bool = False) -> forms.CharField:
    return _text(label, help_text=help_text, required=required, longest=LONGEST_NOTE)


class YesNoOrNotAsked(forms.NullBooleanSelect):
    """Yes, no, or nobody asked yet."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.choices = [("unknown", _("Not asked yet")), ("true", _("Yes")), ("false", _("No"))]


class FilterForm(forms.Form):
    """Which matches the list shows. Its state is in the address."""

    state = forms.ChoiceField(label=_("State"), required=False)
    programme = forms.ModelChoiceField(
        label=_("Programme"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("All"),
    )
    coach = ColleagueField(
        label=_("Coach"), queryset=Membership.objects.none(), required=False, empty_label=_("All")
    )

    def __init__(
        self,
        *args: Any,
        programmes: QuerySet[Programme],
        coaches: QuerySet[Membership],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", _("All that are open")),
            *MatchState.choices,
            ("all", _("All, also those that ended")),
        ]
        programme, coach = self.fields["programme"], self.fields["coach"]
        programme.queryset, coach.queryset = programmes, coaches  # type: ignore[attr-defined]  # ModelChoiceFields
        programme.label_from_instance = lambda row: row.name  # type: ignore[attr-defined]  # the documented hook


class AnswerForForm(forms.Form):
    """What one of the two said to the coordinator."""

    answer = forms.ChoiceField(label=_("Answer"), widget=forms.RadioSelect)
    how = forms.ChoiceField(
        label=_("How did they say it?"),
        choices=[choice for choice in Consent.How.choices if choice[0] != Consent.How.ON_SCREEN],
        initial=Consent.How.BY_PHONE,
        widget=forms.RadioSelect,
    )
    note = _note(
        _("Good to know"), help_text=_("Only coordinators read this. A reason is never needed.")
    )

    def __init__(self, *args: Any, match: Match, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answers = [("yes", _("Yes")), ("no", _("Not now"))]
        if match.state != MatchState.PROPOSED:
            answers = [("yes", _("Yes")), ("no", _("No")), ("other", _("Rather another volunteer"))]
        self.fields["answer"].choices = answers  # type: ignore[attr-defined]  # a ChoiceField


class WithdrawForm(forms.Form):
    """Why a proposal is taken back."""

    reason = _text(_("Why?"), help_text=_("Only coordinators read this."), required=True)


class MeetingForm(forms.Form):
    """When, where and with whom the first meeting is."""

    day = DayField(label=_("Day"))
    time = forms.TimeField(
        label=_("Hour"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    place = forms.CharField(label=_("Where"), max_length=200)
    with_whom = forms.CharField(
        label=_("Who else comes along"),
        help_text=_("Usually the coordinator or the professional, so that you are three."),
        max_length=200,
        required=False,
    )

    def planned_at(self) -> datetime:
        """Day and hour as one moment, in the organisation's time."""
        both = datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"])
        return timezone.make_aware(both)


class BriefingForm(forms.Form):
    """What the volunteer was told before the first meeting."""

    told = _note(
        _("What did you tell?"),
        help_text=_(
            "About the task and the person: only what is needed, with the participant’s agreement."
        ),
        required=True,
    )
    questions = _text(_("Which questions came up?"))
    briefed_on = DayField(label=_("When did you tell it?"))


class HeldForm(forms.Form):
    """The day of the first meeting."""

    held_on = DayField(label=_("When did you meet?"))


class NoteForm(forms.Form):
    """A few words with a step."""

    note = _note(_("Good to know"), help_text=_("Only coordinators read this."))


class TalkForm(forms.Form):
    """What was agreed after somebody asked for a change."""

    note = _note(
        _("What did you agree?"), help_text=_("Only coordinators read this."), required=True
    )


class StopForm(forms.Form):
    """An end earlier than meant: why, and who wished it."""

    reason = forms.ChoiceField(label=_("Why?"), choices=EndReason, widget=forms.RadioSelect)
    initiative = forms.ChoiceField(
        label=_("On whose initiative?"), choices=Initiative, widget=forms.RadioSelect
    )
    closing_talk_on = DayField(label=_("When was the closing talk?"), required=False)
    stay_in_touch = _text(_("What did they agree for afterwards?"))
    look_again = forms.BooleanField(
        label=_("The participant would like somebody else: the wish waits again"), required=False
    )
    note = _note(_("Good to know"), help_text=_("Only coordinators read this."))


class PeopleForm(forms.Form):
    """Who stands behind the match."""

    coach = ColleagueField(label=_("Coach of the volunteer"), queryset=Membership.objects.none())
    fallback = ColleagueField(
        label=_("Fallback: answers when it is needed"),
        help_text=_("May stay open when the programme has somebody on call."),
        queryset=Membership.objects.none(),
        required=False,
    )
    professional = ColleagueField(
        label=_("Professional with final responsibility"), queryset=Membership.objects.none()
    )
    volunteer_contact = ColleagueField(
        label=_("The volunteer turns to"),
        help_text=_("Left open: the coach."),
        queryset=Membership.objects.none(),
        required=False,
    )
    participant_contact = ColleagueField(
        label=_("The participant turns to"),
        help_text=_("Left open: the professional."),
        queryset=Membership.objects.none(),
        required=False,
    )
    hand_over = _text(
        _("What was handed over?"),
        help_text=_(
            "Needed when somebody else becomes coach or professional: what is going on, what was agreed, what is still open."
        ),
    )

    def __init__(
        self,
        *args: Any,
        coaches: QuerySet[Membership],
        professionals: QuerySet[Membership],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in (
            "coach",
            "fallback",
            "professional",
            "volunteer_contact",
            "participant_contact",
        ):
            choice = self.fields[name]
            choice.queryset = coaches if name == "coach" else professionals  # type: ignore[attr-defined]  # a ModelChoiceField


class AgreementsForm(forms.Form):
    """What the two agree, for both to read."""

    agreed_volunteer = _text(_("What the volunteer does"))
    agreed_participant = _text(_("What the participant does"))
    shared_with_volunteer = _text(
        _("What the volunteer needs to know about the participant"),
        help_text=_(
            "Beside name, phone and address only this is shared, once the match lives. Ask the participant first. No diagnosis, no history."
        ),
    )
    contact_kind = forms.ChoiceField(
        label=_("What they are to each other"),
        choices=[("", _("Not said yet")), *terms.CONTACT_KINDS.items()],
        required=False,
    )
    rhythm = forms.IntegerField(
        label=_("About how many visits in four weeks"),
        help_text=_("A guideline, never a duty."),
        min_value=1,
        max_value=28,
        required=False,
    )
    weight = forms.TypedChoiceField(
        label=_("What it asks of the volunteer"), choices=Weight, coerce=int, initial=Weight.MEDIUM
    )
    intended_end_on = DayField(label=_("Meant to last until"), required=False)
    knew_each_other = forms.NullBooleanField(
        label=_("Did they know each other already?"), required=False, widget=YesNoOrNotAsked
    )


class MilestoneForm(forms.Form):
    """A call or talk that took place."""

    done_on = DayField(label=_("When did you talk?"))
    note = _note(_("What came out of it?"), help_text=_("Only coordinators read this."))

    def clean_done_on(self) -> Any:
        """Not a day to come."""
        day = self.cleaned_data["done_on"]
        if day > clock.today():
            raise forms.ValidationError(_("Choose today or a day that is past."))
        return day


class ExtendForm(forms.Form):
    """Another end date."""

    until = DayField(label=_("Until when?"))
    note = _note(_("What you agreed"), help_text=_("Only coordinators read this."))
