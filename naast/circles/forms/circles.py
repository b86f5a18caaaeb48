"""Input of who leads a circle: the circle itself, its people, its agreements and meetings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.circles.forms.common import (
    HOW_WITHOUT_SCREEN,
    CircleForm,
    PersonField,
    colleague_field,
    how_field,
    sentences,
)
from naast.circles.inputs import CirclePlan, MeetingPlan, OuterNote
from naast.circles.models import Circle, OuterMember
from naast.circles.queries.circles import circle_programmes
from naast.circles.services.meetings import MOST_AT_ONCE
from naast.circles.states import Kind, Subject
from naast.core import clock
from naast.core.inputs import DayField, NamedField, hour_field, pk_of
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.people.forms.why import WHAT_TO_CALL_THEM
from naast.people.models import Person


class CirclePlanForm(CircleForm):
    """What a circle is called and who leads it."""

    name = forms.CharField(
        label=_("Name of the circle"),
        max_length=60,
        help_text=_(
            "It shows on screens that others may see: no name of anybody, no place of one."
        ),
    )
    coordinator = colleague_field(_("Circle coordinator"))
    deputy = colleague_field(
        _("Deputy"),
        required=False,
        empty_label=_("Nobody yet"),
        help_text=_("Before the circle meets there is one."),
    )
    briefed_on = DayField(
        label=_("Volunteers prepared with the outer circle on"),
        required=False,
        help_text=_(
            "On this day police, probation or a therapist told them what they need to know."
        ),
    )
    concern_hours = forms.IntegerField(
        label=_("A concern is looked at within (hours)"), min_value=1, max_value=24, initial=4
    )
    keep_months = forms.IntegerField(
        label=_("Keep what was written (months after the end)"),
        min_value=0,
        max_value=120,
        initial=12,
        help_text=_(
            "As agreed with the core member. After that everything of the circle is erased."
        ),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["coordinator"].queryset = colleagues(actor, Function.COORDINATOR)
        fields["deputy"].queryset = colleagues(actor, Function.COORDINATOR)

    def plan(self) -> CirclePlan:
        """What the service takes in."""
        data = self.cleaned_data
        return CirclePlan(
            name=data["name"],
            coordinator_id=data["coordinator"].pk,
            deputy_id=pk_of(data["deputy"]),
            concern_hours=data["concern_hours"],
            keep_months=data["keep_months"],
            briefed_on=data.get("briefed_on"),
        )


class NewCircleForm(CirclePlanForm):
    """A circle around somebody."""

    programme = NamedField(label=_("Programme"), queryset=None)
    kind = forms.ChoiceField(
        label=_("Kind of circle"),
        choices=Kind,
        widget=forms.RadioSelect,
        help_text=_(
            "A COSA circle is closed: only its coordinator, deputy and members know of it. This choice stays."
        ),
    )
    field_order = ("programme", "kind", "name")

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, circle=None, **kwargs)
        programmes = circle_programmes(actor)
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]  # a ModelChoiceField
        del self.fields["briefed_on"]


def initial_of_circle(circle: Circle) -> dict[str, object]:
    """A circle as its form shows it."""
    same = ("name", "briefed_on", "concern_hours", "keep_months")
    return {name: getattr(circle, name) for name in same} | {
        "coordinator": circle.coordinator_id,
        "deputy": circle.deputy_id,
    }


class StepForm(CircleForm):
    """A few words with a step."""

    words = sentences(_("In a few words"), rows=3, required=False)


class ReasonForm(CircleForm):
    """Why somebody leaves."""

    reason = sentences(_("Why, in a few words"), rows=2, max_length=500)


class YesForm(CircleForm):
    """On which day somebody said yes, and how."""

    day = DayField(label=_("On"), initial=clock.today)
    how = how_field()


class OuterForm(CircleForm):
    """Somebody of the outer circle, and what they may hear."""

    name = forms.CharField(label=_("Name"), max_length=120, help_text=WHAT_TO_CALL_THEM)
    role = forms.CharField(
        label=_("Role"), max_length=80, help_text=_("Such as therapist, probation, family.")
    )
    works_at = forms.CharField(label=_("Organisation"), max_length=120, required=False)
    contact = forms.CharField(label=_("Phone or e-mail address"), max_length=160, required=False)
    membership = colleague_field(
        _("Reads on screen as"),
        required=False,
        empty_label=_("No account: the coordinator calls"),
        help_text=_(
            "A professional with an account reads what was passed on to them, and nothing else."
        ),
    )
    may_hear = forms.MultipleChoiceField(
        label=_("May be told about"),
        choices=Subject,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only what the core member agreed to. They may take it back any day."),
    )
    consented_on = DayField(label=_("The core member agreed on"), required=False)
    consent_how = forms.ChoiceField(label=_("How"), required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["membership"].queryset = colleagues(actor, Function.PROFESSIONAL)
        fields["consent_how"].choices = [("", "–"), *HOW_WITHOUT_SCREEN]

    def note(self) -> OuterNote:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        member, heard = data.pop("membership"), data.pop("may_hear")
        return OuterNote(membership_id=pk_of(member), may_hear=tuple(heard), **data)


def initial_of_outer(outer: OuterMember) -> dict[str, object]:
    """Somebody of the outer circle as the form shows them."""
    same = ("name", "role", "works_at", "contact", "may_hear", "consented_on", "consent_how")
    return {name: getattr(outer, name) for name in same} | {"membership": outer.membership_id}


class CovenantForm(CircleForm):
    """The agreements of a circle."""

    text = sentences(_("What we agree"), rows=10, max_length=6000)
    limits = sentences(
        _("What can’t stay between us"),
        rows=6,
        help_text=_("The limits of confidentiality, in plain words."),
    )


class MeetingForm(CircleForm):
    """When and where the circle meets."""

    day = DayField(label=_("Day"))
    hour = hour_field(_("Starts at"))
    length = forms.IntegerField(
        label=_("How long (minutes)"), min_value=15, max_value=480, initial=90
    )
    place = forms.CharField(label=_("Where"), max_length=160, required=False)
    writer = PersonField(
        label=_("Who writes the minutes"),
        queryset=None,
        required=False,
        empty_label=_("By turns"),
    )
    times = forms.IntegerField(
        label=_("How many meetings"),
        min_value=1,
        max_value=MOST_AT_ONCE,
        initial=1,
        help_text=_("More than one: in the rhythm of this phase."),
    )

    def __init__(self, *args: Any, circle: Circle, **kwargs: Any) -> None:
        super().__init__(*args, circle=circle, **kwargs)
        inside = circle.inner.filter(ended_on__isnull=True).values("person")
        people = Person.objects.filter(pk__in=inside).order_by("sort_name", "id")
        self.fields["writer"].queryset = people  # type: ignore[attr-defined]  # a ModelChoiceField

    def plan(self) -> MeetingPlan:
        """What the service takes in."""
        data = self.cleaned_data
        return MeetingPlan(
            starts_at=clock.at(data["day"], data["hour"]),
            length=data["length"],
            place=data["place"],
            writer_id=pk_of(data["writer"]),
            times=data["times"],
        )


class ClosingForm(CircleForm):
    """The closing meeting and what comes after."""

    met_on = DayField(label=_("The closing meeting was on"), initial=clock.today)
    aftercare = sentences(_("Who stays in touch with the core member, and how"))
