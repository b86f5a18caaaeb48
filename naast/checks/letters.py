"""The letters of this room and their usual words (messaging.texts). B1, warm, no names in subjects."""

from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from naast.law import checks as law
from naast.messaging.texts import Kind

STEPS = frozenset({"steps"})

CHECK = Kind(
    code="check.help",
    label=_("Help with a check of conduct"),
    when=_("When you ask a volunteer for a check of conduct."),
    subject=_("A paper that we ask you to show"),
    body=_(
        "Dear {first_name},\n\n"
        "For what you are going to do with us, we ask you to show a paper once. We only look at it: we keep "
        "no copy and nothing of what stands in it.\n\n"
        "{steps}\n\n"
        "Do you get stuck, or would you rather do it together? Call us: {phone}"
    ),
    fills=STEPS,
)
KINDS = (CHECK,)


def steps(kind: str, country: str, day: date, language: str) -> str:
    """How to get the paper, as lines of a letter; empty when we don’t know."""
    way = law.way_to(kind, country, day)
    if way is None:
        return ""
    with override(language):
        return "\n".join(f"• {step}" for step in way.own_steps_in_words)
