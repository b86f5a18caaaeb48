"""Input about letters and the words they are written in."""

from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from naast.core.errors import DomainError
from naast.messaging import queries, texts

# A letter that people still read; it also keeps forms within bounds.
LONGEST_BODY = 8_000


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when that is nothing at all; None for a page that is only opened."""
    return request.POST if request.method == "POST" else None


class WordsForm(forms.Form):
    """A subject and a text that somebody reads and changes before they go out: show it with
    `{% include "messaging/_words.html" with words_form=form %}`.

    With `kind` the text has open places (`{first_name}`) and is refused when it asks for what nobody can
    fill in; a button shows first how it reads (`asks_to_look`, then `look`). Without it the text is filled
    in already (`services.compose`), and braces are just braces.
    """

    LOOK = "look"

    subject = forms.CharField(
        label=_("Subject"),
        max_length=texts.LONGEST_SUBJECT,
        help_text=_("Shows on locked phones: no names."),
    )
    body = forms.CharField(
        label=_("Text"), max_length=LONGEST_BODY, widget=forms.Textarea(attrs={"rows": 12})
    )

    def __init__(
        self,
        *args: Any,
        kind: texts.Kind | None = None,
        words: texts.Words | None = None,
        **kwargs: Any,
    ) -> None:
        if words is not None:
            shown = {"subject": words.subject, "body": words.body}
            kwargs["initial"] = {**(kwargs.get("initial") or {}), **shown}
        super().__init__(*args, **kwargs)
        self.kind = kind
        # The letter as it would go out now, once somebody asked to read it.
        self.look: texts.Words | None = None

    @property
    def asks_to_look(self) -> bool:
        """Whether this was sent to read the letter first: nothing goes out."""
        return self.is_bound and self.LOOK in self.data

    @property
    def others(self) -> list[forms.BoundField]:
        """The fields beside the words, for a form that asks more."""
        return [bound for bound in self if bound.name not in WordsForm.base_fields]

    def clean_subject(self) -> str:
        """One line, whatever was pasted."""
        return " ".join(self.cleaned_data["subject"].split())

    def clean_body(self) -> str:
        """One kind of line ends."""
        return "\n".join(self.cleaned_data["body"].splitlines())

    def clean(self) -> dict[str, Any]:
        """The text asks only for what can be filled in."""
        data = super().clean() or {}
        if self.kind is not None and not self.errors:
            try:
                texts.check(self.kind, texts.Words(data["subject"], ""))
            except DomainError as error:
                self.add_error("subject", str(error))
            try:
                texts.check(self.kind, texts.Words("", data["body"]))
            except DomainError as error:
                self.add_error("body", str(error))
        return data

    def words(self) -> texts.Words:
        """The words of a valid form."""
        return texts.Words(self.cleaned_data["subject"], self.cleaned_data["body"])


class LetterForm(WordsForm):
    """A letter that one reads and changes first, or a talk instead. Without an address there is nothing
    to write."""

    LETTER, IN_PERSON = "letter", "in_person"

    how = forms.ChoiceField(
        label=_("How do they hear it?"),
        choices=[
            (LETTER, _("By the letter below")),
            (IN_PERSON, _("We told it in person, without a letter")),
        ],
        widget=forms.RadioSelect,
        initial=LETTER,
    )

    def __init__(self, *args: Any, has_address: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([*(bound.name for bound in self.others), "subject", "body"])
        for name in ("subject", "body"):
            self.fields[name].required = False
        if not has_address:
            for name in ("how", "subject", "body"):
                del self.fields[name]

    @property
    def has_address(self) -> bool:
        """Whether there is somebody to write to."""
        return "body" in self.fields

    def clean(self) -> dict[str, Any]:
        """A letter has a subject and words."""
        data = self.cleaned_data
        if data.get("how") != self.LETTER:
            return data
        for name in ("subject", "body"):
            if name not in self.errors and not data[name].strip():
                self.add_error(name, _("Write a few words, or choose to tell it in person."))
        return super().clean()

    def letter_words(self) -> texts.Words | None:
        """The letter as it was read and changed; None for a talk."""
        return self.words() if self.cleaned_data.get("how") == self.LETTER else None


class FilterForm(forms.Form):
    """Which letters the list shows."""

    kind = forms.ChoiceField(label=_("Kind"), required=False)
    left = forms.ChoiceField(
        label=_("State"),
        choices=[("", _("All")), (queries.SENT, _("Sent")), (queries.WAITING, _("Not sent yet"))],
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", _("All")),
            *((kind.code, kind.label) for kind in texts.kinds()),
        ]

    def filters(self) -> queries.Filters:
        """What was chosen; everything when that made no sense."""
        data = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return queries.Filters(kind=data.get("kind", ""), left=data.get("left", ""))
