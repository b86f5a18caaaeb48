"""The public form to apply, long or short, and the voluntary questions after it."""

from secrets import token_hex
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core.public_forms import PublicForm
from naast.people import terms
from naast.people.forms.fields import PhoneField
from naast.people.forms.why import TO_ANSWER_YOU, WHAT_TO_CALL_YOU, YOU_CAN_READ
from naast.recruitment.forms import fields
from naast.recruitment.forms.fields import MoreForm, ReachField, TellForm, TimeForm
from naast.recruitment.inputs import NewApplication
from naast.recruitment.queries.roles import Role
from naast.recruitment.voluntary import ASKED
from naast.vacancies import exploration


class SentForm(PublicForm):
    """A public form that makes one thing, however often it is sent; it carries along where its writer
    came from."""

    nonce = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    channel = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    explored = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, offered: list[Role], country: str, **kwargs: Any) -> None:
        first = {"nonce": token_hex(16), "language": fields.reader_language()}
        kwargs["initial"] = {**first, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.offered = offered
        self.fields["language"].choices = fields.own_languages()  # type: ignore[attr-defined]  # a choice
        for field in self.fields.values():
            if isinstance(field, PhoneField | ReachField):
                field.country = country

    def where_from(self) -> dict[str, Any]:
        """What the hidden fields say."""
        data = self.cleaned_data
        return {
            "sent_as": data["nonce"],
            "channel_code": data["channel"] or data.get("heard_by", ""),
            "explored": exploration.unpack(data["explored"]),
        }


class ApplyForm(TellForm, TimeForm, MoreForm, SentForm):
    """The usual form: short first, the rest behind a fold. Nothing but a name, a way to answer and an
    age has to be filled in."""

    given_name = forms.CharField(
        label=_("What may we call you?"),
        help_text=_("Your first name is enough."),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
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
    prefers_phone = forms.BooleanField(label=_("Rather call me than write"), required=False)
    age = fields.age_field(required=True)
    free_choice = fields.free_choice_field()

    def __init__(
        self,
        *args: Any,
        role: Role | None = None,
        channels: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.role = role
        # Who came by a link with a channel in it is not asked.
        self.offer_channels([] if self["channel"].value() else channels)
        if role is None:
            self.fields["role"] = fields.role_field(self.offered)

    def clean(self) -> dict[str, Any]:
        """One way to answer."""
        data = super().clean()
        fields.need_one_way(self, data.get("email", ""), data.get("phone", ""))
        return data

    def new_application(self) -> NewApplication:
        """What the service takes in."""
        data = self.cleaned_data
        role, is_undecided = (
            (self.role, False) if self.role else fields.chosen(self.offered, data["role"])
        )
        same = (
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
            weekly=terms.mask_of(data["weekly"]) or None,
            **{name: data[name] for name in same},
            **self.more(data),
            **self.where_from(),
        )


class PlainForm(SentForm):
    """Four questions in plain words; everything else later, with a person."""

    given_name = forms.CharField(
        label=_("My first name"),
        max_length=100,
        help_text=WHAT_TO_CALL_YOU,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    reach = ReachField(label=_("My phone number or e-mail address"), help_text=TO_ANSWER_YOU)
    likes = fields.words(_("I like to do this"), rows=2)
    language = forms.ChoiceField(
        label=_("I speak"), widget=forms.RadioSelect, help_text=YOU_CAN_READ
    )

    def __init__(self, *args: Any, role: Role | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.role = role

    def new_application(self) -> NewApplication:
        """What the service takes in: the age is not asked here."""
        data = self.cleaned_data
        way, reach = data["reach"]
        role = self.role or self.offered[0]
        return NewApplication(
            programme_id=role.programme_id,
            vacancy_id=self.role.vacancy_id if self.role else None,
            is_undecided=self.role is None,
            given_name=data["given_name"],
            email=reach if way == "email" else "",
            phone=reach if way == "phone" else "",
            prefers_phone=way == "phone",
            language=data["language"],
            likes=data["likes"],
            age="",
            **self.where_from(),
        )


class TallyForm(PublicForm):
    """Voluntary, apart from the application, counted and not kept (S4-27)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question, (asked, answers) in ASKED.items():
            self.fields[question] = forms.ChoiceField(
                label=str(asked),
                choices=list(answers.items()),
                required=False,
                widget=forms.RadioSelect,
            )

    def answers(self) -> dict[str, str]:
        """What was answered."""
        return {name: self.cleaned_data[name] for name in ASKED if self.cleaned_data[name]}
