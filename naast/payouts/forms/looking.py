"""Forms for looking at claims."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import text_field
from naast.expenses.models import Claim
from naast.expenses.states import Kind
from naast.payouts.queries.looking import Filter, months_until, state_choices

LONGEST = 1000
ALL = ("", _("All"))
KINDS = [choice for choice in Kind.choices if choice[0] != Kind.GIFT]


class FilterForm(forms.Form):
    """Which claims the list shows. Its state is in the address."""

    show = forms.ChoiceField(label=_("Show"), required=False)
    month = forms.ChoiceField(label=_("Month"), required=False)
    name = forms.CharField(label=_("Name of the volunteer"), max_length=100, required=False)
    kind = forms.ChoiceField(label=_("What"), choices=[ALL, *KINDS], required=False)
    programme = forms.ChoiceField(label=_("Programme"), required=False)

    def __init__(self, *args: Any, programmes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        months = [(f"{day:%Y-%m}", date_format(day, "F Y")) for day in months_until(clock.today())]
        self._choose("show", [("", _("What waits")), *state_choices()])
        self._choose("month", [ALL, *months])
        self._choose("programme", [ALL, *programmes])

    def asked(self) -> Filter:
        """What was asked; a choice that does not exist asks nothing."""
        self.is_valid()
        given = {name: str(value) for name, value in self.cleaned_data.items() if value}
        month, programme = given.get("month"), given.get("programme")
        return Filter(
            show=given.get("show", ""),
            month=date.fromisoformat(f"{month}-01") if month else None,
            name=given.get("name", ""),
            kind=given.get("kind", ""),
            programme_id=UUID(programme) if programme else None,
        )

    def _choose(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField


class QuestionForm(forms.Form):
    """A question to the volunteer."""

    question = text_field(
        _("What would you like to know?"),
        longest=LONGEST,
        required=True,
        help_text=_(
            "The volunteer reads it word for word. Say what is missing, and that it helps."
        ),
    )


class ReasonForm(forms.Form):
    """Why something is not paid, or is corrected."""

    reason = text_field(
        _("Why?"),
        longest=LONGEST,
        required=True,
        help_text=_("The volunteer reads it word for word. Say what they can do now."),
    )


class AnswerForm(forms.Form):
    """What the volunteer said, for who is not online."""

    answer = text_field(_("What did the volunteer say?"), longest=LONGEST, required=True)


class TickedForm(forms.Form):
    """The claims of a page that were ticked. What changed meanwhile is no mistake: the service leaves it."""

    claims = forms.ModelMultipleChoiceField(
        queryset=Claim.objects.none(), error_messages={"required": _("Tick what you agree with.")}
    )

    def __init__(self, *args: Any, seen: QuerySet[Claim], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["claims"].queryset = seen.only("id")  # type: ignore[attr-defined]  # of models

    def ids(self) -> list[UUID]:
        """The claims in the order of the list."""
        return [claim.pk for claim in self.cleaned_data["claims"]]
