"""Words for what was weighed. Others read a question and a reason; figures are for the volunteer alone."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.capacity.states import Reason
from naast.capacity.weighing import Outcome, Weighed
from naast.core.text import Text

IN_WORDS: Final[dict[Outcome, Text]] = {
    Outcome.MUCH: gettext_lazy("Perhaps too much"),
    Outcome.LITTLE: gettext_lazy("Perhaps too little"),
    Outcome.HOW: gettext_lazy("Ask how it goes"),
    Outcome.FINE: gettext_lazy("Nothing stands out"),
    Outcome.UNKNOWN: gettext_lazy("We don’t know: too little was told"),
}


def why(reasons: Iterable[Reason | str]) -> str:
    """«more evenings than usual, several visits that were hard»."""
    return ", ".join(str(Reason(code).label) for code in reasons if code in Reason.values)


def in_words(weighed: Weighed) -> str:
    """«Perhaps too much: more evenings than usual»."""
    words = str(IN_WORDS[weighed.outcome])
    if not weighed.reasons:
        return words
    return _("%(what)s: %(why)s") % {"what": words, "why": why(weighed.reasons)}


PART_NAMES: Final[dict[str, Text]] = {
    "ask": gettext_lazy("Worth asking"),
    "calls": gettext_lazy("Less, or a break"),
    "all": gettext_lazy("Everybody"),
    "paper": gettext_lazy("By phone or on paper"),
}
