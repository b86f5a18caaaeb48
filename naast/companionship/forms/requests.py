"""Writing down a wish: the long form with a coordinator, the short one on a participant's phone."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.companionship.models import Request
from naast.companionship.wishes import Home, NewRequest, Particulars, Wishes, Yes
from naast.core import clock
from naast.core.inputs import DayField
from naast.people import terms
from naast.people.models import (
    Closeness,
    Consent,
    Gender,
    ParticipantProfile,
    PersonLanguage,
    Topic,
)
from naast.programmes.models import Programme

LEVELS = PersonLanguage.Level
NOT_ASKED = ("", gettext_lazy("Not asked yet"))
YES_NO = (NOT_ASKED, ("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No")))
RHYTHMS = (
    NOT_ASKED,
    ("1", gettext_lazy("about once in four weeks")),
    ("2", gettext_lazy("about every two weeks")),
    ("4", gettext_lazy("about every week")),
    ("8", gettext_lazy("about twice a week")),
)
TERMS = (
    NOT_ASKED,
    ("3", gettext_lazy("three months")),
    ("6", gettext_lazy("half a year")),
    ("12", gettext_lazy("a year")),
    ("24", gettext_lazy("two years")),
)
HOW_ASKED = [choice for choice in Consent.How.choices if choice[0] != Consent.How.ON_SCREEN]
HOW_OTHERS = (("", gettext_lazy("No yes yet")), *HOW_ASKED)
WEEK = [(part, str(part)) for part in range(terms.PARTS_A_WEEK)]


def _several(label: Any, choices: Any, **more: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        **more,
    )


def _words(label: Any, *, rows: int = 3, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, widget=forms.Textarea(attrs={"rows": rows}), max_length=4000, **more
    )


def _number(value: str) -> int | None:
    return int(value) if value else None


def _answer(value: str) -> bool | None:
    return {"yes": True, "no": False}.get(value)


def _asked_answer(value: bool | None) -> str:
    return {True: "yes", False: "no"}.get(value, "") if value is not None else ""


class WishesForm(forms.Form):
    """What somebody would like, and what not. Everything but the words may stay open."""

    own_words = _words(
        gettext_lazy("The wish, in the participant’s own words"),
        rows=5,
        help_text=gettext_lazy(
            "Write it as it was said. The volunteer reads this once both said yes."
        ),
    )
    pace = _words(
        gettext_lazy("How to go about it, and how fast"),
        required=False,
        help_text=gettext_lazy("For example: first a coffee with the three of us."),
    )
    first_language = forms.ChoiceField(label=gettext_lazy("Talks in"), required=False)
    first_level = forms.TypedChoiceField(
        label=gettext_lazy("How well"),
        choices=LEVELS.choices,
        coerce=int,
        required=False,
        empty_value="2",
    )
    second_language = forms.ChoiceField(label=gettext_lazy("Or in"), required=False)
    second_level = forms.TypedChoiceField(
        label=gettext_lazy("How well"),
        choices=LEVELS.choices,
        coerce=int,
        required=False,
        empty_value="2",
    )
    weekly = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Good times in the week"), choices=WEEK, coerce=int, required=False
    )
    rhythm = forms.ChoiceField(label=gettext_lazy("How often"), choices=RHYTHMS, required=False)
    term_months = forms.ChoiceField(
        label=gettext_lazy("For how long"), choices=TERMS, required=False
    )
    type = forms.ChoiceField(
        label=gettext_lazy("What kind of contact"),
        choices=[NOT_ASKED, *terms.CONTACT_KINDS.items()],
        required=False,
    )
    styles = _several(gettext_lazy("How to spend the time"), terms.STYLES.items())
    closeness = forms.ChoiceField(
        label=gettext_lazy("How close"), choices=[NOT_ASKED, *Closeness.choices], required=False
    )
    genders = _several(
        gettext_lazy("Rather a"),
        Gender.choices,
        help_text=gettext_lazy("Only when the participant asks for it."),
    )
    max_km = forms.IntegerField(
        label=gettext_lazy("Lives within (km)"), min_value=1, max_value=200, required=False
    )
    rather_not_nearby = forms.BooleanField(
        label=gettext_lazy("Rather nobody from my neighbourhood"), required=False
    )
    no_smoker = forms.BooleanField(label=gettext_lazy("Rather nobody who smokes"), required=False)
    home_has_smoker = forms.ChoiceField(
        label=gettext_lazy("Somebody smokes at home"), choices=YES_NO, required=False
    )
    home_has_stairs = forms.ChoiceField(
        label=gettext_lazy("There are stairs that can’t be avoided"), choices=YES_NO, required=False
    )
    home_pets = _several(gettext_lazy("Pets at home"), terms.PETS.items())
    allergies = _several(gettext_lazy("Allergies of who lives there"), terms.ALLERGIES.items())
    tasks = _several(
        gettext_lazy("What can’t be missed"),
        (),
        help_text=gettext_lazy("Volunteers who don’t do this are left out."),
    )
    topics = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Somebody who knows this from their own life"),
        queryset=Topic.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    own_criteria = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Own wish about who somebody is"),
        queryset=Topic.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "Only when the participant brings it up, and says that it may be used."
        ),
    )
    own_criteria_yes = forms.BooleanField(
        label=gettext_lazy("The participant says yes: this own wish may be used"), required=False
    )

    def __init__(
        self, *args: Any, topics: Iterable[Topic] = (), tasks: Sequence[str] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        languages = [("", _("No preference")), *terms.language_choices()]
        self.fields["first_language"].choices = languages  # type: ignore[attr-defined]  # a choice
        self.fields["second_language"].choices = languages  # type: ignore[attr-defined]  # a choice
        self._offer(list(topics))
        self.fields["tasks"].choices = [(task, task) for task in tasks]  # type: ignore[attr-defined]  # a choice
        if not tasks:
            del self.fields["tasks"]
        self._keep_what_is_there()

    def _offer(self, topics: list[Topic]) -> None:
        """Topics of this organisation; a group without any stays away."""
        own = [topic.pk for topic in topics if topic.kind == Topic.Kind.OWN_CRITERION]
        others = [topic.pk for topic in topics if topic.kind != Topic.Kind.OWN_CRITERION]
        for name, ids in (("topics", others), ("own_criteria", own)):
            field = self.fields[name]
            field.queryset = Topic.objects.filter(pk__in=ids)  # type: ignore[attr-defined]  # a model choice
            field.label_from_instance = _topic_name  # type: ignore[attr-defined]  # a model choice
            if not ids:
                del self.fields[name]
        if not own:
            del self.fields["own_criteria_yes"]

    def _keep_what_is_there(self) -> None:
        """Values that came with a list and that this form does not offer stay choices, or a change of
        something else would lose them."""
        for name, field in self.fields.items():
            known = self.initial.get(name)
            if (
                isinstance(field, forms.ChoiceField)
                and not isinstance(field, forms.ModelMultipleChoiceField)
                and known
            ):
                values = known if isinstance(known, list) else [known]
                offered: list[tuple[Any, Any]] = list(field.choices)  # type: ignore[arg-type]  # a list here
                codes = {str(code) for code, _label in offered}
                extra = [(each, str(each)) for each in values if str(each) not in codes]
                if extra:
                    field.choices = [*offered, *extra]

    def _languages(self) -> dict[str, int]:
        data = self.cleaned_data
        pairs = (
            (data["second_language"], data["second_level"]),
            (data["first_language"], data["first_level"]),
        )
        kept: dict[str, int] = self.initial.get("more_languages", {})
        return {**kept, **{code: int(level) for code, level in pairs if code}}

    def wishes(self) -> Wishes:
        """The fields of the request."""
        data = self.cleaned_data
        return Wishes(
            own_words=data["own_words"],
            pace=data["pace"],
            languages=self._languages(),
            genders=tuple(data["genders"]),
            weekly=terms.mask_of(data["weekly"]) or None,
            max_km=data["max_km"],
            rather_not_nearby=data["rather_not_nearby"],
            no_smoker=data["no_smoker"],
            types=(data["type"],) if data["type"] else (),
            styles=tuple(data["styles"]),
            rhythm=_number(data["rhythm"]),
            term_months=_number(data["term_months"]),
            closeness=_number(data["closeness"]),
            tasks=tuple(data.get("tasks", ())),
        )

    def particulars(self) -> Particulars:
        """The wishes with the home and the topics."""
        data = self.cleaned_data
        topics = [*data.get("topics", ()), *data.get("own_criteria", ())]
        return Particulars(
            wishes=self.wishes(),
            home=Home(
                home_has_smoker=_answer(data["home_has_smoker"]),
                home_pets=tuple(data["home_pets"]),
                home_has_stairs=_answer(data["home_has_stairs"]),
                allergies=tuple(data["allergies"]),
            ),
            topic_ids=frozenset(topic.pk for topic in topics),
            own_criteria_yes=(
                Yes(clock.today(), Consent.How.IN_PERSON) if data.get("own_criteria_yes") else None
            ),
        )


def _topic_name(topic: Topic) -> str:
    return topic.name


def initial_of(request: Request, topic_ids: Iterable[Any]) -> dict[str, Any]:
    """What the form shows for a wish that exists."""
    languages = sorted(request.languages.items(), key=lambda pair: -pair[1])
    first, second = [*languages, ("", 2), ("", 2)][:2]
    ids = list(topic_ids)
    return {
        "own_words": request.own_words,
        "pace": request.pace,
        "first_language": first[0],
        "first_level": first[1],
        "second_language": second[0],
        "second_level": second[1],
        "more_languages": dict(languages[2:]),
        "weekly": terms.parts_of(request.weekly),
        "rhythm": str(request.rhythm or ""),
        "term_months": str(request.term_months or ""),
        "type": request.types[0] if request.types else "",
        "styles": request.styles,
        "closeness": str(request.closeness or ""),
        "genders": request.genders,
        "max_km": request.max_km,
        "rather_not_nearby": request.rather_not_nearby,
        "no_smoker": request.no_smoker,
        "tasks": request.tasks,
        "topics": ids,
        "own_criteria": ids,
        **initial_home(getattr(request.participant, "participant", None)),
    }


def initial_home(profile: ParticipantProfile | None) -> dict[str, Any]:
    """What is known about the home already."""
    if profile is None:
        return {}
    return {
        "home_has_smoker": _asked_answer(profile.home_has_smoker),
        "home_has_stairs": _asked_answer(profile.home_has_stairs),
        "home_pets": profile.home_pets,
        "allergies": profile.allergies,
    }


class NewRequestForm(WishesForm):
    """A new wish, written down for or with a participant."""

    programme = forms.ModelChoiceField(
        label=gettext_lazy("Programme"), queryset=Programme.objects.none(), empty_label=None
    )
    asked_on = DayField(label=gettext_lazy("Asked on"))
    is_for_household = forms.BooleanField(
        label=gettext_lazy("For everybody in this household"), required=False
    )
    consent_how = forms.ChoiceField(
        label=gettext_lazy("The participant says yes to a volunteer"),
        choices=HOW_OTHERS,
        required=False,
        help_text=gettext_lazy(
            "The search starts after this yes. It can be taken back at any time."
        ),
    )
    consent_on = DayField(label=gettext_lazy("Said yes on"), required=False)
    is_exploring = forms.BooleanField(
        label=gettext_lazy("The wish is still to be explored"), required=False
    )
    review_on = DayField(label=gettext_lazy("Look again on"), required=False)

    def __init__(self, *args: Any, programmes: QuerySet[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["programme"]
        field.queryset = programmes  # type: ignore[attr-defined]  # a model choice
        field.label_from_instance = _programme_name  # type: ignore[attr-defined]  # a model choice

    def clean_asked_on(self) -> date:
        """A wish was asked today or earlier."""
        return _not_later(self.cleaned_data["asked_on"])

    def new_request(self, participant: ParticipantProfile) -> NewRequest:
        """What the service takes in."""
        data = self.cleaned_data
        yes = Yes(data["consent_on"] or clock.today(), data["consent_how"])
        return NewRequest(
            participant_id=participant.person_id,
            programme_id=data["programme"].pk,
            particulars=self.particulars(),
            asked_on=data["asked_on"],
            is_for_household=data["is_for_household"],
            consent=yes if data["consent_how"] else None,
            is_exploring=data["is_exploring"],
            review_on=data["review_on"],
        )


def _programme_name(programme: Programme) -> str:
    return programme.name


def _not_later(day: date) -> date:
    if day > clock.today():
        raise ValidationError(_("This day is still to come."))
    return day
