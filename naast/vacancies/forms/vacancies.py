"""Input about vacancies and channels, by whoever coordinates."""

from typing import Any

from django import forms
from django.core.validators import URLValidator, validate_slug
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.organisations.actors import Actor
from naast.organisations.models import Function, Location, Membership
from naast.organisations.queries import colleagues
from naast.people import terms
from naast.programmes.forms import LinesField
from naast.vacancies import times
from naast.vacancies.exploration import ENERGY
from naast.vacancies.filled import Words
from naast.vacancies.models import (
    LONGEST_PLAIN,
    LONGEST_TEXT,
    LONGEST_TITLE,
    Channel,
    Company,
    Duration,
    LanguageNeeded,
    Structure,
    Vacancy,
)
from naast.vacancies.queries import staff as queries
from naast.vacancies.services.vacancies import FACTS

WEEK = [(part, str(part)) for part in range(terms.PARTS_A_WEEK)]
MOST_MONTHS, MOST_TIMES = 60, 31
LONGEST_LINE = 200


class FilterForm(forms.Form):
    """What the list shows; its state is in the address."""

    status = forms.ChoiceField(
        label=gettext_lazy("Status"),
        choices=[
            ("", gettext_lazy("Not closed")),
            *Vacancy.Status.choices,
            ("all", gettext_lazy("All")),
        ],
        required=False,
    )
    programme = forms.ChoiceField(label=gettext_lazy("Programme"), required=False)
    place = forms.ChoiceField(label=gettext_lazy("Where"), required=False)
    when = forms.ChoiceField(
        label=gettext_lazy("When"),
        choices=[("", gettext_lazy("At any time")), *times.choices()],
        required=False,
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = [("", _("All"))]
        programmes = [(str(each.pk), each.name) for each in queries.programmes_that_look(actor)]
        self.fields["programme"].choices = every + programmes  # type: ignore[attr-defined]  # a choice
        places = [(place, place) for place in queries.places(actor)]
        self.fields["place"].choices = every + places  # type: ignore[attr-defined]  # a choice


class FactsForm(forms.Form):
    """The facts of a vacancy."""

    duration = forms.ChoiceField(label=gettext_lazy("How long"), choices=Duration.choices)
    commitment_months = forms.IntegerField(
        label=gettext_lazy("We hope for at least (months)"),
        min_value=1,
        max_value=MOST_MONTHS,
        required=False,
    )
    times_a_month = forms.IntegerField(
        label=gettext_lazy("How often in a month"),
        min_value=1,
        max_value=MOST_TIMES,
        required=False,
    )
    weekly = forms.TypedMultipleChoiceField(
        label=gettext_lazy("When in the week (leave open when you agree it together)"),
        choices=WEEK,
        coerce=int,
        required=False,
    )
    location = forms.ModelChoiceField(
        label=gettext_lazy("At which location"), queryset=Location.objects.none(), required=False
    )
    place = forms.CharField(
        label=gettext_lazy("Where, in words"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("A town or neighbourhood: people filter on it."),
    )
    contact = forms.ModelChoiceField(
        label=gettext_lazy("Who answers questions"),
        queryset=Membership.objects.none(),
        required=False,
        help_text=gettext_lazy("The first name stands on the page."),
    )
    requirements = LinesField(
        label=gettext_lazy("What we ask"),
        required=False,
        help_text=gettext_lazy("One sentence on each line. Five at most works best."),
    )
    language_needed = forms.TypedChoiceField(
        label=gettext_lazy("How much Dutch (or French) is needed"),
        choices=LanguageNeeded.choices,
        coerce=int,
    )
    structure = forms.ChoiceField(
        label=gettext_lazy("How fixed"), choices=Structure.choices, widget=forms.RadioSelect
    )
    company = forms.ChoiceField(
        label=gettext_lazy("With whom"), choices=Company.choices, widget=forms.RadioSelect
    )
    gives = forms.MultipleChoiceField(
        label=gettext_lazy("What people do here"),
        choices=list(ENERGY.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("So that whoever explores what suits them finds this role."),
    )
    film_url = forms.URLField(
        label=gettext_lazy("Link to a film"),
        required=False,
        assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("location", queries.locations(actor), lambda it: it.name)
        staff = colleagues(actor, Function.COORDINATOR, Function.COACH, Function.PROFESSIONAL)
        self._offer("contact", staff, lambda it: it.user.name)

    def _offer(self, name: str, rows: Any, label: Any) -> None:
        self.fields[name].queryset = rows  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields[name].label_from_instance = label  # type: ignore[attr-defined]  # idem

    def clean_requirements(self) -> list[str]:
        """Sentences, not stories."""
        asked: list[str] = self.cleaned_data["requirements"]
        if any(len(sentence) > LONGEST_LINE for sentence in asked):
            raise forms.ValidationError(
                _("One of these is longer than %(most)s characters. Say it shorter.")
                % {"most": LONGEST_LINE}
            )
        return asked

    def clean_weekly(self) -> int | None:
        """The parts of the week as one number; none means: to be agreed."""
        return terms.mask_of(self.cleaned_data["weekly"]) or None

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take; only after `is_valid()`."""
        return {name: self.cleaned_data[name] for name in FACTS}


class TextForm(forms.Form):
    """A vacancy in one language."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=LONGEST_TITLE)
    text = forms.CharField(
        label=gettext_lazy("Text"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy(
            "Short: at most 1,500 characters. Say «you», and one thing at a time."
        ),
    )
    plain = forms.CharField(
        label=gettext_lazy("The same, short and plain"),
        max_length=LONGEST_PLAIN,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        help_text=gettext_lazy(
            "Three or four short sentences, for the poster and for who is still learning the language."
        ),
    )

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = language
        for name in TextForm.base_fields:
            self.fields[name].widget.attrs["lang"] = language

    @property
    def words(self) -> Words:
        """What the services take; only after `is_valid()`."""
        data = self.cleaned_data
        return Words(
            language=self.language, title=data["title"], text=data["text"], plain=data["plain"]
        )


class NewVacancyForm(TextForm, FactsForm):
    """A whole vacancy at once, filled in from a programme."""


def initial_facts(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts as a form shows them."""
    return facts | {"weekly": terms.parts_of(facts.get("weekly"))}


def facts_now(vacancy: Vacancy) -> dict[str, Any]:
    """The facts of a vacancy, for its form."""
    now = {name: getattr(vacancy, name) for name in FACTS}
    return initial_facts(now)


class ChannelForm(forms.Form):
    """One way in which people hear of us."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=80)
    code = forms.CharField(
        label=gettext_lazy("Short name in links"),
        max_length=40,
        validators=[validate_slug],
        help_text=gettext_lazy(
            "Letters, numbers and hyphens. Links and posters that are out there keep the old one."
        ),
    )
    circle = forms.ChoiceField(
        label=gettext_lazy("Whom it reaches"),
        choices=Channel.Circle.choices,
        widget=forms.RadioSelect,
    )
    cost = forms.DecimalField(
        label=gettext_lazy("What it costs a year (euro)"),
        min_value=0,
        max_digits=9,
        decimal_places=2,
        initial=0,
    )
    note = forms.CharField(label=gettext_lazy("Good to know"), max_length=200, required=False)
    is_used = forms.BooleanField(label=gettext_lazy("We use it now"), required=False, initial=True)


def channel_now(channel: Channel) -> dict[str, Any]:
    """A channel for its form."""
    return {name: getattr(channel, name) for name in ChannelForm.base_fields}
