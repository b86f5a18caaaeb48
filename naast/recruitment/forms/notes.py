"""Notes: one at a time, and beside the prompts of the guide."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.recruitment.guide import AGREED_AFTER_LOSS, CHAPTERS, Chapter, Prompt
from naast.recruitment.models import Audience, Note
from naast.recruitment.services.notes import Written

LONGEST = 4_000
BEGINS_AS = Audience.TEAM


def _audience(**more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Who may read this"), choices=Audience.choices, initial=BEGINS_AS, **more
    )


class NoteForm(forms.Form):
    """A short note and who may read it. An emptied one is taken away."""

    text = forms.CharField(
        label=_("Note"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "What was said, what was agreed. No health, no reasons of a loss, nothing you would not read to them."
        ),
    )
    audience = _audience(widget=forms.RadioSelect)

    def written(self) -> Written:
        """The note, as the service wants it."""
        return Written(self.cleaned_data["text"], self.cleaned_data["audience"])


class GuideForm(forms.Form):
    """A small field beside each prompt of these chapters. Nothing is compulsory."""

    def __init__(self, *args: Any, shown: Sequence[Chapter] = CHAPTERS, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shown = shown
        self.noted = [
            prompt for chapter in shown for prompt in chapter.prompts if not prompt.only_there
        ]
        for prompt in self.noted:
            self.fields[f"note_{prompt.code}"] = _note_field(prompt)
            self.fields[f"for_{prompt.code}"] = _audience(required=False)

    @property
    def chapters(self) -> list[tuple[Chapter, list[tuple[Prompt, Any, Any]]]]:
        """The guide with its fields: a chapter with its prompts, each with a note and an audience; with
        neither where it is written down among the facts."""
        return [
            (
                chapter,
                [
                    (prompt, None, None)
                    if prompt.only_there
                    else (prompt, self[f"note_{prompt.code}"], self[f"for_{prompt.code}"])
                    for prompt in chapter.prompts
                ],
            )
            for chapter in self.shown
        ]

    def written(self) -> dict[str, Written]:
        """A prompt's code → what was noted."""
        data = self.cleaned_data
        return {
            prompt.code: Written(
                data[f"note_{prompt.code}"], data[f"for_{prompt.code}"] or BEGINS_AS
            )
            for prompt in self.noted
        }


def _note_field(prompt: Prompt) -> forms.Field:
    """A note; where no story is kept, a choice of what was agreed."""
    if prompt.keeps_no_words:
        return forms.ChoiceField(
            label=_("What we agree"),
            choices=[("", _("Not talked about")), *AGREED_AFTER_LOSS.items()],
            required=False,
        )
    return forms.CharField(
        label=_("Note"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def initial_guide(notes: Mapping[str, Note]) -> dict[str, str]:
    """What this writer noted before."""
    texts = {f"note_{code}": note.text for code, note in notes.items()}
    return texts | {f"for_{code}": note.audience for code, note in notes.items()}
