"""The self-check: one open question, six lines, who may read it. A minute on a phone."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from naast.capacity import questions
from naast.capacity.inputs import Answer
from naast.capacity.models import SelfCheck
from naast.capacity.states import Amount, Reader

LONGEST = 4000
UNKNOWN = ("", _("I don’t know, or rather not"))
READERS = [(reader.value, reader.label) for reader in (Reader.COORDINATOR, Reader.COACH)]
WAYS = [(way.value, capfirst(way.label)) for way in (SelfCheck.Way.TOLD, SelfCheck.Way.ON_PAPER)]


def field_of(code: str) -> str:
    """How the field of a line is called."""
    return f"line_{code}"


class CheckForm(forms.Form):
    """Everything is optional; what was left open is «I don’t know». Choices of one line each keep it short."""

    how_are_you = forms.CharField(
        label=questions.OPEN_QUESTION,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        required=False,
    )
    amount = forms.ChoiceField(
        label=questions.AMOUNT_LINE,
        choices=[(value, capfirst(label)) for value, label in Amount.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    reader = forms.ChoiceField(
        label=_("Who may read this?"),
        choices=READERS,
        initial=Reader.COORDINATOR,
        widget=forms.RadioSelect,
    )
    wants_call = forms.BooleanField(label=_("Please call me about this"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in questions.LINES:
            self.fields[field_of(line.code)] = forms.TypedChoiceField(
                label=str(line.text),
                choices=[UNKNOWN, *questions.ANSWERS],
                coerce=int,
                empty_value=None,
                required=False,
            )

    @property
    def lines(self) -> list[forms.BoundField]:
        """The fields of the lines, in their order."""
        return [self[field_of(line.code)] for line in questions.LINES]

    def answer(self) -> Answer:
        """What was said."""
        data = self.cleaned_data
        said = {line.code: data[field_of(line.code)] for line in questions.LINES}
        return Answer(
            how_are_you=data["how_are_you"],
            answers={code: value for code, value in said.items() if value is not None},
            amount=data["amount"],
            reader=data.get("reader", Reader.NOBODY),
            wants_call=data.get("wants_call", False),
        )


class OwnDeskForm(CheckForm):
    """The same for who coordinates: nobody else reads it."""

    reader = None  # type: ignore[assignment]  # Django's way to leave a field out
    wants_call = None  # type: ignore[assignment]  # idem


class ToldForm(CheckForm):
    """What a volunteer said by phone or on paper, written down by a coordinator."""

    wants_call = None  # type: ignore[assignment]  # they are talking already
    way = forms.ChoiceField(
        label=_("How did they tell it?"),
        choices=WAYS,
        initial=SelfCheck.Way.TOLD,
        widget=forms.RadioSelect,
    )
