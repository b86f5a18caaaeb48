"""Input about obstacles and what a volunteer asks of us."""

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core.inputs import DayField
from naast.needs.forms.fields import MatchField, choose_from, id_of, text, theme_field
from naast.needs.inputs import AnswerInput, ObstacleInput
from naast.needs.states import PROMISE, Wish
from naast.organisations.choices import ColleagueField
from naast.organisations.models import Membership


class AskUsForm(forms.Form):
    """A volunteer tells what an agency made hard, or asks us for help."""

    wish = forms.ChoiceField(
        label=_("What would help you?"), choices=Wish.choices, widget=forms.RadioSelect
    )
    match = MatchField(
        label=_("Who is it about?"),
        queryset=Match.objects.none(),
        required=False,
        empty_label=_("Nobody in particular"),
    )
    agency = forms.CharField(
        label=_("Which agency, service or desk?"),
        max_length=120,
        help_text=_("Or with whom it got stuck: «the landlord», «the school»."),
    )
    subject = forms.CharField(label=_("What is it about, in a few words?"), max_length=160)
    words = text(_("What happened?"), required=False)
    days_lost = forms.IntegerField(
        label=_("How many days did it cost until now?"),
        min_value=0,
        max_value=1000,
        required=False,
        help_text=_("Days of waiting and running around. A guess is fine."),
    )

    def __init__(self, *args: Any, matches: QuerySet[Match], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, "match", matches)

    def obstacle(self) -> ObstacleInput:
        """What a valid form holds."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "match"}
        return ObstacleInput(**data, match_id=id_of(self.cleaned_data, "match"))


class ObstacleForm(forms.Form):
    """A coordinator writes it down."""

    agency = forms.CharField(label=_("Which agency or service"), max_length=120)
    subject = forms.CharField(label=_("What it is about, in a few words"), max_length=160)
    words = text(_("What happened"), required=False)
    days_lost = forms.IntegerField(
        label=_("Days lost"), min_value=0, max_value=1000, required=False
    )
    wish = forms.ChoiceField(
        label=_("What the volunteer asks of us"), choices=Wish.choices, widget=forms.RadioSelect
    )
    theme = theme_field(required=False)

    def obstacle(self, *, signal_id: UUID | None, match_id: UUID | None) -> ObstacleInput:
        """What a valid form holds."""
        return ObstacleInput(**self.cleaned_data, signal_id=signal_id, match_id=match_id)


class AnswerForm(forms.Form):
    """Our answer: we do it, or we help in another way, or it is done."""

    answer = text(
        _("What the volunteer reads"),
        help_text=_("In plain words: who does what, and what they can count on."),
    )
    done_by = ColleagueField(label=_("Who does it"), queryset=Membership.objects.none())
    do_on = DayField(label=_("On which day"))

    def __init__(
        self, *args: Any, step: str, colleagues: QuerySet[Membership], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if step != PROMISE:
            del self.fields["done_by"], self.fields["do_on"]
        else:
            choose_from(self, "done_by", colleagues)

    def given(self) -> AnswerInput:
        """What a valid form holds."""
        data = self.cleaned_data
        return AnswerInput(data["answer"], id_of(data, "done_by"), data.get("do_on"))
