"""Forms about a person: coming on the list, and who and where they are."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.people.forms.fields import PhoneField, long_text, with_empty
from naast.people.forms.why import WHAT_TO_CALL_THEM
from naast.people.models import Gender


class ContactForm(forms.Form):
    """Who somebody is and how to reach them."""

    given_name = forms.CharField(label=_("First name"), max_length=100, help_text=WHAT_TO_CALL_THEM)
    family_name = forms.CharField(label=_("Family name"), max_length=150, required=False)
    birth_on = forms.DateField(label=_("Date of birth"), required=False, widget=forms.DateInput)
    gender = forms.ChoiceField(
        label=_("Gender"),
        required=False,
        help_text=_("Only used where somebody asks for it in a match."),
    )
    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = PhoneField(label=_("Phone"), required=False)
    street = forms.CharField(label=_("Street and number"), max_length=160, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    place = forms.CharField(
        label=_("Place"),
        max_length=120,
        required=False,
        help_text=_("Used for distances as the crow flies."),
    )
    prefers_paper = forms.BooleanField(label=_("Rather by phone or on paper"), required=False)
    external_id = forms.CharField(label=_("Number in your own list"), max_length=60, required=False)

    def __init__(self, *args: Any, country: str = "BE", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["phone"].country = country  # type: ignore[attr-defined]  # a PhoneField
        self.fields["gender"].choices = with_empty(Gender.choices)  # type: ignore[attr-defined]  # a ChoiceField


class NewPersonForm(forms.Form):
    """The few things needed to begin; the rest comes while getting to know each other."""

    given_name = forms.CharField(label=_("First name"), max_length=100, help_text=WHAT_TO_CALL_THEM)
    family_name = forms.CharField(label=_("Family name"), max_length=150, required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = PhoneField(label=_("Phone"), required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    birth_on = forms.DateField(label=_("Date of birth"), required=False, widget=forms.DateInput)
    prefers_paper = forms.BooleanField(label=_("Rather by phone or on paper"), required=False)
    strengths = long_text(
        _("Strengths"), help_text=_("What is this person good at, what gives them energy?")
    )

    def __init__(self, *args: Any, country: str = "BE", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["phone"].country = country  # type: ignore[attr-defined]  # a PhoneField


class NewVolunteerForm(NewPersonForm):
    """A volunteer begins by getting to know each other, or is active already."""

    is_known = forms.BooleanField(
        label=_("Is a volunteer here already"),
        required=False,
        help_text=_("Otherwise you get to know each other first."),
    )


class NewParticipantForm(NewPersonForm):
    """A participant, with the professional who keeps final responsibility."""

    professional_id = forms.TypedChoiceField(
        label=_("Professional with final responsibility"),
        required=False,
        coerce=UUID,
        empty_value=None,
    )

    def __init__(self, *args: Any, professionals: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["professional_id"].choices = with_empty(professionals)  # type: ignore[attr-defined]  # a ChoiceField


class ListForm(forms.Form):
    """The filter above a list; it lives in the address."""

    q = forms.CharField(label=_("Name, place or phone"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    topic = forms.ChoiceField(label=_("Skill, interest or theme"), required=False)
    expertise = forms.CharField(label=_("Knows about…"), max_length=80, required=False)
    status = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        languages: list[tuple[str, str]],
        topics: list[tuple[str, str]],
        asks_expertise: bool,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        if not asks_expertise:
            del self.fields["expertise"]
        everything = [("", _("All"))]
        self.fields["language"].choices = [*everything, *languages]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["topic"].choices = [*everything, *topics]  # type: ignore[attr-defined]  # a ChoiceField
