"""What people fill in around a signature."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.agreements.inputs import Witnessed
from naast.agreements.models import Asks, Copy, Signature
from naast.agreements.queries.signing import Waiting
from naast.agreements.queries.verifying import cleaned
from naast.agreements.refresher import Question
from naast.core import clock
from naast.core.inputs import DayField
from naast.organisations.actors import Actor
from naast.programmes.models import Programme
from naast.programmes.policies import visible_to as programmes_visible_to

LONGEST_TEXT = 3000
LARGEST_FILE = 10 * 1024 * 1024
TOO_SHORT = _("Type at least twelve characters: figures and the letters a to f.")


def _words(label: Any, *, help_text: Any = "", required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class SignForm(forms.Form):
    """«I read and understood this»."""

    understood = forms.BooleanField(
        label=_("I read this and I understand it."),
        error_messages={"required": _("Tick this first, when you read it and it is clear.")},
    )


class LimitsForm(forms.Form):
    """My own limits (S2-33)."""

    words = _words(
        _("My own limits"),
        help_text=_(
            "For example: not in the evening, no heavy lifting, no driving. One on each line. They stand in the text beside ours, and both sign them."
        ),
        required=False,
    )


class QuestionForm(forms.Form):
    """A question about a clause, or about the whole."""

    words = _words(_("What would you like to ask?"))


class AnswerForm(forms.Form):
    """Our answer."""

    words = _words(
        _("Our answer"), help_text=_("Who asked reads it beside the text. Short and plain is best.")
    )


class WitnessedForm(forms.Form):
    """How somebody signed when it was not on their own screen."""

    how = forms.ChoiceField(
        label=_("How?"),
        choices=[
            (Signature.How.ON_PAPER, _("On paper")),
            (Signature.How.TOGETHER, _("Together, on this screen: the person is here now")),
            (Signature.How.READ_ALOUD, _("I read it aloud, and the person says yes now")),
        ],
        widget=forms.RadioSelect,
    )
    signed_on = DayField(
        label=_("On which day?"),
        help_text=_("For paper: the day beside the signature."),
        required=False,
    )
    kept_at = forms.CharField(
        label=_("Where is the paper kept?"),
        help_text=_("For example: the blue folder in the office."),
        max_length=200,
        required=False,
    )
    printed = forms.CharField(
        label=_("The checksum at the end of the paper"),
        help_text=_("The first twelve characters are enough."),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    we_too = forms.BooleanField(label=_("We signed the same paper too."), required=False)

    def __init__(self, *args: Any, copy: Copy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if copy.version.document.asks != Asks.SIGNATURE or copy.our_signature_id is not None:
            del self.fields["we_too"]

    def clean(self) -> dict[str, Any]:
        """Paper has a day and a place."""
        data = super().clean() or {}
        if data.get("how") == Signature.How.ON_PAPER:
            if not data.get("signed_on"):
                self.add_error("signed_on", _("Write down the day beside the signature."))
            if not data.get("kept_at", "").strip():
                self.add_error("kept_at", _("Write down where the paper is kept."))
            if cleaned(data.get("printed", "")) is None:
                self.add_error("printed", TOO_SHORT)
        return data

    def witnessed(self) -> Witnessed:
        """What was filled in."""
        data = self.cleaned_data
        return Witnessed(
            how=data["how"],
            signed_on=data["signed_on"] or clock.today(),
            kept_at=data["kept_at"],
            we_too=data.get("we_too", False),
            printed=data["printed"],
        )


class RenewedForm(forms.Form):
    """The day of a talk in which somebody went through it again."""

    done_on = DayField(label=_("When did you go through it together?"))


class SigningFilter(forms.Form):
    """Which papers the list shows. Its state is in the address."""

    waiting = forms.ChoiceField(choices=Waiting.choices, required=False, widget=forms.HiddenInput)
    programme = forms.ModelChoiceField(
        label=_("Programme"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("All"),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programme = self.fields["programme"]
        programme.queryset = programmes_visible_to(actor).order_by("name")  # type: ignore[attr-defined]  # a ModelChoiceField
        programme.label_from_instance = lambda row: row.name  # type: ignore[attr-defined]  # the documented hook


class VerifyForm(forms.Form):
    """A PDF, or the first characters of a checksum."""

    file = forms.FileField(
        label=_("The PDF"),
        help_text=_("It is only compared, and not kept. At most 10 MB."),
        required=False,
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
    )
    typed = forms.CharField(
        label=_("Or the checksum at the end of the paper"),
        help_text=_("The first twelve characters are enough."),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_file(self) -> Any:
        """Not too large to look at."""
        file = self.cleaned_data.get("file")
        if file and file.size > LARGEST_FILE:
            raise forms.ValidationError(
                _("This file is larger than 10 MB. Our papers are smaller.")
            )
        return file

    def clean_typed(self) -> str:
        """A checksum has figures and the letters a to f alone."""
        typed: str = self.cleaned_data.get("typed", "")
        if typed and cleaned(typed) is None:
            raise forms.ValidationError(TOO_SHORT)
        return typed

    def clean(self) -> dict[str, Any]:
        """One of both."""
        data = super().clean() or {}
        if not self.errors and not data.get("file") and not data.get("typed"):
            raise forms.ValidationError(_("Choose a file, or type the checksum."))
        return data


class RefresherForm(forms.Form):
    """Five questions, each with three answers."""

    def __init__(self, *args: Any, questions: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in questions:
            self.fields[question.code] = forms.ChoiceField(
                label=question.ask, choices=question.answers, widget=forms.RadioSelect
            )
