"""Fields that the forms of this room share."""

from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core.inputs import text_field
from naast.needs.states import Theme
from naast.organisations.choices import ColleagueField

LONGEST = 4000
text = partial(text_field, longest=LONGEST, required=True)


SHORT = 600
__all__ = [
    "ColleagueField",
    "MatchField",
    "choose_from",
    "id_of",
    "text",
    "theme_field",
    "words_for_volunteer",
]


def words_for_volunteer() -> forms.CharField:
    """What the volunteer reads: never more than they may know."""
    return forms.CharField(
        label=_("What the volunteer reads"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=SHORT,
        help_text=_("In plain words: what happens now, and what they can expect."),
    )


def theme_field(*, required: bool, help_text: Any = "") -> forms.ChoiceField:
    """One of the themes, or none."""
    empty = [] if required else [("", _("Don’t count it"))]
    return forms.ChoiceField(
        label=_("Theme"),
        choices=[*empty, *Theme.choices],
        required=required,
        help_text=help_text or _("Then it counts among the needs of this quarter, without a name."),
    )


class MatchField(forms.ModelChoiceField):  # type: ignore[type-arg]  # idem
    """A choice of one's own matches, by the first name of who it is about."""

    def label_from_instance(self, obj: Match) -> str:
        """What the volunteer calls them."""
        return obj.participant.first_name


def choose_from(form: forms.Form, name: str, rows: QuerySet[Any]) -> None:
    """The rows from which this field lets somebody choose; a field without rows is left out."""
    if rows.exists():
        form.fields[name].queryset = rows  # type: ignore[attr-defined]  # a choice of rows
    else:
        del form.fields[name]


def id_of(data: dict[str, Any], name: str) -> UUID | None:
    """The id of a chosen row, or None."""
    row: Model | None = data.get(name)
    return row.pk if row is not None else None
