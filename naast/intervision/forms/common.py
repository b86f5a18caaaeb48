"""What the forms of this room have in common."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.intervision import themes
from naast.intervision.errors import NameDoubtful

WITHOUT_NAMES = _(
    "Write it so that nobody knows who it is about. Not «Rik from Church Street», but «an older man whom I "
    "visit». No names, no initials, no numbers."
)


def words(label: Any, *, rows: int = 4, required: bool = True, **options: Any) -> forms.CharField:
    """A few sentences."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, widget=area, **options)


def theme_choices(first: Any = None) -> list[tuple[str, Any]]:
    """The themes, after an empty choice where there is one."""
    shown: list[tuple[str, Any]] = [("", first)] if first is not None else []
    return [*shown, *themes.THEMES.items()]


class WithoutNames(forms.Form):
    """A form whose text may tell nobody's name. Where a word may be one, it asks once."""

    is_checked = forms.BooleanField(
        label=_("I looked once more: this is not the name of somebody."), required=False
    )
    needs_check = False

    def refuse(self, error: Exception, *, field: str | None) -> None:
        """Say why at the text itself, and offer the box where a word may be an ordinary one."""
        self.needs_check = isinstance(error, NameDoubtful)
        self.add_error(field, str(error))
