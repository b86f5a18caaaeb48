"""Own words, early checks, and what changed."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from naast.surroundings import questions
from naast.surroundings.inputs import CheckAnswers, OutcomeAnswers, Words
from naast.surroundings.models import MatchCheck, Saying
from naast.surroundings.models.asking import Agrees, How

LONGEST = 4000
# Nothing chosen and «I don't know» come to the same.
SCALE = [*Agrees.choices, ("", questions.DONT_KNOW)]
TOLD = [(How.PHONE.value, How.PHONE.label), (How.PAPER.value, How.PAPER.label)]


def _value(value: str) -> int:
    return int(value)


def _scale(label: object) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,  # type: ignore[arg-type]  # a lazy translation
        choices=SCALE,
        coerce=_value,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )


def _told() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("How did it come in?"),
        choices=TOLD,
        initial=How.PAPER,
        widget=forms.RadioSelect,
    )


def _own_words(label: object, *, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,  # type: ignore[arg-type]  # a lazy translation
        max_length=LONGEST,
        required=required,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class SayForm(forms.Form):
    """How it goes, and who may read it."""

    text = _own_words(questions.HOW_IT_GOES, required=True)
    audience = forms.ChoiceField(
        label=_("Who may read this?"),
        choices=Saying.Audience,
        initial=Saying.Audience.COORDINATOR,
        widget=forms.RadioSelect,
    )

    def words(self) -> Words:
        """What was typed, as the service wants it."""
        return Words(**self.cleaned_data)


class SayForForm(SayForm):
    """The same, told or on paper, written down by staff."""

    how = _told()


class AnswerForm(forms.Form):
    """What you say back, or do with it."""

    text = _own_words(_("Your answer, or what you do with it"), required=True)


class CheckForm(forms.Form):
    """Five sentences and whether to go on (instruments B24-4)."""

    at_ease = _scale(questions.CHECK["at_ease"])
    wants_alike = _scale(questions.CHECK["wants_alike"])
    often = forms.ChoiceField(
        label=questions.OFTEN,
        choices=[
            *((value, capfirst(label)) for value, label in MatchCheck.Often.choices),
            ("", questions.DONT_KNOW),
        ],
        required=False,
        widget=forms.RadioSelect,
    )
    keeps_to_it = _scale(questions.CHECK["keeps_to_it"])
    go_on = forms.ChoiceField(
        label=questions.GO_ON,
        choices=[(value, capfirst(label)) for value, label in MatchCheck.GoOn.choices],
        widget=forms.RadioSelect,
    )
    wants_to_talk = forms.BooleanField(label=questions.TALK, required=False)
    words = _own_words(_("Anything else?"))

    def answers(self) -> CheckAnswers:
        """What was tapped, as the service wants it."""
        return CheckAnswers(**self.cleaned_data)


class CheckForForm(CheckForm):
    """The same, told or on paper, written down by a coordinator."""

    how = _told()


class OutcomeForm(forms.Form):
    """What changed: own words first (instruments B24-5)."""

    changed = _own_words(questions.CHANGED)
    contact = _scale(questions.OUTCOME["contact"])
    looks_forward = _scale(questions.OUTCOME["looks_forward"])

    def answers(self) -> OutcomeAnswers:
        """What was typed, as the service wants it."""
        return OutcomeAnswers(**self.cleaned_data)


class OutcomeForForm(OutcomeForm):
    """The same, told or on paper, written down by a coordinator."""

    how = _told()


class SwitchForm(forms.Form):
    """Whether a programme asks what changed."""

    is_on = forms.BooleanField(required=False)
