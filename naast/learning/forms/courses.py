"""Input about courses, their material, and the learning path of a programme."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.learning.inputs import CoursePlan
from naast.learning.models import Course, CourseForm, Package
from naast.learning.queries import courses as queries
from naast.organisations.actors import Actor
from naast.people.terms import LANGUAGES, language_choices
from naast.programmes.models import Programme

LISTS = ("outcomes", "outline", "exercises")
BETWEEN = "|"
MOST_SPOKEN = 10


def lines_of(text: str) -> list[str]:
    """One sentence a line, without empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _lines(label: Any, *, rows: int = 4, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class CourseField(forms.ModelChoiceField):  # type: ignore[type-arg]  # stubs want an argument
    """A course by its title."""

    def label_from_instance(self, obj: Course) -> str:
        """How it reads in the list."""
        return obj.title


class CoursePlanForm(forms.Form):
    """Everything about a course."""

    title = forms.CharField(label=_("Title"), max_length=120)
    about = _lines(_("What it is for"), rows=3)
    outcomes = _lines(_("What you learn"), help_text=_("One sentence a line."))
    form = forms.ChoiceField(label=_("Form"), choices=CourseForm.choices)
    minutes = forms.IntegerField(
        label=_("How long (minutes)"), min_value=5, max_value=6000, initial=150
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"), required=False, widget=forms.CheckboxSelectMultiple
    )
    outline = _lines(_("How it goes"), help_text=_("One step a line, with its minutes."))
    exercises = _lines(_("Exercises"), help_text=_("One a line."))
    bring = forms.CharField(label=_("What to bring"), max_length=250, required=False)
    is_external = forms.BooleanField(label=_("Somebody else gives it"), required=False)
    provider = forms.CharField(label=_("Who gives it"), max_length=150, required=False)
    link = forms.URLField(
        label=_("Link"),
        help_text=_("To the online course, or to the page of who gives it."),
        required=False,
        assume_scheme="https",
    )
    valid_months = forms.IntegerField(
        label=_("How long it counts (months)"),
        help_text=_("Leave it empty when it counts for good."),
        min_value=1,
        max_value=240,
        required=False,
    )
    refresher_of = CourseField(
        label=_("Refreshes"),
        help_text=_("Whoever did that course renews it with this one."),
        queryset=None,
        required=False,
        empty_label=_("None"),
    )
    helps_with = forms.MultipleChoiceField(
        label=_("Helps with"), required=False, widget=forms.CheckboxSelectMultiple
    )
    is_mixed = forms.BooleanField(
        label=_("For volunteers and professionals together"), required=False
    )

    def __init__(
        self, *args: Any, actor: Actor, course: Course | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        names = queries.competence_names(actor)
        own = [name for name in (course.helps_with if course else []) if name not in names]
        self._choices("helps_with", [(name, name) for name in (*names, *own)])
        self._choices("languages", _spoken(course.languages if course else []))
        others = queries.refreshable(actor).exclude(Q(pk=course.pk) if course else Q(pk__in=[]))
        self.fields["refresher_of"].queryset = others  # type: ignore[attr-defined]  # a ModelChoiceField

    def _choices(self, name: str, choices: Any) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a field with choices

    def plan(self) -> CoursePlan:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        refreshed = data.pop("refresher_of")
        data |= {name: lines_of(data[name]) for name in LISTS}
        return CoursePlan(refresher_of_id=refreshed.pk if refreshed else None, **data)


def _spoken(own: list[str]) -> list[tuple[str, str]]:
    """The languages in which courses are mostly given, and those that this one has already."""
    shown = {*LANGUAGES[:MOST_SPOKEN], *own}
    return [choice for choice in language_choices() if choice[0] in shown]


def initial_of(course: Course) -> dict[str, object]:
    """A course as its form shows it."""
    same = (
        "title",
        "about",
        "form",
        "minutes",
        "languages",
        "bring",
        "is_external",
        "provider",
        "link",
        "valid_months",
        "refresher_of",
        "helps_with",
        "is_mixed",
    )
    shown: dict[str, object] = {name: getattr(course, name) for name in same}
    return shown | {name: "\n".join(getattr(course, name)) for name in LISTS}


class PackageForm(forms.Form):
    """A new version of the material of a course."""

    materials = _lines(
        _("What belongs to it"),
        rows=8,
        help_text=_("One a line. An address may follow after a stroke: «Leaflet | https://…»."),
    )
    note = forms.CharField(label=_("What changed"), max_length=250, required=False)

    def clean_materials(self) -> list[dict[str, str]]:
        """Lines as (what it is, address); an address that is none is named."""
        rows = [_material(line) for line in lines_of(self.cleaned_data["materials"])]
        if not rows:
            raise ValidationError(_now("Write down at least one thing."))
        return rows


def _material(line: str) -> dict[str, str]:
    name, _stroke, url = (part.strip() for part in line.partition(BETWEEN))
    if url:
        try:
            URLValidator(schemes=["https", "http"])(url)
        except ValidationError as error:
            raise ValidationError(
                _now("«%(line)s»: this is no address of a page."), params={"line": line}
            ) from error
    return {"name": name[:200], "url": url}


def materials_as_text(package: Package | None) -> str:
    """The lines of a version, to start the next one from."""
    rows = package.materials if package else []
    return "\n".join(
        f"{row['name']} {BETWEEN} {row['url']}" if row["url"] else row["name"] for row in rows
    )


class PathForm(forms.Form):
    """Ask a course in a programme."""

    course = CourseField(label=_("Course"), queryset=None)
    condition = forms.ChoiceField(
        label=_("Puts in place"),
        help_text=_("A training that the programme asks before the first contact."),
        required=False,
    )
    is_required = forms.BooleanField(
        label=_("Needed (otherwise: welcome)"), required=False, initial=True
    )

    def __init__(self, *args: Any, actor: Actor, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to_add = queries.courses_to_add(actor, programme)
        self.fields["course"].queryset = to_add  # type: ignore[attr-defined]  # a ModelChoiceField
        trainings = [(str(each.pk), each.name) for each in queries.trainings_of(programme)]
        self.fields["condition"].choices = [("", _("Nothing: on top")), *trainings]  # type: ignore[attr-defined]  # a ChoiceField
