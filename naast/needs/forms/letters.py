"""Input about the register of needs, about policy signals and the letters to management."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField
from naast.needs.forms.fields import choose_from, id_of, text, theme_field
from naast.needs.inputs import NeedInput, PolicyInput
from naast.needs.models import Need
from naast.needs.rules import LETTER_ANSWER_DAYS
from naast.needs.services.letters import LetterInput
from naast.needs.states import AnswerKind
from naast.programmes.models import Programme
from naast.signals.states import OfferSide

NO_NAMES = _("Without anybody’s name: management and volunteers read this.")


class NeedForm(forms.Form):
    """One line of the register."""

    theme = theme_field(required=True)
    own_theme = forms.CharField(
        label=_("In own words"),
        max_length=80,
        required=False,
        help_text=_("When none of the themes fits. No names."),
    )
    aspect = forms.ChoiceField(
        label=_("Is it about what we offer ourselves?"),
        choices=[("", _("No")), *OfferSide.choices],
        required=False,
    )
    programme = forms.ModelChoiceField(
        label=_("Programme"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("None in particular"),
    )
    words = text(
        _("What was missing"),
        required=False,
        rows=3,
        help_text=_("Only coordinators read this. The counts hold no words."),
    )

    def __init__(self, *args: Any, programmes: QuerySet[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, "programme", programmes)

    def need(self, *, signal_id: UUID | None) -> NeedInput:
        """What a valid form holds."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "programme"}
        programme_id = id_of(self.cleaned_data, "programme")
        return NeedInput(**data, programme_id=programme_id, signal_id=signal_id)


class NeedsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # stubs want an argument
    """Lines of the register, by their day and their first words."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Need) -> str:
        """The day, the theme and how it begins."""
        words = obj.words or obj.own_theme
        return f"{obj.noted_on:%d/%m/%Y} · {obj.get_theme_display()} · {words[:80]}".rstrip(" ·")


class PolicyForm(forms.Form):
    """One thing that management can change."""

    title = forms.CharField(label=_("In one line"), max_length=160)
    theme = theme_field(required=True, help_text=_("Among which needs of the quarter it counts."))
    sees = text(_("What we see"), rows=4, help_text=NO_NAMES)
    asks = text(
        _("What we ask"),
        rows=3,
        help_text=_("What could change, and what it takes: people, money, a rule."),
    )
    needs = NeedsField(
        label=_("It leans on these lines of the register"),
        queryset=Need.objects.none(),
        required=False,
        help_text=_("Whoever told one of these is thanked, and reads the answer."),
    )

    def __init__(self, *args: Any, needs: QuerySet[Need], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, "needs", needs)

    def policy(self) -> PolicyInput:
        """What a valid form holds."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "needs"}
        chosen: frozenset[UUID] = frozenset(each.pk for each in self.cleaned_data.get("needs", ()))
        return PolicyInput(**data, need_ids=chosen)


class SendForm(forms.Form):
    """The letter of a quarter."""

    opening = text(_("A few words to begin with"), required=False, rows=4, help_text=NO_NAMES)
    answer_due_on = DayField(label=_("Management answers before"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        day = clock.today() + timedelta(days=LETTER_ANSWER_DAYS)
        kwargs["initial"] = {"answer_due_on": day, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    def letter(self) -> LetterInput:
        """What a valid form holds."""
        data = self.cleaned_data
        return LetterInput(data["answer_due_on"], data["opening"])


class AnswerPolicyForm(forms.Form):
    """What management says to one of them."""

    kind = forms.ChoiceField(
        label=_("What do you do?"), choices=AnswerKind.choices, widget=forms.RadioSelect
    )
    words = text(
        _("In words that everybody may read"),
        rows=4,
        help_text=_("Volunteers who told this read your answer."),
    )
