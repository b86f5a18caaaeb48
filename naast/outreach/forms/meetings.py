"""Input about meetings and who comes."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField, NamedField, hour_field, pk_of
from naast.core.public_forms import PublicForm
from naast.organisations.actors import Actor
from naast.organisations.choices import ColleagueField
from naast.outreach.forms.common import text
from naast.outreach.inputs import Guest, MeetingPlan
from naast.outreach.models import InfoMeeting
from naast.people.forms.fields import PhoneField
from naast.people.forms.why import YOU_CAN_READ
from naast.people.terms import language_choices
from naast.recruitment.forms.fields import own_languages, reader_language
from naast.recruitment.queries.talks import host_choices
from naast.vacancies.models import Channel

MOST_ALONG = 9


class MeetingForm(forms.Form):
    """Everything about a meeting."""

    kind = forms.ChoiceField(label=_("What it is"), choices=InfoMeeting.Kind)
    title = forms.CharField(label=_("Title"), max_length=80)
    text = text(
        _("What people can expect"),
        help_text=_(
            "Plain words. Say that people can come without knowing anything, and with somebody."
        ),
        max_length=1500,
    )
    day = DayField(label=_("Day"))
    hour = hour_field(_("Starts at"))
    minutes = forms.IntegerField(
        label=_("How long (minutes)"), min_value=10, max_value=1440, initial=90
    )
    place = forms.CharField(label=_("Where"), max_length=160, required=False)
    online_url = forms.URLField(
        label=_("Link to take part online"), required=False, assume_scheme="https"
    )
    language = forms.ChoiceField(label=_("Language spoken"))
    interpreter = forms.ChoiceField(label=_("Interpreter for"), required=False)
    places = forms.IntegerField(
        label=_("Number of places"),
        help_text=_("Leave it empty when as many as like may come."),
        min_value=1,
        max_value=5000,
        required=False,
    )
    host = ColleagueField(
        label=_("Who welcomes people"), queryset=None, required=False, empty_label=_("Nobody yet")
    )
    channel = NamedField(
        label=_("Channel"),
        help_text=_("Who comes through this meeting is counted under this channel."),
        queryset=None,
        required=False,
        empty_label=_("None"),
    )
    is_public = forms.BooleanField(
        label=_("On the site, so that people can sign up"), required=False, initial=True
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = language_choices()
        self.fields["language"].choices = known  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["interpreter"].choices = [("", _("None")), *known]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["host"].queryset = host_choices(actor)  # type: ignore[attr-defined]  # a ModelChoiceField
        channels = Channel.objects.filter(organisation_id=actor.organisation_id, is_used=True)
        self.fields["channel"].queryset = channels  # type: ignore[attr-defined]  # a ModelChoiceField

    def plan(self) -> MeetingPlan:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        day, hour = data.pop("day"), data.pop("hour")
        host, channel = data.pop("host"), data.pop("channel")
        return MeetingPlan(
            starts_at=clock.at(day, hour), host_id=pk_of(host), channel_id=pk_of(channel), **data
        )


def initial_of(meeting: InfoMeeting) -> dict[str, object]:
    """A meeting as its form shows it."""
    local = timezone.localtime(meeting.starts_at)
    same = ("kind", "title", "text", "minutes", "place", "online_url", "language", "interpreter")
    shown = {name: getattr(meeting, name) for name in (*same, "places", "is_public")}
    return {
        **shown,
        "day": local.date(),
        "hour": local.time(),
        "host": meeting.host_id,
        "channel": meeting.channel_id,
    }


class GuestFields(forms.Form):
    """What is asked of who comes: as little as possible."""

    name = forms.CharField(
        label=_("What may we call you?"),
        help_text=_("Your first name is enough."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = PhoneField(label=_("Phone"), required=False, max_length=30)
    language = forms.ChoiceField(
        label=_("We write to you in"), widget=forms.RadioSelect, help_text=YOU_CAN_READ
    )
    brings = forms.IntegerField(
        label=_("How many people come along?"),
        min_value=0,
        max_value=MOST_ALONG,
        initial=0,
        required=False,
    )
    needs_interpreter = forms.BooleanField(label=_("An interpreter would help me"), required=False)
    needs = text(
        _("What would help you to come?"),
        rows=2,
        help_text=_("For example: a lift, a ramp, somebody who comes to fetch you."),
        max_length=500,
    )

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        kwargs["initial"] = {"language": reader_language(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = own_languages()  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["phone"].country = country  # type: ignore[attr-defined]  # a PhoneField

    def clean(self) -> dict[str, Any]:
        """One way to answer is enough, and needed."""
        data = super().clean() or {}
        if not self.errors and not (data.get("email") or data.get("phone")):
            self.add_error(
                "email", _("Give an e-mail address or a phone number, so that we can answer.")
            )
        return data

    def guest(self) -> Guest:
        """What the service takes in."""
        data = self.cleaned_data
        names = ("name", "email", "phone", "language", "needs_interpreter", "needs")
        return Guest(brings=data["brings"] or 0, **{name: data[name] for name in names})


class SignUpForm(GuestFields, PublicForm):
    """Signing up without an account."""


class GuestForm(GuestFields):
    """A coordinator signs somebody up who phoned, or who stands at the door."""


class CancelForm(forms.Form):
    """Why a meeting does not take place."""

    reason = text(
        _("Why, in a few words"),
        rows=3,
        help_text=_("This stands in the letter to everybody who would come."),
        required=True,
        max_length=500,
    )


class CloseForm(forms.Form):
    """How many people a meeting reached."""

    reach = forms.IntegerField(
        label=_("How many people did it reach?"),
        help_text=_("At a fair or in awareness work: about how many. Empty: who was ticked off."),
        min_value=0,
        max_value=1_000_000,
        required=False,
    )
