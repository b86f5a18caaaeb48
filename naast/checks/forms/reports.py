"""Input about reporting: an office, a day, a yes. No field for an amount, an illness or a reason."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.checks.models import NO, RATHER_NOT, Report, Statement
from naast.checks.services.reports import Filed
from naast.core import clock
from naast.core.inputs import DayField
from naast.core.text import Text
from naast.law import reporting as law
from naast.programmes.models import Programme

WORDS: dict[str, Text] = {
    "rva": _("Yes, from the RVA (unemployment)"),
    "health_fund": _("Yes, from my health fund"),
    "ocmw": _("Yes, from the OCMW"),
    "fedasil": _("Yes, I am in reception (Fedasil)"),
    "uwv": _("Yes, from UWV"),
    "municipality": _("Yes, from the municipality"),
    "reception": _("Yes, I am in reception for who asks for asylum"),
    NO: _("No"),
    RATHER_NOT: _("I’d rather not say"),
}


class AnswerForm(forms.Form):
    """The one neutral question, and the yes to keeping the answer."""

    answer = forms.ChoiceField(
        label=_("Do you get an allowance for which you must report volunteer work?"),
        widget=forms.RadioSelect,
        help_text=_("How much, why or since when: we don’t ask, and you need not tell."),
    )
    agrees = forms.BooleanField(
        label=_("You may keep this answer, to help me with the steps"),
        help_text=_(
            "Only you and the coordinators read it. Take it back whenever you like: then it goes."
        ),
        required=False,
    )

    def __init__(self, *args: Any, answers: Sequence[str], has_agreed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (code, WORDS.get(code, code)) for code in answers
        ]
        if has_agreed:
            del self.fields["agrees"]

    def given(self) -> dict[str, Any]:
        """What a valid form holds, for services.answer_question."""
        data = self.cleaned_data
        return {"answer": data["answer"], "agrees": data.get("agrees", False)}


class DoneForm(forms.Form):
    """It was reported."""

    done_on = DayField(label=_("Reported on"), initial=clock.today)


class LimitsForm(forms.Form):
    """Whether the office set limits."""

    limits_set = forms.TypedChoiceField(
        label=_("Did the office set limits?"),
        help_text=_("Which ones we don’t note: you agree together on what fits."),
        choices=[("no", _("No, nothing")), ("yes", _("Yes"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )


class ResidenceForm(forms.Form):
    """Whether a legal residence document was shown."""

    shown = forms.ChoiceField(
        label=_("Legal residence document"),
        choices=Report.Shown.choices,
        widget=forms.RadioSelect,
    )
    noted_on = DayField(label=_("Noted on"), initial=clock.today)


class StatementForm(forms.Form):
    """What the organisation filed."""

    form = forms.ChoiceField(label=_("What we filed"))
    work = forms.CharField(
        label=_("For which kind of work"),
        help_text=_("As it stands on the form: «company and walks», «helping with paperwork»."),
        max_length=200,
    )
    programmes = forms.ModelMultipleChoiceField(
        label=_("For which programmes"),
        queryset=Programme.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    filed_on = DayField(label=_("Filed on"), initial=clock.today)
    decision = forms.ChoiceField(
        label=_("Answer"), choices=Statement.Decision.choices, widget=forms.RadioSelect
    )

    def __init__(
        self,
        *args: Any,
        kinds: Sequence[law.Situation],
        programmes: QuerySet[Programme],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programmes"].queryset = programmes  # type: ignore[attr-defined]  # a choice of rows
        self.fields["form"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (row.form, f"{row.form}: {row.title}") for row in kinds
        ]

    def filed(self) -> Filed:
        """What a valid form holds."""
        chosen = tuple(each.pk for each in self.cleaned_data["programmes"])
        return Filed(**{**self.cleaned_data, "programmes": chosen})
