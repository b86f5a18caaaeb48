"""That somebody of the staff reads and keeps the same agreements (S1-125, S1-207, S1-214, S3-24)."""

from typing import ClassVar

from django.db import models

from naast.agreements.models.document import Version
from naast.organisations.models import Membership, Owned


class StaffAcknowledgement(Owned):
    """A colleague read this version and stands behind it. A newer version asks again, unless it only mends a
    typing error."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="staff_acknowledgements")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    acknowledged_on = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "membership"], name="staff_acknowledges_once"
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("version", "membership")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "version", "membership"})
        personal = frozenset({"acknowledged_on"})
        sensitive: frozenset[str] = frozenset()
