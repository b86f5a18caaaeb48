"""The welcome check: four taps and one open question (instruments B24-7). Pure."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text


class Tap(TextChoices):
    """How a statement fits, in a word; never a figure."""

    YES = "yes", _("Yes")
    A_BIT = "a_bit", _("A bit")
    NOT_YET = "not_yet", _("Not yet")
    UNSURE = "unsure", _("I don’t know")


AT_HOME = "at_home"
STATEMENTS: Mapping[str, Text] = {
    "expected": _("Somebody expected me."),
    "meaning": _("I know what I can mean here."),
    AT_HOME: _("I feel at home here."),
    "whom_to_call": _("I know whom I call when there is something."),
}
OPEN_QUESTION: Text = _("What would you have liked to know before you began?")


def asks_for_a_call(taps: Mapping[str, str]) -> bool:
    """«I feel at home here: not yet»: somebody calls, to hear what would help."""
    return taps.get(AT_HOME) == Tap.NOT_YET


def in_words(taps: Mapping[str, str]) -> list[tuple[Text, Text]]:
    """(statement, word) of what was tapped, in our order."""
    return [
        (statement, Tap(taps[code]).label)
        for code, statement in STATEMENTS.items()
        if taps.get(code) in Tap.values
    ]
