"""Where a start went on though something was missing: by whom, why and until when."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.programmes.models.engagement import Engagement

LIVING = Q(taken_back_on__isnull=True, in_place_on__isnull=True)


class OverrideQuerySet(models.QuerySet["Override"]):
    """Chainable filters on what waits."""

    def living(self) -> "OverrideQuerySet":
        """Not taken back and not in place yet, of people who still take part; also past its day."""
        return self.filter(LIVING, engagement__ended_on__isnull=True)


OverrideManager = models.Manager.from_queryset(OverrideQuerySet)


class Override(Owned):
    """One missing item that somebody let wait for one engagement (S0-44). It is never erased by what comes
    later: taken back, past its day or in place at last, it stays in the history of the engagement."""

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
    # The day on which the house saw that it was in place, so that nothing waits any more.
    in_place_on = models.DateField(null=True, blank=True)

    objects = OverrideManager()

    class Meta:
        ordering: ClassVar[list[str]] = ["given_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("given_on")), name="override_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["engagement", "item"],
                condition=LIVING,
                name="one_override_an_item",
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "until_on"],
                condition=LIVING,
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
        personal = frozenset({"given_on", "until_on", "taken_back_on", "in_place_on"})
        sensitive = frozenset({"reason"})

    def holds_on(self, day: date) -> bool:
        """Whether the item may still wait on that day."""
        return self.is_living and self.given_on <= day <= self.until_on

    @property
    def is_living(self) -> bool:
        """Whether somebody still has to look after it, also past its day."""
        return self.taken_back_on is None and self.in_place_on is None
