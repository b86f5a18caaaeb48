"""What the forms of candidates, and of whoever writes for them, have in common."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import validate_email
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.people import terms
from naast.people.forms.fields import PhoneField, WeekField
from naast.people.forms.languages import LanguagesForm
from naast.recruitment.barriers import BARRIERS
from naast.recruitment.models import Age, FreeChoice, Occasion
from naast.recruitment.queries.roles import Role

NOT_SAID = ("", _("We’ll see"))
TERMS = (
    NOT_SAID,
    ("1", _("once, or a few times")),
    ("3", _("about three months")),
    ("6", _("about half a year")),
    ("12", _("a year")),
    ("24", _("longer")),
)
RHYTHMS = (
    NOT_SAID,
    ("1", _("about once a month")),
    ("2", _("about every two weeks")),
    ("4", _("about every week")),
    ("8", _("about twice a week")),
)
HELP_ME = "help"


def own_languages() -> list[tuple[str, str]]:
    """The languages we write in, each in its own words."""
    return [
        (code, str(get_language_info(code)["name_local"]).capitalize())
        for code, _name in settings.LANGUAGES
    ]


def words(label: Any, *, rows: int = 3, help_text: Any = "") -> forms.CharField:
    """A few sentences that may stay open."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=3_000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def line(label: Any, *, most: int = 120, help_text: Any = "", auto: str = "") -> forms.CharField:
    """One line that may stay open; `auto` says what the browser may fill in."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=most,
        widget=forms.TextInput(attrs={"autocomplete": auto or "off"}),
    )


class ReachField(forms.CharField):
    """One way to reach somebody, whichever they have; cleans to («email» or «phone», what it is), or to
    nothing."""

    def __init__(self, *, country: str = "BE", **options: Any) -> None:
        self.country = country
        super().__init__(max_length=254, **options)

    def clean(self, value: Any) -> Any:
        text: str = super().clean(value)
        if not text:
            return ""
        if "@" not in text:
            return "phone", PhoneField(country=self.country).clean(text)
        validate_email(text)
        return "email", text.lower()


class TimeForm(forms.Form):
    """When, for how long and how often."""

    weekly = WeekField(label=_("When am I free?"))
    term_months = forms.TypedChoiceField(
        label=_("For how long?"), choices=TERMS, coerce=int, empty_value=None, required=False
    )
    times_a_month = forms.TypedChoiceField(
        label=_("How often?"), choices=RHYTHMS, coerce=int, empty_value=None, required=False
    )


class TellForm(forms.Form):
    """What I like, can and hope for, instead of a CV (S1-204, S1-249)."""

    likes = words(
        _("What do I like to do?"), help_text=_("For example: cooking, talking, being outside.")
    )
    can = words(
        _("What can I do?"),
        help_text=_("No diploma needed. What do people ask your help for?"),
    )
    why_here = words(_("Why here, with us?"))


class MoreForm(LanguagesForm):
    """What somebody may tell if they like."""

    # Enough to begin with; the rest comes when we talk.
    rows = 2
    family_name = line(_("Family name"), most=150, auto="family-name")
    place = line(_("Where do I live? The town is enough."), auto="address-level2")
    professional_past = words(
        _("Which work do I do, or did I do?"),
        rows=2,
        help_text=_(
            "So that we can talk about it, and about which hat you would like to wear here."
        ),
    )
    brings_along = line(
        _("Whom do I bring along?"),
        help_text=_(
            "A friend, a counsellor, your sister: who comes with you to the first talk is as welcome as you are."
        ),
    )
    support_wishes = forms.MultipleChoiceField(
        label=_("What helps me to do it well?"),
        choices=list(terms.SUPPORT_WISHES.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    barriers = forms.MultipleChoiceField(
        label=_("What stands in the way?"),
        help_text=_(
            "We look for a solution together: a ticket, another hour, somebody who explains."
        ),
        choices=list(BARRIERS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    barrier_words = line(_("What is it exactly?"), most=300)
    via = line(_("Who told me about you?"))
    heard_by = forms.ChoiceField(label=_("How did I hear about you?"), required=False)
    occasion = forms.ChoiceField(
        label=_("How did I come to think of it?"),
        choices=[("", _("Rather not say")), *Occasion.choices],
        required=False,
    )

    def offer_channels(self, channels: list[tuple[str, str]]) -> None:
        """The channels to choose from; without any the question is not asked (S1-64)."""
        if channels:
            choices = [("", _("Rather not say")), *channels]
            self.fields["heard_by"].choices = choices  # type: ignore[attr-defined]  # a choice
        else:
            del self.fields["heard_by"]

    @property
    def is_open(self) -> bool:
        """Whether the fold with these fields has to stand open: something in it needs another look."""
        own = {
            *MoreForm.base_fields,
            *(bound.name for row in self.language_fields for bound in row),
        }
        return not own.isdisjoint(self.errors)

    def more(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """These answers as an application keeps them."""
        names = ("family_name", "place", "professional_past", "brings_along", "via", "occasion")
        return {
            **{name: data[name] for name in names},
            "languages": self.languages(),
            # Once each, however often they were sent.
            "support_wishes": tuple(dict.fromkeys(data["support_wishes"])),
            "barriers": barriers_of(data["barriers"], data["barrier_words"]),
        }


def barriers_of(codes: Iterable[str], said: str) -> dict[str, str]:
    """The codes that were ticked; what was said stands with the only one, or with «something else»."""
    found = dict.fromkeys(codes, "")
    if said:
        found[next(iter(found)) if len(found) == 1 else "other"] = said
    return found


def free_choice_field() -> forms.ChoiceField:
    """Asked in private: the sentence under it says who reads the answer (S1-10)."""
    return forms.ChoiceField(
        label=_("Is this your own choice?"),
        help_text=_(
            "Only the coordinator reads this. Who sent you here never hears it, and no answer is wrong."
        ),
        choices=FreeChoice.choices,
        required=False,
        widget=forms.RadioSelect,
    )


def age_field(*, required: bool) -> forms.ChoiceField:
    """As little as the rules ask: four choices, no date of birth."""
    return forms.ChoiceField(
        label=_("How old am I?"),
        help_text=_("Younger than 18? Then we ask a parent later on, together with you."),
        choices=Age.choices,
        required=required,
        widget=forms.RadioSelect,
    )


def role_field(
    offered: list[Role],
    *,
    label: Any = _("What would I like to do?"),
    help_me: Any = _("I don’t know yet: help me choose"),
) -> forms.ChoiceField:
    """Which role; «help me choose» comes last and is as good an answer."""
    choices: list[tuple[str, Any]] = [(role.key, role.title) for role in offered]
    return forms.ChoiceField(
        label=label, choices=[*choices, (HELP_ME, help_me)], widget=forms.RadioSelect
    )


def chosen(offered: list[Role], key: str) -> tuple[Role, bool]:
    """The role behind a key, and whether somebody would rather be helped to choose: then the first one
    keeps them until a person has talked with them."""
    if key == HELP_ME:
        first = offered[0]
        return Role(HELP_ME, "", first.programme_id), True
    return next(role for role in offered if role.key == key), False


def need_one_way(form: forms.Form, email: str, phone: str) -> None:
    """An error beside the first of two fields, when both stayed empty."""
    if not email and not phone and not ({"email", "phone"} & set(form.errors)):
        form.add_error(
            "email",
            _now("Fill in your e-mail address or your phone number, so that we can answer."),
        )


def reader_language() -> str:
    """The language in which this page is read: that of the answer."""
    return (get_language() or "nl")[:2]
