"""Writing down an application: for somebody on the phone or at the door, or for oneself with an account."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField
from naast.people import terms
from naast.people.forms.fields import PhoneField
from naast.people.forms.why import THEY_CAN_READ, WHAT_TO_CALL_THEM
from naast.people.models import Person
from naast.recruitment.forms import fields
from naast.recruitment.forms.fields import MoreForm, TellForm, TimeForm
from naast.recruitment.inputs import NewApplication
from naast.recruitment.models import CameBy
from naast.recruitment.queries.roles import Role

# What a coordinator writes down; the site, referrers and people who take part have their own way.
ENTERED = (
    CameBy.PHONE,
    CameBy.PAPER,
    CameBy.IN_PERSON,
    CameBy.WITH_HELP,
    CameBy.MEETING,
)


class EnterForm(TellForm, TimeForm, MoreForm, forms.Form):
    """What somebody said or wrote, as they said it. Only a name and a way to answer are needed."""

    came_by = forms.ChoiceField(
        label=_("How did they let us know?"), choices=[(each.value, each.label) for each in ENTERED]
    )
    came_on = DayField(label=_("On which day?"))
    given_name = forms.CharField(label=_("First name"), max_length=100, help_text=WHAT_TO_CALL_THEM)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = PhoneField(label=_("Phone"), required=False, max_length=30)
    language = forms.ChoiceField(label=_("We write to them in"), help_text=THEY_CAN_READ)
    prefers_phone = forms.BooleanField(label=_("Rather by phone or on paper"), required=False)
    age = fields.age_field(required=False)
    free_choice = fields.free_choice_field()
    # Who they may be already: shown once, chosen or passed over.
    person = forms.UUIDField(
        label=_("Is it one of these people?"), required=False, widget=forms.RadioSelect
    )
    has_looked = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        offered: list[Role],
        channels: list[tuple[str, str]],
        country: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        self.offer_channels(channels)
        self.fields["role"] = fields.role_field(
            offered,
            label=_("What would they like to do?"),
            help_me=_("They don’t know yet: help to choose"),
        )
        self.fields["language"].choices = fields.own_languages()  # type: ignore[attr-defined]  # a choice
        self.fields["phone"].country = country  # type: ignore[attr-defined]  # a PhoneField

    def offer_people(self, people: list[Person]) -> None:
        """The people who may be the same one."""
        choices = [("", _("No, somebody new")), *((str(each.pk), each.name) for each in people)]
        self.fields["person"].widget.choices = choices

    def clean_came_on(self) -> date:
        """Today or earlier."""
        day: date = self.cleaned_data["came_on"]
        if day > clock.today():
            raise ValidationError(_now("This day is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        """One way to answer."""
        data = super().clean() or {}
        fields.need_one_way(self, data.get("email", ""), data.get("phone", ""))
        return data

    def new_application(self) -> NewApplication:
        """What the service takes in."""
        data = self.cleaned_data
        role, is_undecided = fields.chosen(self.offered, data["role"])
        same = (
            "came_by",
            "came_on",
            "given_name",
            "email",
            "phone",
            "language",
            "prefers_phone",
            "age",
            "likes",
            "can",
            "why_here",
            "term_months",
            "times_a_month",
            "free_choice",
        )
        return NewApplication(
            programme_id=role.programme_id,
            vacancy_id=role.vacancy_id,
            is_undecided=is_undecided,
            person_id=data["person"],
            weekly=terms.mask_of(data["weekly"]) or None,
            channel_code=data.get("heard_by", ""),
            **{name: data[name] for name in same},
            **self.more(data),
        )


class AlsoForm(TellForm, TimeForm, forms.Form):
    """Somebody we know would like to help, or would like another role: what they expect comes first."""

    expects = fields.words(
        _("What do I expect from it?"),
        help_text=_("We talk about it, and about what we expect, before anything starts."),
    )

    def __init__(self, *args: Any, offered: list[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        self.fields["role"] = fields.role_field(offered)

    def new_application(self, person: Person, *, came_by: CameBy, language: str) -> NewApplication:
        """What the service takes in, with what we know of this person; we write in the language of their
        account."""
        data = self.cleaned_data
        role, is_undecided = fields.chosen(self.offered, data["role"])
        same = ("expects", "likes", "can", "why_here", "term_months", "times_a_month")
        return NewApplication(
            programme_id=role.programme_id,
            vacancy_id=role.vacancy_id,
            is_undecided=is_undecided,
            person_id=person.pk,
            given_name=person.given_name or person.name,
            family_name=person.family_name,
            email=person.email,
            phone=person.phone,
            place=person.place,
            prefers_phone=person.prefers_paper,
            language=language,
            weekly=terms.mask_of(data["weekly"]) or None,
            age="",
            came_by=came_by,
            **{name: data[name] for name in same},
        )
