"""Input about the team of a programme."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from naast.division.forms.fields import words
from naast.division.models import StaffingLine
from naast.division.services.programmes import DayInput, LineInput, TermsInput
from naast.people.models import Person

MOST_LINES, LONGEST_LINE = 20, 200
HOUR = {"widget": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), "required": False}


class TermsForm(forms.Form):
    """The terms of a programme."""

    review_months = forms.IntegerField(
        label=_("Talk the table of tasks through every (months)"), min_value=1, max_value=24
    )
    reach_days = forms.TypedMultipleChoiceField(
        label=_("Days on which the professional answers"),
        choices=list(WEEKDAYS.items()),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    reach_from = forms.TimeField(label=_("From"), **HOUR)  # type: ignore[arg-type]  # widget and required
    reach_until = forms.TimeField(label=_("Until"), **HOUR)  # type: ignore[arg-type]  # widget and required
    guideline = words(
        _("Short guideline for an owner role"),
        rows=5,
        required=False,
        help_text=_("A few sentences instead of a form: the rest is open."),
    )
    staff_contacts = words(
        _("Contacts that belong to professionals"),
        rows=8,
        help_text=_("One a line. The volunteer reads these with the name to turn to."),
    )

    def clean_staff_contacts(self) -> list[str]:
        """The lines that are not empty, cut to what fits."""
        lines = [line.strip() for line in self.cleaned_data["staff_contacts"].splitlines()]
        kept = [line for line in lines if line]
        if len(kept) > MOST_LINES or any(len(line) > LONGEST_LINE for line in kept):
            raise forms.ValidationError(_("Twenty short lines at most."))
        return kept

    def terms(self, usual: Iterable[str]) -> TermsInput:
        """What the service takes in; the usual lines stay the usual ones."""
        data = dict(self.cleaned_data)
        if data["staff_contacts"] == list(usual):
            data["staff_contacts"] = None
        return TermsInput(**data)


class LineForm(forms.Form):
    """A moment of the week and how many paid people it needs."""

    weekday = forms.TypedChoiceField(label=_("Day"), choices=list(WEEKDAYS.items()), coerce=int)
    part = forms.ChoiceField(label=_("Part of the day"), choices=StaffingLine.Part)
    needed = forms.IntegerField(
        label=_("How many paid people are needed, at least?"),
        help_text=_("Volunteers never count: what they do is extra."),
        min_value=1,
        max_value=99,
    )

    def line(self) -> LineInput:
        """What the service takes in."""
        return LineInput(**self.cleaned_data)


class DayForm(forms.Form):
    """Who is there on one day."""

    paid = forms.IntegerField(label=_("How many paid people are there?"), min_value=0, max_value=99)
    can_wait = forms.CharField(
        label=_("What can wait when they are too few?"), max_length=300, required=False
    )
    extra = forms.MultipleChoiceField(
        label=_("Volunteers who are there, as extra"),
        help_text=_("They are listed so that everybody knows them. They never count."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(person.pk), person.name) for person in people]
        self.fields["extra"].choices = names  # type: ignore[attr-defined]  # a MultipleChoiceField
        if not names:
            del self.fields["extra"]

    def filled(self) -> DayInput:
        """What the service takes in."""
        data = self.cleaned_data
        extra = tuple(UUID(each) for each in data.get("extra", ()))
        return DayInput(data["paid"], data["can_wait"], extra)


class IdeaForm(forms.Form):
    """An idea."""

    text = words(
        _("What could a volunteer mean here?"),
        help_text=_(
            "Something that adds, and that nobody is paid for. Everybody who works here reads it."
        ),
    )
