"""Input about saying goodbye to a volunteer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.agreements.models import NotKept
from naast.core.inputs import DayField, boxes_field
from naast.organisations.choices import ColleagueField
from naast.organisations.models import Membership
from naast.parting.forms.fields import past_day, text
from naast.parting.inputs import Earlier, Goodbye, Grounds, OwnWish, PartingTalk, SeenInput
from naast.parting.models import Heard
from naast.parting.states import (
    OWN_REASONS,
    AwayAnswer,
    AwayEnd,
    Better,
    EarlierKind,
    GroundKind,
    Onward,
    PartingKind,
    Reason,
)

THEY_READ = _("The volunteer reads this.")
# The same reasons, as somebody says them about themselves.
MY_REASONS = {
    Reason.GROWN_WORK: _("I found work"),
    Reason.GROWN_STUDY: _("I start studies or a training"),
    Reason.GROWN_VOLUNTEERING: _("I go and volunteer somewhere else"),
    Reason.LIFE_CHANGED: _("My life changed"),
    Reason.MOVED: _("I move house"),
    Reason.HEALTH: _("My health"),
    Reason.TASK_DONE: _("What I came for is done"),
    Reason.NOT_EXPECTED: _("It is not what I expected"),
    Reason.TOO_HEAVY: _("It is too heavy"),
    Reason.TOO_LITTLE: _("There is too little to do"),
    Reason.NOT_SEEN: _("I do not feel seen"),
    Reason.VISION: _("We see things differently"),
    Reason.OTHER: _("Something else"),
}


class OpenForm(forms.Form):
    """Begin to say goodbye, or to talk about it."""

    kind = forms.ChoiceField(
        label=_("What is it about?"),
        choices=[
            (PartingKind.OWN_WISH, _("The volunteer would like to stop")),
            (PartingKind.AWAY, _("They have not been there for a long time")),
            (PartingKind.ORGANISATION, _("We want to talk about parting ourselves")),
        ],
        widget=forms.RadioSelect,
    )
    talk_planned_on = DayField(label=_("When do you talk?"), required=False)


class OwnWishForm(forms.Form):
    """Why I stop, what could be better, and what I would like to take along."""

    reasons = boxes_field(
        _("Why?"),
        [(reason.value, MY_REASONS[reason]) for reason in OWN_REASONS],
        help_text=_("More than one is fine."),
    )
    reason_words = text(_("In your own words"))
    better = boxes_field(_("What could we do better?"), Better.choices)
    better_words = text(
        _("Tell us more, if you like"),
        help_text=_("Your coordinator reads this. In figures nobody is recognised."),
    )
    wants_letter = forms.BooleanField(label=_("I’d like a letter of reference"), required=False)
    wants_certificate = forms.BooleanField(
        label=_("I’d like a certificate of what I learned"), required=False
    )
    come_back = forms.BooleanField(
        label=_("You may ask me once a year how I am"),
        required=False,
        help_text=_("One click and it stops."),
    )

    def wish(self) -> OwnWish:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        return OwnWish(
            **data | {"reasons": tuple(data["reasons"]), "better": tuple(data["better"])}
        )


class WordsForm(OwnWishForm):
    """The same, written down by a coordinator."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reasons: Any = self.fields["reasons"]
        reasons.choices = Reason.choices
        labels = {
            "reason_words": _("In their own words"),
            "better": _("What could we do better, according to them?"),
            "better_words": _("More about that"),
            "wants_letter": _("They would like a letter of reference"),
            "wants_certificate": _("They would like a certificate of what they learned"),
            "come_back": _("We may ask them once a year how they are: they said yes today"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
        self.fields["better_words"].help_text = _("Only coordinators read this.")


class PlanForm(forms.Form):
    """The day of the talk."""

    day = DayField(label=_("When do you talk?"))


class TalkForm(forms.Form):
    """The talk took place."""

    talk_on = past_day(_("When did you talk?"))
    words = text(_("What was said?"), required=True, help_text=THEY_READ)
    reaction = text(
        _("How did the volunteer react?"),
        help_text=_("Often somebody sees the gap too. The volunteer reads this."),
    )

    def __init__(self, *args: Any, is_ours: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_ours:
            del self.fields["reaction"]

    def talk(self) -> PartingTalk:
        """What the service takes in."""
        return PartingTalk(**self.cleaned_data)


class GroundsForm(forms.Form):
    """On which ground, and which value."""

    grounds = boxes_field(_("On which ground?"), GroundKind.choices, help_text=THEY_READ)
    value = text(
        _("Which core value or norm is concerned?"),
        required=True,
        help_text=_("As it stands in the charter or the vision. The volunteer reads this."),
    )
    not_kept = forms.ModelChoiceField(
        label=_("Take over the steps of this agreement"),
        queryset=NotKept.objects.none(),
        required=False,
        empty_label=_("None: I write the earlier steps myself"),
    )

    def __init__(self, *args: Any, ladder: Any, vision: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["not_kept"]
        field.queryset = ladder
        field.label_from_instance = lambda row: (
            f"{row.engagement.programme.name}: {row.get_state_display()}"
        )
        if vision:
            self.fields["value"].help_text = _("Our vision: {vision}").format(
                vision=" · ".join(vision)
            )

    def given(self) -> Grounds:
        """What the service takes in."""
        data = self.cleaned_data
        return Grounds(
            grounds=tuple(data["grounds"]),
            value=data["value"],
            not_kept_id=getattr(data["not_kept"], "pk", None),
        )


class EarlierForm(forms.Form):
    """Something that was tried before."""

    kind = forms.ChoiceField(
        label=_("What was tried?"), choices=EarlierKind, widget=forms.RadioSelect
    )
    taken_on = past_day(_("On which day?"))
    words = text(_("What was said and agreed?"), required=True, help_text=THEY_READ)
    heard = forms.ChoiceField(
        label=_("How did the volunteer see it?"),
        choices=[
            (Heard.WRITTEN_DOWN, _("I write it down here in their words")),
            (Heard.DID_NOT_WANT, _("They did not want to say")),
            (Heard.AWAITED, _("Not asked yet")),
        ],
        widget=forms.RadioSelect,
    )
    own_view = text(_("In their own words"))

    def earlier(self) -> Earlier:
        """What the service takes in."""
        return Earlier(**self.cleaned_data)


class SeenForm(forms.Form):
    """What somebody saw, or only heard."""

    SAW, HEARD = "saw", "heard"

    seen_on = past_day(_("On which day?"))
    how = forms.ChoiceField(
        label=_("How do we know?"),
        choices=[
            (SAW, _("Somebody saw it themselves")),
            (HEARD, _("We only heard it from somebody else")),
        ],
        widget=forms.RadioSelect,
        help_text=_("What was only heard is marked so, and does not count."),
    )
    seen_by = forms.CharField(label=_("Who saw it, or from whom did you hear it?"), max_length=150)
    facts = text(
        _("What happened?"),
        required=True,
        help_text=_("Facts only: what one could have filmed. The volunteer reads this."),
    )

    def seen(self) -> SeenInput:
        """What the service takes in."""
        data = self.cleaned_data
        return SeenInput(
            seen_on=data["seen_on"],
            is_first_hand=data["how"] == self.SAW,
            seen_by=data["seen_by"],
            facts=data["facts"],
        )


class ViewForm(forms.Form):
    """How somebody sees it themselves; the other button says «rather not»."""

    NOT = "not"

    words = text(
        _("How do you see it?"),
        rows=6,
        help_text=_("In your own words. Who reads the rest reads this too."),
    )
    companion = forms.CharField(
        label=_("Who comes along to the talk?"),
        max_length=150,
        required=False,
        help_text=_("You may bring somebody you trust."),
    )

    def clean(self) -> dict[str, Any]:
        """Words, or the button that says «rather not»."""
        data = super().clean() or {}
        if self.NOT not in self.data and not (data.get("words") or "").strip():
            self.add_error("words", _("Write a few words, or choose «I would rather not say»."))
        return data

    def given(self) -> dict[str, str]:
        """What the service takes in."""
        words = "" if self.NOT in self.data else self.cleaned_data["words"]
        return {"words": words, "companion": self.cleaned_data["companion"]}


class DecisionForm(forms.Form):
    """What is decided."""

    decision = text(_("What did you look at, and why?"), rows=4, required=True, help_text=THEY_READ)


class GoodbyeForm(forms.Form):
    """The last words, and who takes over."""

    thanks = text(
        _("What do you thank for?"),
        rows=5,
        help_text=_("In your own words. It stands on the page they keep."),
    )
    takes_over = ColleagueField(
        label=_("Who takes over what was agreed on evenings?"),
        queryset=Membership.objects.none(),
        required=False,
    )

    def __init__(self, *args: Any, colleagues: Any, has_tasks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_tasks:
            field: Any = self.fields["takes_over"]
            field.queryset = colleagues
        else:
            del self.fields["takes_over"]

    def goodbye(self) -> Goodbye:
        """What the service takes in."""
        return Goodbye(thanks=self.cleaned_data["thanks"])


class AwayForm(forms.Form):
    """How I am, after a long time."""

    answer = forms.ChoiceField(
        label=_("What would you like?"), choices=AwayAnswer, widget=forms.RadioSelect
    )
    words = text(_("Anything you want to say"))


class AwayEndForm(forms.Form):
    """What a person decides."""

    end = forms.ChoiceField(
        label=_("What do you decide together?"),
        choices=[choice for choice in AwayEnd.choices if choice[0] != AwayEnd.CAME_BACK],
        widget=forms.RadioSelect,
    )


class OnwardForm(forms.Form):
    """Where I want to go from here."""

    kind = forms.ChoiceField(
        label=_("Where would you like to go from here?"),
        choices=[*Onward.choices, ("", _("Nowhere in particular: I like it here"))],
        widget=forms.RadioSelect,
        required=False,
    )
    words = text(
        _("In your own words"), help_text=_("Your coordinator reads this and helps where possible.")
    )
