"""Input of the import pages."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.exchange.headings import Column
from naast.exchange.models import ImportJob, Kind
from naast.exchange.vocabulary import fields_of

_ACCEPTED = ".xlsx,.ods,.xls,.csv,.tsv,.txt,.json"


class UploadForm(forms.Form):
    """A file, and what stands in it."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What stands in the list?"),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        initial=Kind.VOLUNTEERS,
    )
    file = forms.FileField(
        label=gettext_lazy("Your list"),
        help_text=gettext_lazy(
            "A spreadsheet as you have it: xlsx, ods, xls or csv. Title rows, empty rows and your own headings are fine."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": _ACCEPTED}),
        max_length=200,
        allow_empty_file=True,
    )

    def clean_file(self) -> Any:
        """Too large is said before anything is read."""
        file = self.cleaned_data["file"]
        limit: int = settings.UPLOAD_LIMIT_BYTES
        if file.size > limit:
            raise forms.ValidationError(
                _("This file is too large: at most %(limit)s MB can be loaded at once.")
                % {"limit": max(1, limit // 1024 // 1024)}
            )
        return file


class SheetForm(forms.Form):
    """Which sheet, and in which row its headings stand."""

    sheet = forms.ChoiceField(label=gettext_lazy("Sheet"))
    heading_row = forms.IntegerField(
        label=gettext_lazy("Row of the headings"),
        help_text=gettext_lazy("As your spreadsheet numbers it; 0 when there are no headings."),
        min_value=0,
        max_value=200,
    )

    def __init__(self, *args: Any, sheets: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sheet"].choices = [(name, name) for name in sheets]  # type: ignore[attr-defined]  # a ChoiceField


class ColumnsForm(forms.Form):
    """What each column means: one select a column."""

    def __init__(self, *args: Any, kind: str, columns: tuple[Column, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            ("", _("– leave out –")),
            *((field.code, field.heading) for field in fields_of(kind)),
        ]
        for column in columns:
            self.fields[f"column_{column.index}"] = forms.ChoiceField(
                label=_("Column %(letters)s means") % {"letters": column.letters},
                choices=choices,
                required=False,
                initial=column.field,
            )

    def mapping(self) -> dict[int, str]:
        """Column number to field."""
        return {
            int(name.removeprefix("column_")): field for name, field in self.cleaned_data.items()
        }


class DecisionsForm(forms.Form):
    """For each doubtful row: somebody you have, somebody new, or leave it out."""

    def __init__(self, *args: Any, doubtful: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for doubt in doubtful:
            same = [
                (
                    other["person_id"],
                    _("The same person as %(name)s") % {"name": other["other"]["name"]},
                )
                for other in doubt["others"]
                if other["person_id"]
            ]
            self.fields[f"row_{doubt['row']}"] = forms.ChoiceField(
                label=_("Row %(row)s") % {"row": doubt["row"]},
                choices=[*same, ("new", _("A new person")), ("skip", _("Leave this row out"))],
                widget=forms.RadioSelect,
                required=False,
            )

    def decisions(self) -> dict[int, str]:
        """Row number to decision, for the rows that got one."""
        return {
            int(name.removeprefix("row_")): decision
            for name, decision in self.cleaned_data.items()
            if decision
        }


class LoadForm(forms.Form):
    """What to do when some rows can't be taken."""

    rule = forms.ChoiceField(
        label=gettext_lazy("When some rows can’t be taken"),
        choices=ImportJob.Rule.choices,
        widget=forms.RadioSelect,
        initial=ImportJob.Rule.GOOD_ROWS,
    )
