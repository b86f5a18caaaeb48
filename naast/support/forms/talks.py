"""Planning a talk, writing it down, the volunteer's own words."""

from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField
from naast.support.forms.plans import words
from naast.support.guides import Block, guide_of
from naast.support.inputs import Agreed, TalkInput, TalkPlan
from naast.support.models import Action, Talk
from naast.support.states import TalkKind

ROWS = 3


class NewTalkForm(forms.Form):
    """A talk to come, or one that took place."""

    planned_on = DayField(
        label=_("On which day?"), help_text=_("A day that is past: then you write it down at once.")
    )
    place = forms.CharField(label=_("Where, and at what hour?"), max_length=160, required=False)
    with_whom = forms.CharField(
        label=_("Who else sits at the table?"), max_length=200, required=False
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        if kind == TalkKind.TUNING:
            self.fields["with_whom"].required = True

    def given(self) -> TalkPlan:
        """What the service takes in."""
        return TalkPlan(kind=self.kind, **self.cleaned_data)


class MoveForm(forms.Form):
    """Another day for a talk."""

    planned_on = DayField(label=_("On which day?"))
    place = forms.CharField(label=_("Where, and at what hour?"), max_length=160, required=False)


class TalkForm(forms.Form):
    """What was said: first what we appreciate, then the blocks of the guide. Most may stay open."""

    held_on = DayField(label=_("On which day?"))
    appreciation = words(
        _("What do you appreciate? Say it exactly"),
        help_text=_("Begin with this, in the talk as well. The volunteer reads all of this page."),
    )

    def __init__(self, *args: Any, talk: Talk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.talk = talk
        self.guide = guide_of(talk.kind)
        for block in self.guide.blocks:
            self.fields[f"block_{block.code}"] = words(block.title, rows=4, required=False)
        self.fields["growth"] = words(
            _("What would they like to let grow? Only if they want to"), required=False
        )
        for row in range(1, ROWS + 1):
            self._action(row)
        self.fields["next_kind"] = forms.ChoiceField(
            label=_("The next talk"), choices=TalkKind.choices, required=False
        )
        self.fields["next_on"] = DayField(label=_("When?"), required=False)

    def _action(self, row: int) -> None:
        self.fields[f"who_{row}"] = forms.ChoiceField(
            label=_("Who"), choices=Action.Who.choices, required=False
        )
        self.fields[f"what_{row}"] = forms.CharField(
            label=_("What"), max_length=300, required=False
        )
        self.fields[f"due_{row}"] = DayField(label=_("By when"), required=False)

    def clean(self) -> dict[str, Any]:
        """What was agreed has a day."""
        data = super().clean() or {}
        for row in range(1, ROWS + 1):
            if data.get(f"what_{row}") and not data.get(f"due_{row}"):
                self.add_error(f"due_{row}", _("By when?"))
        return data

    def blocks(self) -> list[tuple[Block, BoundField]]:
        """The blocks of the guide, each with its field."""
        return [(block, self[f"block_{block.code}"]) for block in self.guide.blocks]

    def rows(self) -> list[tuple[BoundField, BoundField, BoundField]]:
        """Who, what and by when, row by row."""
        return [
            (self[f"who_{row}"], self[f"what_{row}"], self[f"due_{row}"])
            for row in range(1, ROWS + 1)
        ]

    def given(self) -> TalkInput:
        """What the service takes in."""
        data = self.cleaned_data
        return TalkInput(
            held_on=data["held_on"],
            appreciation=data["appreciation"],
            blocks={block.code: data[f"block_{block.code}"] for block in self.guide.blocks},
            growth=data["growth"],
            actions=tuple(
                Agreed(data[f"who_{row}"] or Action.Who.US, data[f"what_{row}"], data[f"due_{row}"])
                for row in range(1, ROWS + 1)
                if data[f"what_{row}"]
            ),
            next_kind=data["next_kind"],
            next_on=data["next_on"],
        )


def initial_of(talk: Talk) -> dict[str, object]:
    """What was written down already; today when nothing was."""
    written: dict[str, object] = {f"block_{code}": text for code, text in talk.blocks.items()}
    return {
        **written,
        "held_on": talk.held_on or min(talk.planned_on, clock.today()),
        "appreciation": talk.appreciation,
        "growth": talk.growth,
        "next_kind": talk.kind,
    }


class OwnWordsForm(forms.Form):
    """How I see it, and who else may read the talk."""

    words = words(_("In your own words"), rows=5, required=False)
    team_may_read = forms.TypedChoiceField(
        label=_("May the team you work with read this talk too?"),
        choices=[
            ("no", _("No, only my coordinator and my guide")),
            ("yes", _("Yes, the team too")),
        ],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )
