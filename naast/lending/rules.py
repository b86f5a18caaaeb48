"""When a thing can be lent (S3-27). Pure: no database, no clock."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text

# A borrower is reminded so long before the day on which it comes back.
REMIND_BEFORE = timedelta(days=3)
# From then on their home shows that it comes back.
SHOW_BEFORE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Standing:
    """What matters for the next loan of a thing."""

    is_retired: bool = False
    is_out: bool = False
    waits_for_wipe: bool = False


def why_not(standing: Standing) -> Text:
    """Why this can't be lent now; nothing when it can."""
    if standing.is_retired:
        return _("This is no longer lent. Put it back in the register first.")
    if standing.is_out:
        return _("Somebody has it. Write down first that it came back.")
    if standing.waits_for_wipe:
        return _("Erase first what the last borrower left on it.")
    return ""
