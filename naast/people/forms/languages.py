"""Languages that somebody speaks, each with how well: rows that any form can have."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.people.forms.fields import with_empty
from naast.people.models import PersonLanguage
from naast.people.terms import language_choices

LANGUAGE_ROWS = 6
Row = tuple[forms.BoundField, forms.BoundField]


def language_rows(languages: Mapping[str, int]) -> dict[str, object]:
    """What the rows start from: a language and its level each."""
    found: dict[str, object] = {}
    for row, (code, level) in enumerate(languages.items()):
        found |= {f"language_{row}": code, f"level_{row}": level}
    return found


class LanguagesForm(forms.Form):
    """Rows of a language and its level."""

    rows: ClassVar[int] = LANGUAGE_ROWS

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = with_empty(language_choices())
        offered = {code for code, _name in choices}
        for row in range(self.rows):
            own = self.initial.get(f"language_{row}")
            extra = [(own, own)] if own and own not in offered else []
            self.fields[f"language_{row}"] = forms.ChoiceField(
                label=_("Language"), choices=[*choices, *extra], required=False
            )
            self.fields[f"level_{row}"] = forms.TypedChoiceField(
                label=_("How well"),
                choices=PersonLanguage.Level.choices,
                coerce=int,
                required=False,
                initial=PersonLanguage.Level.GOOD,
                empty_value=str(PersonLanguage.Level.GOOD.value),
            )

    @property
    def language_fields(self) -> list[Row]:
        """The bound fields of every row."""
        return [(self[f"language_{row}"], self[f"level_{row}"]) for row in range(self.rows)]

    def _filled(self) -> int:
        """How many rows are in use, one empty row included."""
        used = [
            place
            for place, (language, _level) in enumerate(self.language_fields, 1)
            if language.value()
        ]
        return max(used, default=0) + 1

    @property
    def first_rows(self) -> list[Row]:
        """The bound fields of languages that are filled in, and an empty one."""
        return self.language_fields[: self._filled()]

    @property
    def more_rows(self) -> list[Row]:
        """The other empty ones, one click away."""
        return self.language_fields[self._filled() :]

    def languages(self) -> dict[str, int]:
        """Code to level, after cleaning; the same language twice keeps its first level."""
        found: dict[str, int] = {}
        for row in range(self.rows):
            code = self.cleaned_data[f"language_{row}"]
            if code:
                found.setdefault(code, int(self.cleaned_data[f"level_{row}"]))
        return found
