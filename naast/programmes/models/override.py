"""Where a start went on though something was missing: by whom, why and until when."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.programmes.models.engagement import Engagement


class Override(Owned):
    """One missing item that somebody let wait for one engagement (S0-44). It is never erased by what comes
    later: taken back or past its day, it stays in the history of the engagement."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="overrides")
    # The key of the item (programmes.readiness): «coach», or the id of a condition.
    item = models.CharField(max_length=40)
    # What the item was called on that day: conditions may be renamed or removed.
    label = models.CharField(max_length=250)
    reason = EncryptedTextField(_("why it may start all the same"))
    given_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    given_on = models.DateField(_("since"))
    until_on = models.DateField(_("in place by"))
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["given_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("given_on")), name="override_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["engagement", "item"],
                condition=Q(taken_back_on__isnull=True),
                name="one_override_an_item",
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "until_on"],
                condition=Q(taken_back_on__isnull=True),
                name="override_to_look_after",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("engagement", "given_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "engagement", "given_by", "item", "label"}
        )
        personal = frozenset({"given_on", "until_on", "taken_back_on"})
        sensitive = frozenset({"reason"})

    def holds_on(self, day: date) -> bool:
        """Whether the item may still wait on that day."""
        return self.taken_back_on is None and self.given_on <= day <= self.until_on
