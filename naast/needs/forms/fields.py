"""Fields that the forms of this room share."""

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.learning.forms.days import day_field
from naast.needs.states import Theme
from naast.organisations.models import Membership

LONGEST = 4000
SHORT = 600
__all__ = [
    "ColleagueField",
    "MatchField",
    "choose_from",
    "day_field",
    "id_of",
    "text",
    "theme_field",
    "words_for_volunteer",
]


def text(
    label: Any, *, required: bool = True, rows: int = 3, help_text: Any = ""
) -> forms.CharField:
    """A few lines."""
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=LONGEST,
        required=required,
        help_text=help_text,
    )


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


class ColleagueField(forms.ModelChoiceField):  # type: ignore[type-arg]  # stubs want an argument, Django has none
    """A choice of colleagues, by name."""

    def label_from_instance(self, obj: Membership) -> str:
        """The name of the user behind the membership."""
        return obj.user.name or obj.user.email


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
