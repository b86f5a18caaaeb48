"""Input of who listens."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.complaints.forms.fields import HOW_STAFF, SeenFields, listeners, one_of, text
from naast.complaints.inputs import Answer, HouseTerms, OtherSide, TalkPlan, Told
from naast.complaints.models import ComplaintTerms
from naast.complaints.queries.complaints import Ear
from naast.complaints.states import Content, NoTalk, Side, View, Yes
from naast.core import clock
from naast.core.inputs import DayField, hour_field
from naast.organisations.models import Membership
from naast.people.models import Person


class FindOtherForm(forms.Form):
    """Who sits on the other side."""

    volunteer = forms.ChoiceField(label=_("A volunteer"), required=False)
    colleague = forms.ChoiceField(
        label=_("A colleague"),
        required=False,
        help_text=_("Also who answers for a rule or a decision."),
    )
    name = forms.CharField(label=_("Or a name"), max_length=150, required=False)

    def __init__(
        self,
        *args: Any,
        people: Iterable[Person],
        staff: Iterable[Membership],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        nobody = ("", "—")
        self.fields["volunteer"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            nobody,
            *((str(person.pk), person.name) for person in people),
        ]
        self.fields["colleague"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            nobody,
            *((str(member.pk), member.user.name) for member in staff),
        ]

    def other(self) -> OtherSide:
        """What the service takes in."""
        data = self.cleaned_data
        return OtherSide(
            person_id=UUID(data["volunteer"]) if data["volunteer"] else None,
            membership_id=UUID(data["colleague"]) if data["colleague"] else None,
            name=data["name"],
        )


class ShareForm(forms.Form):
    """What the other side reads."""

    words = text(
        _("What may the other side read?"),
        rows=6,
        help_text=_(
            "Talk these words through with who told it. Facts, no names that they did not agree to."
        ),
    )


class NoteSeenForm(SeenFields):
    """What somebody saw or heard, told to who listens."""

    side = one_of(_("Who brings this in?"), Side.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["how"].choices = HOW_STAFF  # type: ignore[attr-defined]  # a ChoiceField


class ToldForm(forms.Form):
    """What one side told who listens."""

    how = one_of(_("How do we know?"), [])
    words = text(_("In their words"), rows=5, required=False)
    choices: Any = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["how"].choices = self.choices  # type: ignore[attr-defined]  # a ChoiceField

    def told(self, side: str) -> Told:
        """What the service takes in."""
        return Told(
            side=side, how=self.cleaned_data["how"], words=self.cleaned_data.get("words", "")
        )


class NoteViewForm(ToldForm):
    """How one side sees it."""

    choices = [
        (View.WRITTEN_DOWN.value, _("They told me: I write it in their words")),
        (View.DID_NOT_WANT.value, _("They would rather not say")),
    ]


class NoteDayForm(ToldForm):
    """What one side said about the day."""

    choices = [
        (Yes.YES.value, _("Yes, it suits")),
        (Yes.NO.value, _("No, it does not suit")),
    ]


class NoteBackForm(ToldForm):
    """How one side looks back."""

    choices = Content.choices
    words = None  # type: ignore[assignment]  # takes the field of the form above away


class PlanForm(forms.Form):
    """Day, hour, place, and who leads the talk."""

    day = DayField(label=_("Day"))
    hour = hour_field(_("Hour"))
    place = forms.CharField(
        label=_("Where"), max_length=200, help_text=_("A calm place that is nobody’s own ground.")
    )
    mediator = one_of(_("Who leads the talk?"), [])

    def __init__(self, *args: Any, ears: Iterable[Ear], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mediator"].choices = listeners(ears)  # type: ignore[attr-defined]  # a ChoiceField

    def plan(self) -> TalkPlan:
        """What the service takes in."""
        data = self.cleaned_data
        return TalkPlan(
            starts_at=clock.at(data["day"], data["hour"]),
            place=data["place"],
            mediator_id=UUID(data["mediator"]),
        )


class HoldForm(forms.Form):
    """What was said at the table."""

    words = text(
        _("What was said?"),
        rows=6,
        help_text=_("Short, in words that both recognise. Both read it."),
    )


class NoTalkForm(forms.Form):
    """Why the two don’t talk directly."""

    reason = one_of(_("Why is there no talk together?"), NoTalk.choices)
    words = text(_("In a few words"), rows=3, help_text=_("Both read it."))


def _look_back(weeks: int) -> Any:
    return clock.today() + timedelta(weeks=weeks)


class AnswerForm(forms.Form):
    """The answer both read."""

    outcome = text(_("What did you find?"), rows=5, help_text=_("In words for both."))
    agreed = text(_("What was agreed?"), rows=4, help_text=_("Who does what, and when."))
    went_well = text(_("What went well?"), rows=2, required=False)
    look_back_on = DayField(label=_("We look back together on"))

    def __init__(self, *args: Any, weeks: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["look_back_on"].initial = _look_back(weeks)

    def answer(self) -> Answer:
        """What the service takes in."""
        return Answer(**self.cleaned_data)


class CannotForm(forms.Form):
    """Words for both when nobody saw or heard it themselves."""

    words = text(
        _("What do you tell who complained?"),
        help_text=_("Why it can’t be looked at, and what they can do."),
    )
    other_words = text(
        _("What do you tell the other side?"),
        required=False,
        help_text=_("Only when they were asked already."),
    )


class PassOnForm(forms.Form):
    """What the contact person must know."""

    words = text(
        _("What must the contact person know?"),
        help_text=_("Facts. The name of who told it is not passed on."),
    )
    is_now = forms.BooleanField(label=_("Somebody is in danger now"), required=False)


class TermsForm(forms.Form):
    """The terms of the house and its body for appeal."""

    confirm_days = forms.IntegerField(
        label=_("Confirm within so many working days"), min_value=1, max_value=10
    )
    answer_weeks = forms.IntegerField(
        label=_("Answer within so many weeks"), min_value=1, max_value=26
    )
    look_back_weeks = forms.IntegerField(
        label=_("Look back after so many weeks"), min_value=1, max_value=26
    )
    appeal_name = forms.CharField(label=_("Body for appeal"), max_length=160, required=False)
    appeal_address = forms.CharField(label=_("Its address"), max_length=200, required=False)
    appeal_phone = forms.CharField(label=_("Its phone"), max_length=40, required=False)

    @classmethod
    def start(cls, terms: ComplaintTerms) -> dict[str, object]:
        """What holds now."""
        return {name: getattr(terms, name) for name in cls.base_fields}

    def terms(self) -> HouseTerms:
        """What the service takes in."""
        return HouseTerms(**self.cleaned_data)
