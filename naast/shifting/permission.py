"""May this person do this task? It follows what they can, have and want, and what was agreed. Pure.

There is no argument that says whether somebody is paid: volunteer or professional, the same answers give the
same permission (S2-12, S3-17).
"""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.shifting.models import ShiftAnswers

Time, Skill, Wish = ShiftAnswers.Time, ShiftAnswers.Skill, ShiftAnswers.Wish
ABLE = frozenset({Skill.SHOWN, Skill.LEARNED, Skill.EXPERIENCE})


def obstacles(*, time: str, skill: str, wish: str) -> Mapping[str, Text]:
    """Field → what keeps this person from this task now; empty when it fits."""
    found: dict[str, Text] = {}
    if time == Time.NO:
        found["time"] = _(
            "Then it becomes too much. Talk first about what may be left out, or go back to what was agreed."
        )
    if skill not in ABLE:
        found["skill"] = _(
            "First learning, then doing: plan how they learn it, and agree on it when somebody saw it go well."
        )
    if wish == Wish.NO:
        found["wish"] = _("Nobody takes on what they would rather not do.")
    return found
