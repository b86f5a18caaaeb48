"""Input about who takes over, and about what belongs to the professional."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.division.forms.fields import ComingDayField, words
from naast.division.services.handovers import TakingOver
from naast.people.models import Person

# A choice of names that can still be read; who is not among them is found by name.
MOST_NAMES = 200


def _names(people: Iterable[Person]) -> list[tuple[str, str]]:
    return [(str(person.pk), person.name) for person in people]


def _week_on() -> Any:
    return clock.today() + timedelta(days=7)


class StandInForm(forms.Form):
    """Who takes over in this match, agreed beforehand."""

    person = forms.ChoiceField(label=_("Who stands in?"), required=False)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", _("Nobody is named")), *_names(people)]  # type: ignore[attr-defined]  # a ChoiceField

    def person_id(self) -> UUID | None:
        """Who was chosen."""
        chosen = self.cleaned_data["person"]
        return UUID(chosen) if chosen else None


class NoteForm(forms.Form):
    """What the volunteer leaves for who takes over."""

    note = words(
        _("What should somebody who takes over know?"),
        help_text=_(
            "What you usually do, what is planned, what helps. No diagnosis, no secrets. Only the stand-in, the professional and the coordinator read it, and it is erased a month later."
        ),
        required=False,
    )
    until_on = ComingDayField(label=_("Until when are you away?"), initial=_week_on)


class TakeOverForm(forms.Form):
    """The professional says who takes over."""

    ME, STAND_IN, NOBODY = "me", "stand_in", "nobody"
    who = forms.ChoiceField(
        label=_("Who takes over?"),
        choices=[
            (ME, _("I take over myself")),
            (STAND_IN, _("A stand-in, please: the coordinator finds somebody")),
            (NOBODY, _("Nobody has to, this time")),
        ],
        widget=forms.RadioSelect,
    )
    until_on = ComingDayField(label=_("Until when?"), initial=_week_on)

    def taking_over(self) -> TakingOver:
        """What the service takes in."""
        who = self.cleaned_data["who"]
        return TakingOver(by_staff=who == self.ME, nobody_needed=who == self.NOBODY)


class ArrangeForm(forms.Form):
    """The coordinator says who takes over."""

    STAFF, NOBODY = "staff", "nobody"
    who = forms.ChoiceField(label=_("Who takes over?"))
    until_on = ComingDayField(label=_("Until when?"), initial=_week_on)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (self.STAFF, _("I take over myself")),
            (self.NOBODY, _("Nobody has to, this time")),
            *_names(people),
        ]

    def taking_over(self) -> TakingOver:
        """What the service takes in."""
        who = self.cleaned_data["who"]
        if who in (self.STAFF, self.NOBODY):
            return TakingOver(by_staff=who == self.STAFF, nobody_needed=who == self.NOBODY)
        return TakingOver(person_id=UUID(who))


class PassOnForm(forms.Form):
    """One sentence for the professional."""

    about = forms.ChoiceField(label=_("What is it about?"), required=False)
    text = words(
        _("In one sentence"),
        rows=2,
        help_text=_("Only your professional and the coordinators read this."),
    )

    def __init__(self, *args: Any, contacts: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            *((line, line) for line in contacts),
            ("", _("Something else")),
        ]


class AnswerForm(forms.Form):
    """One line back."""

    answer = words(_("Your answer, in one line"), rows=2, help_text=_("Who wrote it reads this."))
