"""Input of the coordinator's screen: what passes, what was decided, summaries, reviews, hard events."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.circles.forms.common import CircleForm, OuterField, OuterManyField, sentences
from naast.circles.inputs import Deciding, Handling, PassageNote, ReportNote
from naast.circles.models import Circle, HardEvent, Passage
from naast.circles.queries.circles import outer_of
from naast.circles.reports import QUESTIONS
from naast.circles.states import Basis, Subject
from naast.core import clock
from naast.core.inputs import DayField


class PassageForm(CircleForm):
    """What is passed on to the outer circle, to whom, on which basis."""

    words = sentences(
        _("What is passed on, in your own words"),
        rows=6,
        help_text=_("Only this is read outside. Nothing else of the circle ever shows there."),
    )
    subject = forms.ChoiceField(label=_("What it is about"), choices=Subject)
    to = OuterManyField(label=_("Who hears it"), queryset=None)
    basis = forms.ChoiceField(label=_("On which basis"), choices=Basis, widget=forms.RadioSelect)
    why = sentences(
        _("Why, in a sentence"),
        rows=2,
        required=False,
        help_text=_("For the log. Needed when somebody is in danger."),
    )
    is_hidden = forms.BooleanField(
        label=_("The core member does not see that this was passed on"),
        required=False,
        help_text=_("Only when somebody would be in danger otherwise."),
    )
    hidden_why = sentences(_("Why not"), rows=2, required=False)

    def __init__(self, *args: Any, circle: Circle, **kwargs: Any) -> None:
        super().__init__(*args, circle=circle, **kwargs)
        self.fields["to"].queryset = outer_of(circle)  # type: ignore[attr-defined]  # a ModelMultipleChoiceField

    def note(self) -> PassageNote:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        return PassageNote(to=tuple(outer.pk for outer in data.pop("to")), **data)


class InnerPassageForm(CircleForm):
    """What came in from outside, as the inner circle will read it."""

    words = sentences(_("What the circle reads, in your own words"), rows=6)

    def note(self) -> PassageNote:
        """What the service takes in."""
        return PassageNote(words=self.cleaned_data["words"])


def initial_of_passage(passage: Passage) -> dict[str, object]:
    """A draft as its form shows it."""
    same = ("words", "subject", "basis", "why", "is_hidden", "hidden_why")
    first: dict[str, object] = {name: getattr(passage, name) for name in same}
    return first | {"to": [row.outer_id for row in passage.to.all()]}


class IncomingForm(CircleForm):
    """What somebody of the outer circle said on the phone."""

    outer = OuterField(label=_("Who told it"), queryset=None)
    words = sentences(_("What was told"), rows=5)

    def __init__(self, *args: Any, circle: Circle, **kwargs: Any) -> None:
        super().__init__(*args, circle=circle, **kwargs)
        self.fields["outer"].queryset = outer_of(circle)  # type: ignore[attr-defined]  # a ModelChoiceField


class TellForm(CircleForm):
    """What a professional passes on to the circle coordinator."""

    words = sentences(
        _("What should the circle coordinator know?"),
        rows=5,
        help_text=_(
            "Only the coordinator and the deputy read this; they decide what the circle hears."
        ),
    )


class HandlingForm(CircleForm):
    """What was done with a signal."""

    consulted = sentences(_("Whom you consulted"), rows=2, required=False)
    decision = sentences(_("What you decided"), help_text=_("Only you and the deputy read this."))
    feedback = sentences(
        _("What the circle may know"),
        help_text=_("The volunteers of the circle read this. Always say something back."),
    )

    def handling(self) -> Handling:
        """What the service takes in."""
        return Handling(**self.cleaned_data)


class ReportForm(CircleForm):
    """The summary of a month or the review of a quarter."""

    held_on = DayField(label=_("On"), initial=clock.today)
    with_whom = sentences(_("With whom"), rows=2, required=False, max_length=500)

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        self.asked = QUESTIONS[kind]
        super().__init__(*args, **kwargs)

    def add_fields(self) -> None:
        """One for each question."""
        for code, label in self.asked.items():
            self.fields[code] = sentences(label, required=False)

    def questions(self) -> list[Any]:
        """The fields of the questions, for the template."""
        return [self[code] for code in self.asked]

    def note(self) -> ReportNote:
        """What the service takes in."""
        data = self.cleaned_data
        return ReportNote(
            held_on=data["held_on"],
            with_whom=data["with_whom"],
            answers={code: data[code] for code in self.asked},
        )


class EventForm(CircleForm):
    """Something grave happened."""

    happened_on = DayField(label=_("On"), initial=clock.today)
    words = sentences(_("What the circle needs to know, without details"), rows=4)


class DecidingForm(CircleForm):
    """How the circle goes on."""

    decision = forms.ChoiceField(
        label=_("How the circle goes on"), choices=HardEvent.Decision, widget=forms.RadioSelect
    )
    consulted = sentences(_("Whom you consulted"), rows=2)
    aftercare = sentences(_("Who cares for the volunteers, and how"), rows=3)

    def deciding(self) -> Deciding:
        """What the service takes in."""
        return Deciding(**self.cleaned_data)
