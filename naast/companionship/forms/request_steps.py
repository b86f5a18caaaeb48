"""Small forms around a wish: the participant's own words, the yes, goals, support, proposing."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.companionship.models import Request
from naast.companionship.wishes import NewGoal, NewRequest, Particulars, Wishes, Yes
from naast.core import clock
from naast.core.inputs import DayField
from naast.people import terms
from naast.people.models import Consent
from naast.programmes.models import Programme

HOW = [choice for choice in Consent.How.choices if choice[0] != Consent.How.ON_SCREEN]


def _past(day: date | None) -> date | None:
    if day is not None and day > clock.today():
        raise ValidationError(_("This day is still to come."))
    return day


class OwnWishForm(forms.Form):
    """What a participant writes on their own phone: three things, in plain words."""

    own_words = forms.CharField(
        label=gettext_lazy("What would you like?"),
        help_text=gettext_lazy("Write it in your own words. A few words are enough."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
    )
    pace = forms.CharField(
        label=gettext_lazy("What matters to you?"),
        help_text=gettext_lazy("For example: take it slowly, or first talk on the phone."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        required=False,
    )
    weekly = forms.TypedMultipleChoiceField(
        label=gettext_lazy("When does it suit you?"),
        choices=[(part, str(part)) for part in range(terms.PARTS_A_WEEK)],
        coerce=int,
        required=False,
    )


class NewOwnWishForm(OwnWishForm):
    """A new wish of a participant, with their yes on the screen."""

    programme = forms.ModelChoiceField(
        label=gettext_lazy("What is it about?"),
        queryset=Programme.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    says_yes = forms.BooleanField(
        label=gettext_lazy("Yes, a volunteer may come to me"),
        help_text=gettext_lazy("You can always change your mind."),
        required=False,
    )

    def __init__(self, *args: Any, programmes: QuerySet[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["programme"]
        field.queryset = programmes  # type: ignore[attr-defined]  # a model choice
        field.label_from_instance = _name  # type: ignore[attr-defined]  # a model choice

    def new_request(self, person_id: Any) -> NewRequest:
        """What the service takes in."""
        data = self.cleaned_data
        return NewRequest(
            participant_id=person_id,
            programme_id=data["programme"].pk,
            particulars=Particulars(
                wishes=Wishes(
                    own_words=data["own_words"],
                    pace=data["pace"],
                    weekly=terms.mask_of(data["weekly"]) or None,
                )
            ),
            asked_on=clock.today(),
            consent=Yes(clock.today(), Consent.How.ON_SCREEN) if data["says_yes"] else None,
        )


def _name(programme: Programme) -> str:
    return programme.name


class ConsentForm(forms.Form):
    """How and when the participant said yes."""

    how = forms.ChoiceField(
        label=gettext_lazy("How did the participant say yes?"),
        choices=HOW,
        widget=forms.RadioSelect,
    )
    given_on = DayField(label=gettext_lazy("Said yes on"))

    def clean_given_on(self) -> date | None:
        """A yes is written down after it was given."""
        return _past(self.cleaned_data["given_on"])

    def yes(self) -> Yes:
        """What the service takes in."""
        return Yes(self.cleaned_data["given_on"], self.cleaned_data["how"])


class ReviewForm(forms.Form):
    """When the wish is looked at again."""

    review_on = DayField(label=gettext_lazy("Look again on"))


class SupportForm(forms.Form):
    """What helps while waiting (S1-32)."""

    support = forms.CharField(
        label=gettext_lazy("What helps while waiting?"),
        help_text=gettext_lazy(
            "For example: a call every week, or coffee in the meeting house. Empty it when nothing is arranged any more."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )
    on = DayField(label=gettext_lazy("From"))


class GoalForm(forms.Form):
    """A goal of the participant, or the place for one that is still to be found."""

    text = forms.CharField(
        label=gettext_lazy("The goal, in the participant’s own words"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )
    is_still_to_explore = forms.BooleanField(label=gettext_lazy("Still to explore"), required=False)
    review_on = DayField(
        label=gettext_lazy("Look again on"),
        required=False,
        help_text=gettext_lazy("Needed when it is still to explore."),
    )
    consulted_on = DayField(
        label=gettext_lazy("In consultation with the participant on"), required=False
    )

    def __init__(self, *args: Any, is_own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_own:
            del self.fields["consulted_on"]
            self.fields["text"].label = _("What would you like to reach?")

    def goal(self) -> NewGoal:
        """What the service takes in."""
        data = self.cleaned_data
        return NewGoal(
            text=data["text"],
            is_still_to_explore=data["is_still_to_explore"],
            consulted_on=data.get("consulted_on"),
            review_on=data["review_on"],
        )


class DropGoalForm(forms.Form):
    """A goal that no longer holds."""

    consulted_on = DayField(
        label=gettext_lazy("In consultation with the participant on"), required=False
    )

    def __init__(self, *args: Any, is_own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_own:
            del self.fields["consulted_on"]


class ProposeForm(forms.Form):
    """Who is proposed, and why."""

    volunteer = forms.UUIDField(widget=forms.HiddenInput)
    why = forms.CharField(
        label=gettext_lazy("Why this person?"),
        help_text=gettext_lazy("One line for yourself and your colleagues."),
        max_length=500,
        required=False,
    )


class PersonForm(forms.Form):
    """One person, by id."""

    person = forms.UUIDField(widget=forms.HiddenInput)


class FilterForm(forms.Form):
    """Which wishes the list shows."""

    status = forms.ChoiceField(
        label=gettext_lazy("Status"),
        choices=[
            ("", gettext_lazy("All that are open")),
            ("all", gettext_lazy("Every status")),
            *Request.Status.choices,
        ],
        required=False,
    )
    programme = forms.ChoiceField(label=gettext_lazy("Programme"), required=False)

    def __init__(self, *args: Any, programmes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Every programme")), *programmes]
        self.fields["programme"].choices = choices  # type: ignore[attr-defined]  # a choice


class FindForm(forms.Form):
    """For whom the wish is."""

    q = forms.CharField(
        label=gettext_lazy("Name of the participant"), max_length=100, required=False
    )
