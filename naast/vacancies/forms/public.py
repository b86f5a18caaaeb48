"""Input on public pages: what somebody looks for, and what they find out about themselves. Nothing is kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.vacancies import times
from naast.vacancies.exploration import ENERGY, LENGTHS, Answers
from naast.vacancies.models import Company, Duration, Structure
from naast.vacancies.queries.public import Offer, Wanted

OPEN = ("", gettext_lazy("I don’t know yet"))


class SearchForm(forms.Form):
    """The filters of the public list; each may stay open."""

    when = forms.MultipleChoiceField(
        label=gettext_lazy("When"),
        choices=times.choices(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    duration = forms.ChoiceField(
        label=gettext_lazy("How long"),
        choices=[("", gettext_lazy("Any length")), *Duration.choices],
        required=False,
    )
    programme = forms.ChoiceField(label=gettext_lazy("For what"), required=False)
    place = forms.ChoiceField(label=gettext_lazy("Where"), required=False)
    any_language = forms.BooleanField(
        label=gettext_lazy("It doesn’t matter which language I speak"), required=False
    )

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programmes = [("", _("Everything")), *offer.programmes.items()]
        self.fields["programme"].choices = programmes  # type: ignore[attr-defined]  # a choice
        places = [("", _("Everywhere")), *((place, place) for place in offer.places)]
        self.fields["place"].choices = places  # type: ignore[attr-defined]  # a choice

    @property
    def wanted(self) -> Wanted:
        """What was asked for; a choice that isn't there any more counts as open."""
        data = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return Wanted(
            when=tuple(data.get("when", ())),
            duration=data.get("duration", ""),
            programme_id=data.get("programme", ""),
            place=data.get("place", ""),
            any_language=data.get("any_language", False),
        )


class ExploreForm(forms.Form):
    """What gives energy and what takes it, and how somebody likes to work."""

    gives = forms.MultipleChoiceField(
        label=gettext_lazy("What gives you energy?"),
        choices=list(ENERGY.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Think of an hour that flew by. What were you doing?"),
    )
    eats = forms.MultipleChoiceField(
        label=gettext_lazy("And what costs you energy?"),
        choices=list(ENERGY.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Nobody likes everything. Knowing this helps you to choose."),
    )
    structure = forms.ChoiceField(
        label=gettext_lazy("How fixed may it be?"),
        choices=[*Structure.choices[:2], OPEN],
        required=False,
        widget=forms.RadioSelect,
    )
    company = forms.ChoiceField(
        label=gettext_lazy("On your own, or together?"),
        choices=[*Company.choices[:2], OPEN],
        required=False,
        widget=forms.RadioSelect,
    )
    duration = forms.ChoiceField(
        label=gettext_lazy("Short, or for longer?"),
        choices=[*LENGTHS.items(), OPEN],
        required=False,
        widget=forms.RadioSelect,
    )
    when = forms.MultipleChoiceField(
        label=gettext_lazy("When do you have time?"),
        choices=times.choices(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def clean(self) -> dict[str, Any]:
        """What both gives and costs energy says nothing yet: ask again."""
        data = super().clean() or {}
        both = [ENERGY[code] for code in data.get("gives", []) if code in data.get("eats", [])]
        if both:
            raise forms.ValidationError(
                _("«%(what)s» stands in both lists. Does it give you more than it costs?")
                % {"what": both[0]}
            )
        return data

    @property
    def is_asked(self) -> bool:
        """Whether the questions stand open: until they are answered well."""
        return not self.is_bound or bool(self.errors) or self.answers.is_empty

    @property
    def answers(self) -> Answers:
        """What was found out; only after `is_valid()`."""
        data = self.cleaned_data
        return Answers(
            gives=tuple(data["gives"]),
            eats=tuple(data["eats"]),
            structure=data["structure"],
            company=data["company"],
            duration=data["duration"],
            when=tuple(data["when"]),
        )
