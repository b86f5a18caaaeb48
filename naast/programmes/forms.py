"""Input about programmes, their lines, and who takes part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db.models import Model
from django.forms.models import fields_for_model
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Location
from naast.organisations.queries import colleagues
from naast.programmes import weights
from naast.programmes.kinds import RULES, Terms
from naast.programmes.models import (
    FIVE_QUESTIONS,
    EngagementTest,
    Kind,
    PathStage,
    Programme,
    Selection,
    StageKind,
    WorkingRelation,
)
from naast.programmes.path import USUAL
from naast.programmes.readiness import Item
from naast.programmes.services import Answers

# A year: what takes longer is no stage any more.
LONGEST_DAYS = 365


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when that is nothing at all; None for a page that is only opened."""
    return request.POST if request.method == "POST" else None


class LinesField(forms.CharField):
    """A list of sentences, one on each line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        """The list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        """The lines that hold something, as a list."""
        lines = str(super().clean(value)).splitlines()
        return [line.strip() for line in lines if line.strip()]


class NumbersField(forms.CharField):
    """A row of whole numbers with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        """The numbers as people write them."""
        return ", ".join(str(number) for number in value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        """The numbers, smallest first, each once."""
        words = str(super().clean(value)).replace(";", ",").replace(",", " ").split()
        if not all(word.isascii() and word.isdigit() and 0 < int(word) <= 120 for word in words):
            raise forms.ValidationError(_("Write whole numbers from 1 to 120, such as 3, 6, 12."))
        return sorted({int(word) for word in words})


@dataclass(frozen=True, slots=True)
class Section:
    """One page of editing: a heading, a sentence, and the fields on it."""

    heading: Text
    lead: Text
    fields: tuple[str, ...]


SECTIONS: Mapping[str, Section] = {
    "about": Section(
        _("What it is for"),
        _("Plain words: this is what volunteers, participants and colleagues read."),
        (
            "name",
            "status",
            "location",
            "volunteer_word",
            "participant_word",
            "serves",
            "contact_with_minors",
            "purpose",
            "vision",
            "value_participant",
            "value_volunteer",
            "value_professional",
            "value_organisation",
        ),
    ),
    "limits": Section(
        _("Closeness, limits and looking back"),
        _("What people may expect of each other, what we don’t do, and what we talk about later."),
        ("relation_frame", "not_done", "mandate", "evaluation_questions"),
    ),
    "growing": Section(
        _("How somebody grows"),
        _("Nobody has to know everything at once. Candidates read these steps before they start."),
        ("growth_steps",),
    ),
    "support": Section(
        _("Whose responsibility, and who is there"),
        _("The pattern decides what must be written here; the page says what is missing."),
        (
            "form",
            "pattern",
            "coordinator",
            "coach",
            "responsible",
            "staff_presence",
            "reachable_hours",
            "on_call_term",
            "stand_in",
        ),
    ),
    "rhythm": Section(
        _("Rhythm and load"),
        _("Guidelines, never quotas: they remind the coordinator and hold nobody to a number."),
        (
            "weight",
            "max_matches",
            "minimum_age",
            "trial_weeks",
            "duration_months",
            "minimum_months",
            "milestone_months",
            "early_check_weeks",
            "first_call_days",
            "volunteer_contact_weeks",
            "participant_contact_weeks",
        ),
    ),
}
STAFF_FIELDS = ("coordinator", "coach", "responsible")
HELP: Mapping[str, Text] = {
    "status": _("While it is being prepared, only coordinators see it."),
    "serves": _("Agreements then say by themselves what the law and good care ask."),
    "contact_with_minors": _("Tick it when this is the work itself, not a chance meeting."),
    "not_done": _("One sentence on each line."),
    "mandate": _("One sentence on each line. Leave it empty in the pattern «extra»."),
    "evaluation_questions": _(
        "One question on each line. Words to talk together, no marks out of ten."
    ),
    "growth_steps": _("One step on each line, from coming along to doing it oneself."),
    "milestone_months": _("Such as 3, 6, 12."),
    "early_check_weeks": _("Such as 2, 6."),
    "staff_presence": _("Asked in the pattern «extra»."),
    "reachable_hours": _("Asked in the pattern «peer»."),
    "on_call_term": _("Asked in the pattern «owner»."),
    "stand_in": _("Asked in the pattern «owner»."),
    "steps_in": _("Everybody who is there reads this, so that nobody waits for somebody else."),
    "is_core": _("What isn’t the core is free room: people choose it themselves."),
    "every": _("A guideline, never a quota."),
    "is_needed": _(
        "Ask no more than the work needs: what can be learned here is welcome, not needed."
    ),
    "example": _("Something you can see or hear, so that everybody reads the same in it."),
}


def _model_fields(model: type[Model], names: tuple[str, ...]) -> dict[str, forms.Field]:
    fields = fields_for_model(model, fields=names)
    for name, field in fields.items():
        field.help_text = HELP.get(name, "")
        if isinstance(field, forms.JSONField):
            kind = NumbersField if name.endswith(("_months", "_weeks")) else LinesField
            fields[name] = kind(label=field.label, required=False, help_text=field.help_text)
        elif isinstance(field.widget, forms.Textarea):
            field.widget.attrs["rows"] = 4
    return fields


class SectionForm(forms.Form):
    """The fields of one section of a programme."""

    def __init__(self, *args: Any, actor: Actor, section: Section, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(_model_fields(Programme, section.fields))
        staff = colleagues(actor, Function.COORDINATOR, Function.COACH, Function.PROFESSIONAL)
        for name in STAFF_FIELDS:
            if name in self.fields:
                self.fields[name].queryset = staff  # type: ignore[attr-defined]  # a ModelChoiceField
                self.fields[name].label_from_instance = lambda it: it.user.name  # type: ignore[attr-defined]  # idem
        if "location" in self.fields:
            places = Location.objects.filter(organisation_id=actor.organisation_id)
            self.fields["location"].queryset = places  # type: ignore[attr-defined]  # idem
            self.fields["location"].label_from_instance = lambda it: it.name  # type: ignore[attr-defined]  # idem


def initial_of(programme: Programme, section: Section) -> dict[str, Any]:
    """What the programme says now, for the form of this section."""
    return {
        name: getattr(programme, f"{name}_id" if name in (*STAFF_FIELDS, "location") else name)
        for name in section.fields
    }


class WeightsForm(forms.Form):
    """How much each part weighs when we look for who could stand beside somebody."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, (label, weight) in weights.PARTS.items():
            self.fields[code] = forms.IntegerField(
                label=str(label), min_value=0, max_value=100, initial=weight
            )

    def clean(self) -> dict[str, Any]:
        """Something must weigh."""
        data = super().clean() or {}
        if not self.errors and not any(data.values()):
            raise forms.ValidationError(_("Give at least one part a weight."))
        return data


