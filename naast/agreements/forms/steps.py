"""Input about agreements that were not kept."""

from collections.abc import Iterable
from functools import partial
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.agreements.inputs_steps import Agreement, OwnView, Seen, StepInput
from naast.agreements.models import StepTaken
from naast.agreements.queries.steps import Terms
from naast.agreements.services.picking import Pick
from naast.agreements.states_steps import (
    AGREE,
    ASK_PARTING,
    NOT_YET,
    PAPER,
    PAUSE,
    PAUSE_AT_ONCE,
    SOLVE,
    TALK,
)
from naast.core import clock
from naast.core.inputs import DayField, text_field
from naast.programmes.models import Programme

LONGEST = 4000
_text = partial(text_field, longest=LONGEST, rows=4, required=True)


View = StepTaken.View


class ObservationForm(forms.Form):
    """What somebody saw, or only heard."""

    SAW, HEARD = "saw", "heard"

    seen_on = DayField(label=_("On which day?"))
    how = forms.ChoiceField(
        label=_("How do we know?"),
        choices=[
            (SAW, _("Somebody saw it themselves")),
            (HEARD, _("We only heard it from somebody else")),
        ],
        widget=forms.RadioSelect,
        help_text=_("What was only heard is marked so, and no parting can rest on it."),
    )
    seen_by = forms.CharField(label=_("Who saw it, or from whom did you hear it?"), max_length=150)
    facts = _text(
        _("What happened?"),
        help_text=_("Facts only: what one could have filmed. No guesses about why."),
    )

    def clean_seen_on(self) -> Any:
        """Nobody saw what is still to come."""
        day = self.cleaned_data["seen_on"]
        if day > clock.today():
            raise forms.ValidationError(_("Choose today or a day in the past."))
        return day

    def seen(self) -> Seen:
        """What the service takes in."""
        data = self.cleaned_data
        return Seen(data["seen_on"], data["how"] == self.SAW, data["seen_by"], data["facts"])


