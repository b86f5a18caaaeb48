"""Input about groups."""

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField, NamedField, pk_of
from naast.core.public_forms import PublicForm
from naast.messaging.forms import WordsForm
from naast.organisations.actors import Actor
from naast.organisations.choices import ColleagueField
from naast.outreach.forms.common import text
from naast.outreach.inputs import GroupAnswer, GroupPlan
from naast.outreach.models import GROUP_KINDS, GroupRequest
from naast.outreach.queries.groups import Quarter, next_with_room, quarter_of
from naast.outreach.services.groups import LETTER_OF
from naast.people.forms.fields import PhoneField
from naast.people.forms.why import TO_ANSWER_YOU, YOU_CAN_READ
from naast.programmes.kinds import RULES
from naast.programmes.models import Programme
from naast.recruitment.forms.fields import own_languages, reader_language
from naast.recruitment.queries.talks import host_choices


class GroupFields(forms.Form):
    """What a group tells: first the plan, then who they are."""

    group_name = forms.CharField(label=_("Name of your group or organisation"), max_length=120)
    sort = forms.ChoiceField(
        label=_("Who are you?"), choices=GroupRequest.Sort, widget=forms.RadioSelect
    )
    kind = forms.ChoiceField(
        label=_("How do people take part?"),
        help_text=_("We call things by their name: it helps the people here to know who comes."),
        choices=[(kind.value, RULES[kind].meaning) for kind in GROUP_KINDS],
        widget=forms.RadioSelect,
    )
    third_party = forms.CharField(
        label=_("Who asks or encourages people to do this?"),
        help_text=_("For example an employer, a school, a government."),
        max_length=150,
        required=False,
    )
    number = forms.IntegerField(label=_("How many people?"), min_value=2, max_value=500)
    wanted_on = DayField(
        label=_("Which day do you have in mind?"),
        help_text=_("Leave it open if you don’t know yet."),
        required=False,
    )
    programme = NamedField(
        label=_("Where would you like to help?"),
        queryset=None,
        required=False,
        empty_label=_("Open: where it is useful"),
    )
    plan = text(_("What would you like to do?"), required=True, max_length=1500)
    brings = text(
        _("What does it bring to the people here?"), rows=3, required=True, max_length=1000
    )
    after_care = text(
        _("And afterwards?"),
        rows=3,
        help_text=_("A card, a second visit, a tap that keeps working: what stays when you leave?"),
        max_length=1000,
    )
    contact_name = forms.CharField(
        label=_("Whom can we talk to?"),
        max_length=120,
        help_text=TO_ANSWER_YOU,
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

    def __init__(
        self, *args: Any, actor: Actor, country: str, quarters: list[Quarter], **kwargs: Any
    ) -> None:
        kwargs["initial"] = {"language": reader_language(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.quarters = quarters
        self.fields["language"].choices = own_languages()  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["phone"].country = country  # type: ignore[attr-defined]  # a PhoneField
        programmes = Programme.objects.filter(organisation_id=actor.organisation_id)
        field: Any = self.fields["programme"]
        field.queryset = programmes.filter(status=Programme.Status.ACTIVE).order_by("name")

    def clean_wanted_on(self) -> Any:
        """A day to come, in a quarter with room."""
        day = self.cleaned_data["wanted_on"]
        if day is None:
            return None
        if day <= clock.today():
            raise forms.ValidationError(_("Choose a day that is still to come."))
        quarter = next((each for each in self.quarters if each.first == quarter_of(day)), None)
        if quarter is not None and quarter.is_full:
            raise forms.ValidationError(_full(self.quarters, quarter))
        return day

    def clean(self) -> dict[str, Any]:
        """One way to answer is enough, and needed."""
        data = super().clean() or {}
        if not self.errors and not (data.get("email") or data.get("phone")):
            self.add_error(
                "email", _("Give an e-mail address or a phone number, so that we can answer.")
            )
        return data

    def group_plan(self) -> GroupPlan:
        """What the service takes in."""
        known = GroupPlan.__dataclass_fields__
        data = {name: value for name, value in self.cleaned_data.items() if name in known}
        return GroupPlan(programme_id=pk_of(self.cleaned_data["programme"]), **data)


def _full(quarters: list[Quarter], quarter: Quarter) -> str:
    """That a quarter is full, and which is the next one with room."""
    following = next_with_room(quarters, after=quarter.first)
    if following is None:
        return _now(
            "We welcome as many groups then as we can. Leave the day open: we look together."
        )
    return _now(
        "We welcome as many groups then as we can. From %(day)s there is room. Choose a later day, or leave it open."
    ) % {"day": date_format(following.first, "j F Y")}


class PublicGroupForm(GroupFields, PublicForm):
    """A group asks through the site."""


class GroupForm(GroupFields):
    """A coordinator writes down what a group asks by phone."""


class AnswerForm(WordsForm):
    """An answer to a group: what is agreed, and the letter."""

    date_on = DayField(label=_("Day"), required=False)
    host = ColleagueField(
        label=_("Who welcomes them"), queryset=None, required=False, empty_label=_("Nobody yet")
    )
    note = text(_("What we agree"), rows=3, max_length=2000)
    over_reason = forms.CharField(
        label=_("Why one more group can be in this quarter"),
        help_text=_("Only needed when the quarter is full."),
        max_length=250,
        required=False,
    )
    alternative = forms.CharField(
        label=_("What is possible instead"),
        help_text=_("For example: two people instead of twenty, a job without people around, a gift in kind, another day."),
        max_length=250,
        required=False,
    )  # fmt: skip

    SHOWN = {
        "accept": ("date_on", "host", "note", "over_reason"),
        "other-date": ("date_on", "note"),
        "decline": ("alternative", "note"),
    }

    def __init__(self, *args: Any, actor: Actor, step: str, **kwargs: Any) -> None:
        super().__init__(*args, kind=LETTER_OF[step], **kwargs)
        self.fields["host"].queryset = host_choices(actor)  # type: ignore[attr-defined]  # a ModelChoiceField
        shown = (*self.SHOWN[step], "subject", "body")
        for name in set(self.fields) - set(shown):
            del self.fields[name]
        self.order_fields(shown)

    def answer(self) -> GroupAnswer:
        """What the service takes in."""
        data, words = dict(self.cleaned_data), self.words()
        host = data.pop("host", None)
        known = ("date_on", "note", "over_reason", "alternative")
        given = {name: data[name] for name in known if name in data}
        return GroupAnswer(subject=words.subject, body=words.body, host_id=pk_of(host), **given)


class DoneForm(forms.Form):
    """How it went, for next time."""

    how_it_went = text(
        _("How did it go, for the people here and for the group?"), required=True, max_length=2000
    )