@dataclass(frozen=True, slots=True)
class PartPage:
    """One kind of line: its heading, a sentence, what to add, its fields."""

    heading: Text
    lead: Text
    add: Text
    fields: tuple[str, ...]


PART_PAGES: Mapping[str, PartPage] = {
    "tasks": PartPage(
        _("Who does what"),
        _("A fixed core and free room. Whatever isn’t here, people talk about first."),
        _("Add a task"),
        ("name", "who", "is_core", "steps_in", "note", "is_basic_care"),
    ),
    "contact": PartPage(
        _("How often people meet"),
        _("Guidelines: silence leads to a friendly question, never to a red mark."),
        _("Add a line"),
        ("way", "every", "unit", "with_whom"),
    ),
    "conditions": PartPage(
        _("Before the first contact"),
        _("What must be in place for each volunteer, and who sees to it."),
        _("Add a condition"),
        ("kind", "name", "who_arranges", "is_required"),
    ),
    "on_call": PartPage(
        _("Who answers when"),
        _("Every part of the day, also after four o’clock and at weekends."),
        _("Add a part of the day"),
        ("when", "who", "phone"),
    ),
    "competences": PartPage(
        _("What we ask"),
        _("Knowing, being able, being with people. A few that are needed; the rest is welcome."),
        _("Add something we ask"),
        ("kind", "name", "is_needed", "example"),
    ),
}


