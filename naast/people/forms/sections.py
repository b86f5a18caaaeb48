"""The sections in which somebody's record is filled in: each one short enough for a phone."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core.inputs import DayField
from naast.people.forms.fields import (
    PhoneField,
    WeekField,
    WordsField,
    YesNoField,
    chosen_from,
    long_text,
    small_number,
    with_empty,
)
from naast.people.forms.languages import LanguagesForm
from naast.people.models import Closeness, Weight
from naast.people.terms import ALLERGIES, CONTACT_KINDS, PETS, STYLES

WORDS_HELP = _("Words with commas between them.")


class BlocksForm(forms.Form):
    """Strengths first, then motives, knowledge, possibilities and wishes (S3-8)."""

    strengths = long_text(
        _("Strengths"), help_text=_("What is this person good at, what gives them energy?")
    )
    motives = long_text(_("Motives"), help_text=_("Why does somebody do this?"))
    knowledge = long_text(_("Knowledge and experience"))
    possibilities = long_text(_("Possibilities"), help_text=_("Time, place, means."))
    wishes = long_text(_("Wishes"), help_text=_("What would they like to do, learn or find?"))
    common_ground = long_text(_("Common ground with the people or the theme"), rows=2)
    professional_past = long_text(_("Professional past"), rows=2)
    since_on = DayField(label=_("Volunteer since"), required=False, widget=forms.DateInput)
    is_discussed = forms.BooleanField(label=_("We talked this through today"), required=False)


class PaidForm(forms.Form):
    """Paid by the organisation as well? Then the task must clearly differ (S1-43)."""

    is_also_staff = forms.BooleanField(label=_("Is also paid by this organisation"), required=False)
    staff_note = long_text(
        _("How the volunteering differs from the job"),
        help_text=_("The law asks for a clearly different task. Write down which."),
    )


class WeekForm(forms.Form):
    """The usual week."""

    weekly = WeekField(label=_("When are you free in a usual week?"))


class SuitsForm(forms.Form):
    """What suits a volunteer, and where their limits are."""

    own_limits = long_text(_("Own limits"), help_text=_("What is too much, or not for you?"))
    refused_tasks = WordsField(label=_("What I don’t do"), required=False, help_text=WORDS_HELP)
    max_matches = small_number(_("At most this many matches"), most=20)
    heaviest = forms.TypedChoiceField(
        label=_("Heaviest match that suits"),
        choices=Weight.choices,
        coerce=int,
        help_text=_("So that nobody is asked for more than they can carry."),
    )
    max_travel_km = small_number(
        _("Travels at most (km)"), most=300, help_text=_("As the crow flies.")
    )
    rather_not_nearby = forms.BooleanField(
        label=_("Rather not in my own neighbourhood"), required=False
    )
    types = chosen_from(CONTACT_KINDS, _("Kind of contact"))
    styles = chosen_from(STYLES, _("Style"))
    closeness = forms.TypedChoiceField(
        label=_("How close"), required=False, coerce=int, empty_value=None
    )
    rhythm_min = small_number(_("Visits in four weeks, at least"), most=28)
    rhythm_max = small_number(_("Visits in four weeks, at most"), most=28)
    term_months = small_number(_("Wants to do this for (months)"), most=120)
    smokes = YesNoField(label=_("Smokes"))
    accepts_smoking = YesNoField(label=_("Fine with smoking"))
    accepts_pets = YesNoField(label=_("Fine with pets"))
    accepts_stairs = YesNoField(label=_("Can climb stairs"))
    allergies = chosen_from(ALLERGIES, _("Allergies"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["closeness"].choices = with_empty(Closeness.choices)  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        least, most = cleaned.get("rhythm_min"), cleaned.get("rhythm_max")
        if least and most and least > most:
            self.add_error("rhythm_max", str(_("This is less than the least.")))
        return cleaned


class FileForm(forms.Form):
    """A participant: strengths and network first, then what a volunteer should know (S1-30)."""

    strengths = long_text(
        _("Strengths"), help_text=_("What is this person good at, what gives them energy?")
    )
    network = long_text(_("People around this person"))
    background = long_text(
        _("What a volunteer should know"),
        help_text=_("Facts, no diagnoses. The person may read this."),
    )
    trusted_name = forms.CharField(label=_("Trusted person"), max_length=150, required=False)
    trusted_phone = PhoneField(label=_("Phone of the trusted person"), required=False)
    home_has_smoker = YesNoField(label=_("Somebody smokes at home"))
    home_has_stairs = YesNoField(label=_("Stairs at home"))
    home_pets = chosen_from(PETS, _("Pets at home"))
    allergies = chosen_from(ALLERGIES, _("Allergies"))
    since_on = DayField(label=_("Known to us since"), required=False, widget=forms.DateInput)
    professional_id = forms.TypedChoiceField(
        label=_("Professional with final responsibility"),
        required=False,
        coerce=UUID,
        empty_value=None,
    )

    def __init__(
        self,
        *args: Any,
        country: str = "BE",
        professionals: list[tuple[str, str]] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.fields["trusted_phone"].country = country  # type: ignore[attr-defined]  # a PhoneField
        self.fields["professional_id"].choices = with_empty(professionals or [])  # type: ignore[attr-defined]  # a ChoiceField


# Field of the form below: kind and stance of the words in it.
TOPIC_FIELDS = {
    "can": ("competence", "can"),
    "knows": ("expertise", "can"),
    "learn": ("competence", "learn"),
    "likes": ("interest", "likes"),
    "rather_not": ("interest", "rather_not"),
    "themes": ("theme", "likes"),
}


class WordsForm(LanguagesForm):
    """Languages with their level, and words about interests, skills and themes."""

    can = WordsField(label=_("Can do"), required=False, help_text=WORDS_HELP)
    knows = WordsField(
        label=_("Can be asked about"),
        required=False,
        help_text=_("What somebody knows well, also from their work: bookkeeping, law, computers."),
    )
    learn = WordsField(label=_("Wants to learn"), required=False)
    likes = WordsField(label=_("Interests"), required=False)
    rather_not = WordsField(label=_("Rather not"), required=False)
    themes = WordsField(label=_("Themes"), required=False)

    @property
    def topic_fields(self) -> list[forms.BoundField]:
        """The bound fields of words."""
        return [self[name] for name in TOPIC_FIELDS]
