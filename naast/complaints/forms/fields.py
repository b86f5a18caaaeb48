"""Fields that the forms of this room share."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.complaints.queries.complaints import Ear
from naast.core import clock
from naast.core.inputs import DayField, text_field
from naast.parting.inputs import SeenInput

LONGEST = 4000
text = partial(text_field, longest=LONGEST, rows=4, required=True)


SAW, HEARD = "saw", "heard"
HOW = [
    (SAW, _("I saw or heard it myself")),
    (HEARD, _("I heard it from somebody else")),
]
HOW_STAFF = [
    (SAW, _("They saw or heard it themselves")),
    (HEARD, _("They heard it from somebody else")),
]


def one_of(label: Any, choices: Any, *, help_text: Any = "", initial: Any = None) -> Any:
    """One of a few, each with its words in sight."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        help_text=help_text,
        initial=initial,
    )


def listeners(ears: Iterable[Ear]) -> list[tuple[str, str]]:
    """Who may listen, with as what."""
    return [(str(ear.who.membership_id), f"{ear.name} · {ear.as_what}") for ear in ears]


class SeenFields(forms.Form):
    """What somebody saw or heard, or heard from another: the same questions everywhere (S1-273)."""

    facts = text(
        _("What happened?"),
        rows=5,
        help_text=_("Just as you would tell it: what one could have seen or heard."),
    )
    how = one_of(
        _("How do you know?"),
        HOW,
        help_text=_("Both may be said. An answer needs somebody who saw or heard it themselves."),
    )
    seen_by = forms.CharField(
        label=_("From whom did you hear it?"),
        max_length=150,
        required=False,
        help_text=_("Only when you heard it from somebody else."),
    )
    seen_on = DayField(label=_("On which day, about?"), initial=clock.today)

    def seen(self) -> SeenInput:
        """What the service takes in."""
        data = self.cleaned_data
        return SeenInput(
            seen_on=data["seen_on"],
            is_first_hand=data["how"] == SAW,
            seen_by=data["seen_by"],
            facts=data["facts"],
        )