class PartForm(forms.Form):
    """One line of a programme."""

    def __init__(self, *args: Any, model: type[Model], page: PartPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(_model_fields(model, page.fields))
        if "every" in self.fields:
            self.fields["every"] = forms.IntegerField(
                label=self.fields["every"].label, min_value=1, max_value=52, initial=1
            )


STAGE_FIELDS = ("name", "takes", "with_whom", "least_days", "most_days")


class StageForm(forms.Form):
    """Our own words and days for one stage; what is left empty is said as usual."""

    def __init__(self, *args: Any, line: PathStage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(_model_fields(PathStage, STAGE_FIELDS))
        usual = USUAL[StageKind(line.kind)]
        words = {"name": StageKind(line.kind).label, **usual.words}
        for name, text in words.items():
            self.fields[name].help_text = _("Usual: %(words)s.") % {"words": text}
        for name in ("least_days", "most_days"):
            self.fields[name].validators.append(MaxValueValidator(LONGEST_DAYS))
        self.fields["most_days"].help_text = _(
            "Advice: %(least)s to %(most)s days. Slow loses people now, hasty loses them later."
        ) % {"least": usual.least_days, "most": usual.most_days}

    def clean(self) -> dict[str, Any]:
        """The longest is not shorter than the shortest."""
        data = super().clean() or {}
        least, most = data.get("least_days"), data.get("most_days")
        if least is not None and most is not None and most < least:
            self.add_error("most_days", _("The longest time is not shorter than the shortest."))
        return data


class SelectionForm(forms.Form):
    """How much we get to know each other, and what comes before the trial."""

    selection = forms.ChoiceField(
        label=_("How much do we get to know each other first?"),
        choices=Selection,
        widget=forms.RadioSelect,
    )
    switches_stages = forms.BooleanField(
        label=_("Switch the stages that belong to this choice on, and the others off"),
        required=False,
    )
    agreement_before_trial = forms.BooleanField(
        label=_("The agreement is signed before somebody tries out"),
        help_text=_("So that somebody is insured from the first time, for instance in a hospital."),
        required=False,
    )


class NewProgrammeForm(forms.Form):
    """A programme from a preset."""

    name = forms.CharField(label=_("Name"), max_length=120)
    language = forms.ChoiceField(
        label=_("Language of the texts"),
        choices=settings.LANGUAGES,
        help_text=_("You can change every word afterwards."),
    )
    is_draft = forms.BooleanField(
        label=_("Keep it to coordinators until we have gone through it"), required=False
    )


class EndForm(forms.Form):
    """The day on which something ends."""

    ended_on = DayField(label=_("Last day"), initial=clock.today)


class ConditionForm(forms.Form):
    """A condition of the programme is in place since a day."""

    condition = forms.ChoiceField(label=_("What is in place"))
    day = DayField(label=_("Since"), initial=clock.today)

    def __init__(self, *args: Any, items: Iterable[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["condition"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (str(item.condition_id), item.label) for item in items
        ]


class UndoForm(ConditionForm):
    """It was not in place after all."""

    day = None  # type: ignore[assignment]  # Django's way to leave a field out
    undo = forms.BooleanField(widget=forms.HiddenInput, initial=True)


class TermsForm(forms.Form):
    """As what somebody takes part."""

    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=[(kind.value, kind.label) for kind in RULES],
        initial=Kind.VOLUNTEERING,
        widget=forms.RadioSelect,
    )
    working_relation = forms.ChoiceField(
        label=_("How free is the choice?"),
        choices=WorkingRelation,
        initial=WorkingRelation.FREE,
        widget=forms.RadioSelect,
        required=False,
        help_text=_("The last two show beside the name, and are told apart in the figures."),
    )
    started_on = DayField(label=_("From"), initial=clock.today)
    steered_by = forms.CharField(
        label=_("Who steers or decides"),
        max_length=150,
        required=False,
        help_text=_(
            "Needed for everything that others steer: service, school, employer, authority."
        ),
    )
    contract_reference = forms.CharField(
        label=_("Reference of the contract"), max_length=80, required=False
    )
    until_on = DayField(
        label=_("Agreed end"),
        required=False,
        help_text=_("Needed for a guided path and for a school placement."),
    )

    def terms(self) -> Terms:
        """The terms of a valid form."""
        data = self.cleaned_data
        return Terms(
            kind=Kind(data["kind"]),
            started_on=data["started_on"],
            steered_by=data["steered_by"],
            contract_reference=data["contract_reference"],
            until_on=data["until_on"],
            working_relation=WorkingRelation(data["working_relation"] or WorkingRelation.FREE),
        )


class EngageForm(TermsForm):
    """Somebody starts in a programme."""

    programme = forms.ModelChoiceField(label=_("Programme"), queryset=Programme.objects.none())
    field_order = ("programme", "kind")

    def __init__(self, *args: Any, programmes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["programme"].label_from_instance = lambda it: it.name  # type: ignore[attr-defined]  # idem


QUESTIONS: Mapping[str, Text] = {
    "is_unpaid": _("Is it unpaid? (Costs may be given back.)"),
    "is_free_choice": _("Is it a free choice, with nobody who obliges or presses?"),
    "is_for_others": _("Is it for others or for society?"),
    "is_outside_family": _("Is it organised, outside family and friends?"),
    "is_not_also_employed": _("Is it something else than what this person is paid for here?"),
}


class FiveQuestionsForm(forms.Form):
    """The five questions of art. 3, each with yes or no; `are_required` False when they may wait."""

    def __init__(self, *args: Any, are_required: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in FIVE_QUESTIONS:
            self.fields[name] = forms.TypedChoiceField(
                label=str(QUESTIONS[name]),
                choices=[("yes", _("Yes")), ("no", _("No"))],
                widget=forms.RadioSelect,
                coerce=lambda answer: answer == "yes",
                empty_value=None,
                required=are_required,
            )

    def clean(self) -> dict[str, Any]:
        """All five or none: half a test says nothing."""
        data = super().clean() or {}
        given = [name for name in FIVE_QUESTIONS if data.get(name) is not None]
        if given and len(given) < len(FIVE_QUESTIONS):
            for name in set(FIVE_QUESTIONS) - set(given) - set(self.errors):
                self.add_error(name, _("Answer this question too."))
        return data

    def answers(self) -> Answers | None:
        """The answers of a valid form, or None when nobody answered yet."""
        data = self.cleaned_data
        if data.get(FIVE_QUESTIONS[0]) is None:
            return None
        return Answers(**{name: data[name] for name in FIVE_QUESTIONS})


def answered(test: EngagementTest) -> list[tuple[Text, bool]]:
    """(question, answer) of a test, in the order in which they are asked."""
    return [(QUESTIONS[name], getattr(test, name)) for name in FIVE_QUESTIONS]
