"""Less, a break, back again; and what was agreed in the talk."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from naast.capacity.inputs import Break, Less, Talk
from naast.capacity.models import StepBackMatch
from naast.companionship.models import Match
from naast.core import clock
from naast.core.inputs import DayField

LONGEST = 4000
AS_IT_IS = [("", _("It can stay as it is"))]
WISHES = AS_IT_IS + [(value, capfirst(label)) for value, label in StepBackMatch.Wish.choices]
BACK, LONGER, TALK = "back", "longer", "talk"
ANSWERS = [
    (BACK, _("I’m back")),
    (LONGER, _("A little longer")),
    (TALK, _("I’d like to talk about it first")),
]


def _words() -> forms.CharField:
    return forms.CharField(
        label=_("What should your coordinator know?"),
        help_text=_("A few words are enough; none is fine too. Only your coordinator reads this."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        required=False,
    )


class LessForm(forms.Form):
    """For each match what would help. It is a wish: nothing ends without a talk."""

    from_on = DayField(label=_("From when?"))
    words = _words()

    def __init__(self, *args: Any, matches: Sequence[Match], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("from_on", clock.today())
        self._matches = {f"match_{match.pk.hex}": match for match in matches}
        for name, match in self._matches.items():
            self.fields[name] = forms.ChoiceField(
                label=match.participant.first_name,
                choices=WISHES,
                required=False,
                widget=forms.RadioSelect,
            )

    @property
    def wishes(self) -> list[forms.BoundField]:
        """A field for each match."""
        return [self[name] for name in self._matches]

    def less(self) -> Less:
        """What was asked."""
        data = self.cleaned_data
        wishes: dict[UUID, str] = {
            match.pk: data[name] for name, match in self._matches.items() if data[name]
        }
        return Less(from_on=data["from_on"], wishes=wishes, words=data["words"])


class BreakForm(forms.Form):
    """From when until when."""

    from_on = DayField(label=_("From when?"))
    until_on = DayField(label=_("Until when, about?"))
    words = _words()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("from_on", clock.today())

    def wish(self) -> Break:
        """What was asked."""
        return Break(**self.cleaned_data)


class BackForm(forms.Form):
    """After a break: back, longer, or a talk first."""

    answer = forms.ChoiceField(
        label=_("How would you like to go on?"), choices=ANSWERS, widget=forms.RadioSelect
    )
    until_on = DayField(label=_("Longer: until when, about?"), required=False)

    def clean(self) -> dict[str, Any]:
        """A longer break has a day."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("answer") == LONGER and not data.get("until_on"):
            self.add_error("until_on", _("Choose a day; you can change it later."))
        return data


class ToldBackForm(BackForm):
    """What a volunteer answered by phone after a break."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer: Any = self.fields["answer"]
        answer.label = _("What did they answer?")
        answer.choices = [(BACK, _("They are back")), (LONGER, _("A little longer"))]

    def day(self) -> Any:
        """Until when they stay away; None when they are back."""
        return self.cleaned_data["until_on"] if self.cleaned_data["answer"] == LONGER else None


class TalkForm(forms.Form):
    """That somebody talked, and what was agreed."""

    talked_on = DayField(label=_("We talked on"))
    agreed = forms.CharField(
        label=_("What we agreed"),
        help_text=_("The volunteer reads this too."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("talked_on", clock.today())

    def clean_talked_on(self) -> Any:
        """A talk that took place."""
        day = self.cleaned_data["talked_on"]
        if day > clock.today():
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def talk(self) -> Talk:
        """What came out of it."""
        return Talk(**self.cleaned_data)
