"""Input about ideas of volunteers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.belonging.forms.common import taps, words
from naast.belonging.inputs import NewIdea
from naast.belonging.models import Idea
from naast.belonging.states import NotNow
from naast.core.inputs import DayField

SAME = ("title", "for_whom", "what", "when", "needs", "pace")


class IdeaForm(forms.Form):
    """What, for whom, when, and what is needed. Only the first two are needed to begin."""

    title = forms.CharField(label=_("What would you like to do?"), max_length=120)
    for_whom = forms.CharField(
        label=_("For whom?"),
        help_text=_("Groups of people, never the name of a participant."),
        max_length=200,
    )
    what = words(_("Tell a bit more"), max_length=2000, required=False)
    when = forms.CharField(label=_("When, about?"), max_length=200, required=False)
    needs = words(_("What is needed?"), rows=2, max_length=1000, required=False)
    pace = forms.CharField(
        label=_("Our pace"),
        help_text=_("How you keep it light: who comes, comes; once a month is enough…"),
        max_length=200,
        required=False,
    )

    def __init__(self, data: Any, *, idea: Idea | None = None) -> None:
        super().__init__(data, initial={name: getattr(idea, name) for name in SAME} if idea else {})

    def idea(self) -> NewIdea:
        """What the service takes."""
        return NewIdea(**self.cleaned_data)


class SupportForm(forms.Form):
    """What you ask of the coordinator."""

    words = words(
        _("What do you ask?"),
        help_text=_("A room, some money, advice, somebody who looks along…"),
        rows=3,
        max_length=1000,
    )


class IdeaAnswerForm(forms.Form):
    """What the house can do; waiting has three possible reasons, and no others."""

    not_now = taps(
        _("Can it go on?"),
        [("", _("Yes, it goes on")), *NotNow.choices],
        required=False,
        help_text=_("What the group does is up to the group. Only these three can ask for time."),
    )
    words = words(_("What we can do, and how"), max_length=2000)


class HandOverForm(forms.Form):
    """When somebody else takes over, and what goes along."""

    day = DayField(label=_("Handed over on"))
    words = forms.CharField(
        label=_("Who takes over, and what goes along"),
        help_text=_(
            "For example: Roos takes over the key and the list; we do the first one together."
        ),
        max_length=300,
    )
