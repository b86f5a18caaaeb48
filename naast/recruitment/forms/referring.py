"""The form of a referrer: first the conditions, then themselves, then the person they think of."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.people.forms.fields import PhoneField
from naast.people.forms.why import THEY_CAN_READ, TO_ANSWER_YOU, WHAT_TO_CALL_THEM, WHAT_TO_CALL_YOU
from naast.programmes import kinds
from naast.programmes.models import Kind, WorkingRelation
from naast.recruitment.forms import fields
from naast.recruitment.forms.applying import SentForm
from naast.recruitment.inputs import NewApplication, NewReferral
from naast.recruitment.models import CameBy, Condition

# Kinds of engagement that a referrer may mean, each by its honest name.
KINDS = (
    Kind.VOLUNTEERING,
    Kind.GUIDED,
    Kind.COMMUNITY_SERVICE,
    Kind.PLACEMENT,
    Kind.SUPPORTED_WORK,
    Kind.EMPLOYEE,
)


class ReferForm(SentForm):
    """No reason, no file, no diagnosis: there is no field for them."""

    conditions = forms.MultipleChoiceField(
        label=_("Before you go on: is this all right for you?"),
        help_text=_(
            "Tick each one. We ask it before anything else, so that nobody is let down later."
        ),
        choices=Condition.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick each of these first.")},
    )
    service = forms.CharField(
        label=_("Your service or organisation"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        help_text=WHAT_TO_CALL_YOU,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=TO_ANSWER_YOU,
    )
    phone = PhoneField(label=_("Your phone"), required=False, max_length=30)
    given_name = forms.CharField(
        label=_("First name of the person"), max_length=100, help_text=WHAT_TO_CALL_THEM
    )
    reach = fields.ReachField(
        label=_("Their phone number or e-mail address"),
        help_text=_("Only with their agreement. No other data, please."),
        required=False,
    )
    calls_together = forms.BooleanField(
        label=_("They would rather call together with me"), required=False
    )
    language = forms.ChoiceField(
        label=_("We write to them in"), widget=forms.RadioSelect, help_text=THEY_CAN_READ
    )
    kind = forms.ChoiceField(
        label=_("What would it be?"),
        help_text=_("We call it by its own name: only what is free is volunteering."),
        choices=[(kind.value, kind.label) for kind in KINDS],
    )
    working_relation = forms.ChoiceField(
        label=_("How free is the person?"), choices=WorkingRelation.choices
    )
    steered_by = fields.line(
        _("Who else decides or pays?"),
        most=150,
        help_text=_(
            "For example an employment service, a school or a court. Leave open if nobody."
        ),
    )
    guide = fields.line(
        _("Who guides the person from your side, and how often?"),
        most=200,
        help_text=_("Only when guidance from outside is needed. It stays with you."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"] = fields.role_field(
            self.offered,
            label=_("What might suit?"),
            help_me=_("We don’t know yet: help to choose"),
        )

    def clean_conditions(self) -> list[str]:
        """Each of them."""
        ticked: list[str] = self.cleaned_data["conditions"]
        if set(ticked) != set(Condition.values):
            raise ValidationError(_now("Tick each of these first."))
        return ticked

    def clean(self) -> dict[str, Any]:
        """A way to reach the person, or a call together; and an honest name for what it is."""
        data = super().clean()
        self._check_name(data)
        if self._is_out_of_reach(data) and "reach" not in self.errors:
            self.add_error("reach", _now("How do we reach them? Or call us together."))
        return data

    def _is_out_of_reach(self, data: dict[str, Any]) -> bool:
        """Without a way of their own. The address of the referrer is none: what we write to a candidate,
        with the link to their own page, is not for who sent them (S1-10, S1-17)."""
        way, reach = data.get("reach") or ("", "")
        if way == "email" and reach == data.get("email", "").lower():
            return True
        return not reach and not data.get("calls_together")

    def _check_name(self, data: dict[str, Any]) -> None:
        """Only what is free is volunteering. Who steers and until when may follow when we talk."""
        if not (data.get("kind") and data.get("working_relation")):
            return
        found = kinds.problems(
            kinds.Terms(
                kind=Kind(data["kind"]),
                started_on=clock.today(),
                working_relation=WorkingRelation(data["working_relation"]),
            )
        )
        if "kind" in found:
            self.add_error("kind", found["kind"])

    def new_referral(self) -> NewReferral:
        """What the service takes in."""
        data = self.cleaned_data
        role, is_undecided = fields.chosen(self.offered, data["role"])
        way, reach = data["reach"] or ("", "")
        person = NewApplication(
            programme_id=role.programme_id,
            vacancy_id=role.vacancy_id,
            is_undecided=is_undecided,
            given_name=data["given_name"],
            email=reach if way == "email" else "",
            phone=reach if way == "phone" else "",
            prefers_phone=way != "email",
            is_reached_otherwise=data["calls_together"],
            language=data["language"],
            age="",
            came_by=CameBy.REFERRAL,
            kind=data["kind"],
            working_relation=data["working_relation"],
            steered_by=data["steered_by"],
            needs_guide=bool(data["guide"]),
            guide=data["guide"],
            sent_as=data["nonce"],
            channel_code=data["channel"],
        )
        return NewReferral(
            application=person,
            conditions=frozenset(data["conditions"]),
            service=data["service"],
            name=data["name"],
            email=data["email"],
            phone=data["phone"],
            language=fields.reader_language(),
            calls_together=data["calls_together"],
        )
