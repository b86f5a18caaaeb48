"""Where a batch of payments stands."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class BatchState(models.TextChoices):
    """How far a batch is. Nothing is paid before somebody saw on the account that it left."""

    MADE = "made", _("Made: bring it to the bank")
    CONFIRMED = "confirmed", _("Paid, seen on the account")
    CANCELLED = "cancelled", _("Not paid: its claims wait for another batch")


CONFIRM, CANCEL = "confirm", "cancel"
BATCH: Final = StateTable(
    [
        Step(CONFIRM, frozenset({"made"}), "confirmed", _("I saw that it was paid")),
        Step(CANCEL, frozenset({"made"}), "cancelled", _("The bank did not take it")),
    ]
)
