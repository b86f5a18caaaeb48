"""Input about cases, exercises and sheets."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.agreements.models import DocumentKind
from naast.casebook.inputs import CaseText, SheetText
from naast.casebook.models import SHEET_LISTS, Case, CaseForm, Sheet
from naast.casebook.words import GROUPS, SETTINGS, THEMES, choices
from naast.core.text import Text
from naast.programmes.forms import LinesField

EVERYTHING = ("", gettext_lazy("Everything"))
ONE_A_LINE = gettext_lazy("One on each line.")
ROLE_MARK = ":"


def _one_of(label: Any, words: Mapping[str, Text]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[EVERYTHING, *choices(words)])


def _several(label: Any, words: Mapping[str, Text], **more: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=choices(words),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        **more,
    )


def _lines(
    label: Any, *, rows: int = 4, required: bool = False, help_text: Any = ONE_A_LINE
) -> LinesField:
    return LinesField(
        label=label,
        required=required,
        help_text=help_text,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def _language() -> forms.ChoiceField:
    return forms.ChoiceField(label=gettext_lazy("Language"), choices=settings.LANGUAGES)


class CaseFilter(forms.Form):
    """What to look for in the case bank."""

    text = forms.CharField(label=gettext_lazy("Word"), required=False, max_length=80)
    themes = _one_of(gettext_lazy("Theme"), THEMES)
    groups = _one_of(gettext_lazy("About whom"), GROUPS)
    settings = _one_of(gettext_lazy("Where"), SETTINGS)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), required=False, choices=[EVERYTHING, *CaseForm.choices]
    )


class CaseWriting(forms.Form):
    """A case or an exercise of our own."""

    form = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=CaseForm.choices, widget=forms.RadioSelect
    )
    title = forms.CharField(label=gettext_lazy("Title"), max_length=120)
    language = _language()
    situation = forms.CharField(
        label=gettext_lazy("What happens"),
        help_text=gettext_lazy(
            "Tell it as a small story, and stop where it gets difficult. Use invented first names, and change "
            "what could give somebody away."
        ),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    questions = _lines(
        gettext_lazy("Questions to talk about"),
        required=True,
        help_text=gettext_lazy("One on each line. Four or five open questions are enough."),
    )
    helps = _lines(
        gettext_lazy("What often helps"),
        help_text=gettext_lazy(
            "One on each line. Short and open: there is never one right answer."
        ),
    )
    roles = _lines(
        gettext_lazy("Roles, for an exercise"),
        help_text=gettext_lazy("One on each line: who, a colon, and what they know and feel."),
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("How long (minutes)"), required=False, min_value=5, max_value=240
    )
    themes = _several(gettext_lazy("Themes"), THEMES)
    groups = _several(gettext_lazy("About whom"), GROUPS)
    settings = _several(gettext_lazy("Where"), SETTINGS)
    document = forms.ChoiceField(
        label=gettext_lazy("Agreement it touches"),
        required=False,
        choices=[("", gettext_lazy("None")), *DocumentKind.choices],
    )

    def clean_roles(self) -> list[dict[str, str]]:
        """Each line as who and brief."""
        found = [line.partition(ROLE_MARK) for line in self.cleaned_data["roles"]]
        if not all(mark and brief.strip() for _who, mark, brief in found):
            raise ValidationError(_("Write on each line who it is, a colon, and what they know."))
        return [{"who": who.strip(), "brief": brief.strip()} for who, _mark, brief in found]

    def clean(self) -> dict[str, Any]:
        """An exercise has people to play."""
        data = super().clean() or self.cleaned_data
        if data.get("form") == CaseForm.EXERCISE and "roles" in data and len(data["roles"]) < 2:
            self.add_error("roles", _("An exercise needs two roles at least."))
        return data

    def text(self, *, card: str = "") -> CaseText:
        """What the service takes in; `card` is not for the form to change."""
        return CaseText(card=card, **self.cleaned_data)


class SheetWriting(forms.Form):
    """A sheet of our own, or ours made theirs."""

    title = forms.CharField(
        label=gettext_lazy("About whom"),
        help_text=gettext_lazy("People first: «people who…», never only a name for them."),
        max_length=120,
    )
    language = _language()
    lead = forms.CharField(label=gettext_lazy("In one sentence"), max_length=200)
    means = forms.CharField(
        label=gettext_lazy("What it can mean"),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    helps = _lines(gettext_lazy("What often helps"), required=True)
    better_not = _lines(gettext_lazy("Better not"))
    too_heavy = _lines(gettext_lazy("When it gets too heavy for you"))
    pass_on = _lines(gettext_lazy("What you pass on, and to whom"), required=True)
    say = _lines(gettext_lazy("Words to use"), rows=2)
    avoid = _lines(gettext_lazy("Rather not these words"), rows=2)

    def text(self) -> SheetText:
        """What the service takes in."""
        return SheetText(**self.cleaned_data)


class SheetChoice(forms.Form):
    """Which sheets volunteers of a programme read beforehand."""

    sheets = forms.ModelMultipleChoiceField(
        label=gettext_lazy("To read before the first meeting"),
        queryset=Sheet.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, sheets: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["sheets"]
        field.queryset = sheets
        field.label_from_instance = _title_of


def _title_of(sheet: Sheet) -> str:
    return sheet.title


def initial_case(case: Case) -> dict[str, object]:
    """A case as its form shows it."""
    names = ("form", "title", "language", "situation", "questions", "helps", "minutes", "document")
    shown = {name: getattr(case, name) for name in (*names, "themes", "groups", "settings")}
    return {**shown, "roles": [f"{one['who']}{ROLE_MARK} {one['brief']}" for one in case.roles]}


def initial_sheet(sheet: Sheet) -> dict[str, object]:
    """A sheet as its form shows it."""
    return {
        name: getattr(sheet, name) for name in ("title", "language", "lead", "means", *SHEET_LISTS)
    }
