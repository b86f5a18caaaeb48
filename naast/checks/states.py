"""A check of conduct is needed, asked for, seen (S2-39)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class CheckState(models.TextChoices):
    """Where it stands."""

    NEEDED = "needed", _("To ask")
    ASKED = "asked", _("Asked")
    SEEN = "seen", _("Seen")


NOT_SEEN = frozenset({CheckState.NEEDED.value, CheckState.ASKED.value})
CHECK = StateTable(
    (
        Step("ask", NOT_SEEN, CheckState.ASKED, _("Ask for it"), frozenset({"coordinator"})),
        Step("see", NOT_SEEN, CheckState.SEEN, _("I saw it"), frozenset({"coordinator"})),
    )
)
