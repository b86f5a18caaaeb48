"""The short self-check: one open question first, then six lines. Our own items (instruments B24-3); no answer
is a diagnosis, and there is no total."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text


@dataclass(frozen=True, slots=True)
class Line:
    """One line to agree with or not; `is_turned`: agreeing is the heavy side."""

    code: str
    text: Text
    is_turned: bool = False


OPEN_QUESTION: Final = _("How are you?")
ENERGY, JOY = "energy", "joy"
LINES: Final = (
    Line(ENERGY, _("After a visit or a shift I have enough energy left.")),
    Line("rumination", _("I often keep thinking for long about what I went through."), True),
    Line("saying_no", _("I dare to say no.")),
    Line("beyond", _("I do things that we did not agree on."), True),
    Line(JOY, _("I enjoy it.")),
)
AMOUNT_LINE: Final = _("What I do is")
NOT_AT_ALL, FULLY = 1, 5
# At or under this, a visit takes more than somebody has (S1-254).
LOW_ENERGY: Final = 2
ANSWERS: Final = (
    (NOT_AT_ALL, _("not at all")),
    (2, _("a little")),
    (3, _("so-so")),
    (4, _("mostly")),
    (FULLY, _("fully")),
)
