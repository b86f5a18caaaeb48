"""The facts agreed with a candidate, one form a section."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core.inputs import DayField
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people import terms
from naast.people.forms.fields import WeekField
from naast.people.forms.languages import LanguagesForm, language_rows
from naast.programmes.kinds import RULES
from naast.programmes.models import WorkingRelation
from naast.recruitment.barriers import BARRIERS
from naast.recruitment.guide import NO_ADVANTAGE
from naast.recruitment.models import Age, Application, FreeChoice, Occasion
from naast.recruitment.queries import facts as queries
from naast.recruitment.queries.notes import conflict_note
from naast.recruitment.services import facts as services

LONGEST = 3_000
NOT_ASKED = ("", _("Not asked yet"))


def _words(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        **more,
    )


def _line(label: Any, most: int, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=most, **more)


class ChoiceForm(forms.Form):
    """How free somebody is, and who else has a say."""

    occasion = forms.ChoiceField(
        label=_("What made them think of it"),
        choices=[NOT_ASKED, *Occasion.choices],
        required=False,
    )
    free_choice = forms.ChoiceField(
        label=_("Own choice, asked in private"),
        choices=[NOT_ASKED, *FreeChoice.choices],
        required=False,
        help_text=_("Only coordinators read this; it never goes to who sent somebody."),
    )
    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=[(kind.value, kind.label) for kind in RULES],
        widget=forms.RadioSelect,
    )
    working_relation = forms.ChoiceField(
        label=_("How free is the choice?"),
        choices=WorkingRelation.choices,
        widget=forms.RadioSelect,
        help_text=_("The last two show beside the name, and are told apart in the figures."),
    )
    steered_by = _line(
        _("Who steers or decides"),
        150,
        help_text=_("Service, employer, authority; for a placement the school and how many hours."),
    )
    contract_reference = _line(_("Reference of the contract"), 80)
    until_on = DayField(
        label=_("Agreed end"),
        required=False,
        help_text=_("Needed for a guided path and for a school placement."),
    )
    needs_guide = forms.BooleanField(
        label=_("Needs guidance from outside"),
        required=False,
        help_text=_(
            "For example after detention. Nobody starts without a guide, for their own sake."
        ),
    )
    guide = _line(_("Who guides from outside, and how often"), 200)

    def keep(self, actor: Actor, application: Application) -> None:
        """Raises as services.facts.keep_choice."""
        choice = services.Choice(**self.cleaned_data)
        services.keep_choice(actor=actor, application_id=application.pk, choice=choice)


class PracticalForm(LanguagesForm):
    """What stands in the way and what we arrange, when somebody can come, what helps; and what the plain
    form, a referral or a call left open: the age, the languages."""

    age = forms.ChoiceField(
        label=_("Age"),
        choices=[NOT_ASKED, *Age.choices],
        required=False,
        help_text=_("No date of birth before somebody starts: these four are enough."),
    )
    weekly = WeekField(label=_("Free in the week"))
    term_months = forms.IntegerField(
        label=_("For how long (months)"), min_value=1, max_value=600, required=False
    )
    times_a_month = forms.IntegerField(
        label=_("How often in a month"), min_value=1, max_value=31, required=False
    )
    own_limits = _words(_("Limits"), help_text=_("In their own words: up to here."))
    support_wishes = forms.MultipleChoiceField(
        label=_("What helps, chosen together"),
        choices=list(terms.SUPPORT_WISHES.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    support_chosen_on = DayField(label=_("Chosen together on"), required=False)
    brings_along = _line(_("Whom they bring along"), 120)
    parent_agreed_on = DayField(label=_("A parent agreed on"), required=False)

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if application.age == Age.ADULT:
            del self.fields["parent_agreed_on"]
        for code in BARRIERS:
            self.fields[f"is_{code}"] = forms.BooleanField(
                label=_("This stands in the way"),
                required=False,
                initial=code in application.barriers,
            )
            self.fields[f"said_{code}"] = _line(
                _("What exactly"), 300, initial=application.barriers.get(code, "")
            )
            self.fields[f"arranged_{code}"] = _line(
                _("What we arranged"), 300, initial=application.arranged.get(code, "")
            )
        self.kept_parent = application.parent_agreed_on
        self.kept_age = application.age

    @property
    def barriers(self) -> list[tuple[Text, Any, Any, Any, bool]]:
        """Each barrier with its three fields, and whether it holds something."""
        return [
            (
                label,
                self[f"is_{code}"],
                self[f"said_{code}"],
                self[f"arranged_{code}"],
                bool(self[f"is_{code}"].value() or self[f"said_{code}"].value()),
            )
            for code, label in BARRIERS.items()
        ]

    def keep(self, actor: Actor, application: Application) -> None:
        """Raises as services.facts.keep_practical."""
        data = self.cleaned_data
        there = [code for code in BARRIERS if data[f"is_{code}"] or data[f"said_{code}"].strip()]
        practical = services.Practical(
            barriers={code: data[f"said_{code}"].strip() for code in there},
            arranged={code: data[f"arranged_{code}"] for code in there},
            weekly=terms.mask_of(data["weekly"]) or None,
            term_months=data["term_months"],
            times_a_month=data["times_a_month"],
            own_limits=data["own_limits"],
            support_wishes=tuple(data["support_wishes"]),
            support_chosen_on=data["support_chosen_on"],
            brings_along=data["brings_along"],
            age=data["age"] or self.kept_age,
            languages=self.languages(),
            parent_agreed_on=data.get("parent_agreed_on", self.kept_parent),
        )
        services.keep_practical(actor=actor, application_id=application.pk, practical=practical)


class DeclaredForm(forms.Form):
    """Own interest, and what was told and arranged."""

    own_interest = _words(
        _("Own interest, as they tell it"),
        help_text=_(
            "A place, a discount, a job, somebody of the family who lives here… or nothing."
        ),
    )
    no_advantage_on = DayField(
        label=_("Declared on"),
        required=False,
        help_text=NO_ADVANTAGE,
    )
    conflict = _words(
        _("Our note on a possible conflict of interest"),
        help_text=_("Only coordinators read this. What do you agree so that it stays clear?"),
    )
    told_intervision_on = DayField(
        label=_("Told about the meetings that are part of it, on"), required=False
    )
    insured_on = DayField(label=_("Insured from"), required=False)

    def keep(self, actor: Actor, application: Application) -> None:
        """Raises as services.facts.keep_declared."""
        declared = services.Declared(**self.cleaned_data)
        services.keep_declared(actor=actor, application_id=application.pk, declared=declared)


class ExpectationsForm(forms.Form):
    """What both expect when a participant becomes a volunteer."""

    expects = _words(_("What the person expects"))
    we_expect = _words(
        _("What we expect"),
        help_text=_(
            "Be kind and realistic. The notes of then and of now stay apart; we look back after one and three months."
        ),
    )

    def keep(self, actor: Actor, application: Application) -> None:
        """Raises as services.facts.keep_expectations."""
        expectations = services.Expectations(**self.cleaned_data)
        services.keep_expectations(
            actor=actor, application_id=application.pk, expectations=expectations
        )


FactsForm = ChoiceForm | PracticalForm | DeclaredForm | ExpectationsForm


def form_for(actor: Actor, application: Application, section: str, data: Any) -> FactsForm:
    """The form of one section, with what is known. Raises KeyError for a section that does not exist."""
    names = FIELDS[section]
    initial = {name: getattr(application, name) for name in names}
    if section == queries.PRACTICAL:
        initial["weekly"] = terms.parts_of(application.weekly)
        initial |= language_rows(application.languages)
        return PracticalForm(data, initial=initial, application=application)
    if section == queries.DECLARED:
        conflict = conflict_note(actor, application)
        return DeclaredForm(data, initial=initial | {"conflict": conflict.text if conflict else ""})
    if section == queries.CHOICE:
        return ChoiceForm(data, initial=initial)
    return ExpectationsForm(data, initial=initial)


FIELDS: dict[str, list[str]] = {
    queries.CHOICE: list(ChoiceForm.base_fields),
    queries.PRACTICAL: list(PracticalForm.base_fields),
    queries.DECLARED: [name for name in DeclaredForm.base_fields if name != "conflict"],
    queries.EXPECTATIONS: list(ExpectationsForm.base_fields),
}
