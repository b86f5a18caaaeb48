"""Which candidates the list and the board show."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.programmes.models import StageKind
from naast.recruitment.models import Waits
from naast.recruitment.queries.applications import Filter
from naast.recruitment.states import Status

ALL = "all"


class ListForm(forms.Form):
    """The filters of the list: they stand in the address, so that a list can be kept."""

    name = forms.CharField(
        label=gettext_lazy("Name begins with"), max_length=60, required=False, strip=True
    )
    status = forms.ChoiceField(
        label=gettext_lazy("Where it stands"),
        choices=[
            ("", gettext_lazy("On the way")),
            *[choice for choice in Status.choices if choice[0] != Status.OPEN],
            (ALL, gettext_lazy("All of them")),
        ],
        required=False,
    )
    stage = forms.ChoiceField(
        label=gettext_lazy("Stage"),
        choices=[("", gettext_lazy("Every stage")), *StageKind.choices],
        required=False,
    )
    programme = forms.ChoiceField(label=gettext_lazy("Programme"), required=False)
    waits_for = forms.ChoiceField(
        label=gettext_lazy("Up to whom"),
        choices=[("", gettext_lazy("Everybody")), *Waits.choices],
        required=False,
    )
    vacancy = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, programmes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Every programme")), *programmes]
        self.fields["programme"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def chosen(self) -> Filter:
        """The filter of this form; what is not understood filters nothing."""
        if not self.is_bound:
            return Filter()
        self.full_clean()
        data = self.cleaned_data
        status = data.get("status") or Status.OPEN
        return Filter(
            status="" if status == ALL else status,
            stage=data.get("stage", ""),
            programme_id=data.get("programme", ""),
            vacancy_id=str(data.get("vacancy") or ""),
            waits_for=data.get("waits_for", ""),
            name=data.get("name", ""),
        )


class BoardForm(forms.Form):
    """Whose path the board shows."""

    programme = forms.ChoiceField(label=gettext_lazy("Programme"), required=False)

    def __init__(self, *args: Any, programmes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Every programme")), *programmes]
        self.fields["programme"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def programme_id(self) -> str:
        """The chosen programme, or an empty string for all."""
        return str(self.cleaned_data.get("programme", "")) if self.is_valid() else ""


class ProgrammeForm(forms.Form):
    """Of which programme the figures are; what is not understood is the whole house."""

    programme = forms.ChoiceField(label=gettext_lazy("Programme"), required=False)

    def __init__(self, *args: Any, programmes: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = {str(pk): name for pk, name in programmes}
        choices = [("", _("Every programme")), *self.names.items()]
        self.fields["programme"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def _chosen(self) -> str:
        return str(self.cleaned_data["programme"]) if self.is_valid() else ""

    def programme_id(self) -> UUID | None:
        """The chosen programme, or None for the whole house."""
        chosen = self._chosen()
        return UUID(chosen) if chosen else None

    def programme_name(self) -> str:
        """Its name, or an empty string."""
        return self.names.get(self._chosen(), "")