class NotKeptForm(ObservationForm):
    """The agreement, and what was seen."""

    agreement = forms.ChoiceField(label=_("Which agreement is it about?"))

    def __init__(self, *args: Any, picks: Iterable[Pick], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.picks = {pick.value: pick.agreement for pick in picks}
        groups = groupby(picks, key=lambda pick: pick.group)
        field: Any = self.fields["agreement"]
        field.choices = [
            ("", _("Choose")),
            *((group, [(pick.value, pick.label) for pick in rows]) for group, rows in groups),
        ]
        self.order_fields(["agreement", "seen_on", "how", "seen_by", "facts"])

    def agreement_meant(self) -> Agreement:
        """The agreement that was chosen."""
        return self.picks[self.cleaned_data["agreement"]]


class ViewForm(forms.Form):
    """How the volunteer sees it, written down by staff."""

    view = forms.ChoiceField(
        label=_("How does the volunteer see it?"),
        choices=[
            (View.WRITTEN_DOWN, _("I write it down here in their words")),
            (View.DID_NOT_WANT, _("They did not want to say")),
        ],
        widget=forms.RadioSelect,
    )
    own_view = _text(_("In their own words"), required=False)

    def clean(self) -> dict[str, Any]:
        """Words, or that there are none."""
        data = super().clean() or {}
        if data.get("view") == View.WRITTEN_DOWN and not (data.get("own_view") or "").strip():
            self.add_error("own_view", _("Write it in their words, or choose the other answer."))
        return data

    def heard(self) -> OwnView | None:
        """What the service takes in; None when it is still to come."""
        view = self.cleaned_data["view"]
        return None if view == View.AWAITED else OwnView(view, self.cleaned_data["own_view"])


class MyViewForm(forms.Form):
    """How I see it myself."""

    NOT = "not"

    words = _text(
        _("How do you see it yourself?"),
        rows=5,
        required=False,
        help_text=_("In your own words. Your coordinator and your coach read it."),
    )

    def clean(self) -> dict[str, Any]:
        """Words, or the button that says «rather not»."""
        data = super().clean() or {}
        if self.NOT not in self.data and not (data.get("words") or "").strip():
            self.add_error("words", _("Write a few words, or choose «I would rather not say»."))
        return data

    def words_given(self) -> str:
        """The words; empty for who would rather not say."""
        return "" if self.NOT in self.data else self.cleaned_data["words"]


# Which questions each step asks.
ASKED: dict[str, tuple[str, ...]] = {
    TALK: ("taken_on", "note", "view", "own_view", "reason", "agreed", "look_back_on", "safety_reason"),
    PAPER: ("taken_on", "note", "view", "own_view", "reason", "agreed", "look_back_on", "safety_reason"),
    PAUSE: ("taken_on", "note", "view", "own_view", "reason", "agreed", "look_back_on", "safety_reason"),
    PAUSE_AT_ONCE: ("safety_reason", "taken_on", "note", "view", "own_view", "reason", "agreed", "look_back_on"),
    ASK_PARTING: ("taken_on", "note", "view", "own_view", "reason", "agreed", "safety_reason"),
    AGREE: ("taken_on", "note"),
    NOT_YET: ("taken_on", "note", "look_back_on"),
    SOLVE: ("taken_on", "note"),
}  # fmt: skip
# Questions that a step asks in other words.
LABELS: dict[tuple[str, str], Any] = {
    (PAPER, "agreed"): _("What stands on the paper that you both have"),
    (PAUSE, "agreed"): _("What you agreed for the time of the pause"),
    (PAUSE_AT_ONCE, "agreed"): _("What you agreed for the time of the pause"),
    (ASK_PARTING, "agreed"): _("How you want to say goodbye well"),
    (AGREE, "note"): _("What did you look at, and why do you agree?"),
    (NOT_YET, "note"): _("What could still be tried first?"),
    (SOLVE, "note"): _("What went well? Thank them in your own words"),
}


class StepForm(ViewForm):
    """One step: only the questions that belong to it."""

    taken_on = DayField(label=_("On which day?"))
    note = _text(
        _("What was said?"), help_text=_("Short. Only colleagues who look after this read it.")
    )
    reason = _text(
        _("Why this step?"), rows=3, help_text=_("The volunteer reads this. Honest and kind.")
    )
    agreed = _text(
        _("What did you agree together?"), rows=4, help_text=_("The volunteer reads this.")
    )
    look_back_on = DayField(label=_("When do you look at it together again?"))
    safety_reason = _text(
        _("Why it could not wait"),
        rows=2,
        required=False,
        help_text=_("Only when somebody was not safe. It stays visible."),
    )

    def __init__(self, *args: Any, step: str, is_too_soon: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.step = step
        for name in set(self.fields) - set(ASKED[step]):
            del self.fields[name]
        if "safety_reason" in self.fields and step != PAUSE_AT_ONCE and not is_too_soon:
            del self.fields["safety_reason"]
        if step == PAUSE_AT_ONCE:
            self.fields["safety_reason"].required = True
        if "view" in self.fields:
            view: Any = self.fields["view"]
            view.choices = [
                *view.choices,
                (View.AWAITED, _("They write it themselves, or tell it later")),
            ]
        for name, field in self.fields.items():
            field.label = LABELS.get((step, name), field.label)
        self.order_fields(ASKED[step])

    def given(self) -> StepInput:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        own_view = self.heard() if "view" in data else None
        known = StepInput.__dataclass_fields__
        rest = {name: value for name, value in data.items() if name in known and name != "own_view"}
        return StepInput(own_view=own_view, **rest)


class TermsForm(forms.Form):
    """How much time people get in this house."""

    days_between = forms.IntegerField(
        label=_("Days between two steps"),
        min_value=1,
        max_value=120,
        help_text=_("Time to do it differently. Two weeks is usual; only safety goes before it."),
    )
    months_kept = forms.IntegerField(
        label=_("Keep what was solved (months)"),
        min_value=1,
        max_value=24,
        help_text=_("After that it is erased by itself, and nobody can find it any more."),
    )

    def terms(self) -> Terms:
        """What the service takes in."""
        return Terms(**self.cleaned_data)


class ProgrammeTermsForm(forms.Form):
    """A programme with a time of its own."""

    programme = forms.ModelChoiceField(label=_("Programme"), queryset=Programme.objects.none())
    own_days = forms.IntegerField(
        label=_("Days between two steps here"),
        min_value=1,
        max_value=120,
        required=False,
        help_text=_("Leave it empty to do as everywhere in the house."),
    )

    def __init__(self, *args: Any, programmes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["programme"]
        field.queryset = programmes
        field.label_from_instance = lambda programme: programme.name
