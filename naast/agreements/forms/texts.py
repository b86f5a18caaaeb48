"""Input about texts: a new one, its settings, its clauses, publishing it, and what we say about ourselves."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.forms.models import fields_for_model
from django.utils.translation import gettext_lazy as _

from naast.agreements.asking import may_ask
from naast.agreements.contents import Clause, Part
from naast.agreements.filling import unknown_in
from naast.agreements.models import AboutUs, Document, DocumentKind, LegalForm, Style
from naast.agreements.services.texts import SETTINGS, NewText
from naast.agreements.texts import LANGUAGES
from naast.programmes.models import Programme

SPOKEN = dict(settings.LANGUAGES)


def languages() -> list[tuple[str, str]]:
    """The languages in which we have texts."""
    return [(code, str(SPOKEN[code])) for code in LANGUAGES]


class PlaceForm(forms.Form):
    """Of which programme, or of the whole organisation."""

    programme = forms.ModelChoiceField(
        label=_("Which texts?"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("The whole organisation"),
    )

    def __init__(self, *args: Any, programmes: QuerySet[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["programme"].label_from_instance = lambda it: it.name  # type: ignore[attr-defined]  # idem

    def programme_chosen(self) -> Programme | None:
        """The programme of a valid form."""
        found: Programme | None = self.cleaned_data["programme"] if self.is_valid() else None
        return found


class ReadForm(PlaceForm):
    """In which language, and filled in for which programme."""

    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args: Any, spoken: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [(code, SPOKEN[code]) for code in spoken]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["programme"].label = _("Filled in for")


class NewTextForm(PlaceForm):
    """Our own text of a kind, or an empty one under a name."""

    name = forms.CharField(label=_("Name"), max_length=120)
    languages = forms.MultipleChoiceField(
        label=_("In which languages?"),
        choices=languages,
        widget=forms.CheckboxSelectMultiple,
        initial=list(LANGUAGES),
        help_text=_("Somebody without a text in their language reads that of the house."),
    )
    style = forms.ChoiceField(
        label=_("How do we come to this text?"),
        choices=Style,
        widget=forms.RadioSelect,
        required=False,
    )
    field_order = ("name", "programme", "languages", "style")

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.fields["programme"].label = _("For whom does it hold?")
        if kind != DocumentKind.OTHER:
            del self.fields["name"]

    def new(self) -> NewText:
        """The new text of a valid form."""
        data = self.cleaned_data
        return NewText(
            kind=self.kind,
            languages=tuple(data["languages"]),
            programme_id=data["programme"].pk if data["programme"] else None,
            name=data.get("name", ""),
            style=data["style"],
        )


class SettingsForm(forms.Form):
    """What a text asks of whom, and how often."""

    def __init__(self, *args: Any, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(fields_for_model(Document, fields=SETTINGS))
        for name in ("asks", "style"):
            field: Any = self.fields[name]
            choices = [choice for choice in field.choices if choice[0]]
            self.fields[name] = forms.ChoiceField(
                label=field.label, choices=choices, widget=forms.RadioSelect
            )
        decree = document.organisation.is_under_welfare_decree
        self.fields["asks"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (each.value, each.label) for each in may_ask(document.kind, is_under_decree=decree)
        ]
        self.fields["renew_months"] = forms.IntegerField(
            label=self.fields["renew_months"].label,
            required=False,
            min_value=1,
            max_value=120,
            help_text=_("Empty: it holds until a new version asks again."),
        )

    def clean(self) -> dict[str, Any]:
        """Somebody has to read it."""
        data = super().clean() or {}
        if not any(data.get(name) for name in ("for_volunteers", "for_participants", "for_staff")):
            raise forms.ValidationError(_("Choose at least one group of readers."))
        return data


class TitleForm(forms.Form):
    """The title of a text in one language."""

    title = forms.CharField(label=_("Title"), max_length=150)


class ClauseForm(forms.Form):
    """One clause in one language."""

    heading = forms.CharField(label=_("Heading"), max_length=150)
    text = forms.CharField(
        label=_("Text"),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_(
            "One paragraph on each line. A line that begins with “- ” becomes an item of a list. Names between braces are filled in for each reader."
        ),
    )
    part = forms.ChoiceField(
        label=_("In which part?"),
        choices=[(Part.PRACTICAL, _("A: practical")), (Part.LIMITS, _("B: what can and cannot"))],
        initial=Part.LIMITS,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, chooses_part: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not chooses_part:
            del self.fields["part"]

    def clean(self) -> dict[str, Any]:
        """Names between braces that we don’t know are typing errors."""
        data = super().clean() or {}
        for name in ("heading", "text"):
            unknown = sorted(unknown_in(data.get(name, "")))
            if unknown:
                sentence = _("We don’t know %(name)s. Look in the list of names beside this form.")
                self.add_error(name, sentence % {"name": f"{{{unknown[0]}}}"})
        return data

    def clause(self, code: str = "") -> Clause:
        """The clause of a valid form."""
        data = self.cleaned_data
        text = data["text"].replace("\r\n", "\n").strip()
        return Clause(code, data["heading"], text, data.get("part", ""))


class PublishForm(forms.Form):
    """What changed, and whether everybody is asked again."""

    change_note = forms.CharField(
        label=_("What changed, in one sentence"),
        max_length=300,
        help_text=_("Whoever reads the new version reads this first."),
    )
    asks_again = forms.TypedChoiceField(
        label=_("Who reads it again?"),
        choices=[
            ("yes", _("Ask everybody again: something really changed")),
            ("no", _("Only a correction, such as a typing error: what was signed holds")),
        ],
        coerce=lambda answer: answer == "yes",
        initial="yes",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, is_first: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_first:
            self.fields.clear()

    def said(self) -> dict[str, Any]:
        """What the service asks; a first version has changed nothing."""
        return {"asks_again": True, "change_note": ""} | self.cleaned_data


class AboutUsForm(forms.Form):
    """What every text says about us, in one language."""

    legal_form = forms.ChoiceField(label=_("We are"), choices=LegalForm, widget=forms.RadioSelect)
    answers_for_us = forms.CharField(
        label=_("Who answers for us"),
        max_length=150,
        required=False,
        help_text=_("Asked of an association without legal personality."),
    )
    aim = forms.CharField(
        label=_("Our aim"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences: for whom, and what for."),
    )
    costs = forms.CharField(
        label=_("Which costs we give back, when and how"),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Also say it when you give nothing back."),
    )

    def clean(self) -> dict[str, Any]:
        """An association without legal personality names somebody (law 1.2)."""
        data = super().clean() or {}
        without = (LegalForm.DE_FACTO, LegalForm.DE_FACTO_STAFF)
        if data.get("legal_form") in without and not data.get("answers_for_us"):
            self.add_error("answers_for_us", _("Name at least one person who answers for you."))
        return data

    def says(self, language: str) -> AboutUs:
        """The words of a valid form, not saved."""
        data = self.cleaned_data
        return AboutUs(
            legal_form=data["legal_form"],
            answers_for_us=data["answers_for_us"],
            aim={language: data["aim"]},
            costs={language: data["costs"]},
        )


def about_us_initial(about: AboutUs | None, language: str) -> dict[str, str]:
    """What was said before, in this language."""
    if about is None:
        return {}
    return {
        "legal_form": about.legal_form,
        "answers_for_us": about.answers_for_us,
        "aim": about.aim.get(language, ""),
        "costs": about.costs.get(language, ""),
    }
