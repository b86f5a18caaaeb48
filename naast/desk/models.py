"""What the desk itself remembers: attention that was put off."""

from django.db import models

from naast.organisations.models import Membership, Owned


class PutOff(Owned):
    """«Not today»: one attention item comes back on a later day."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    until_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["membership", "kind", "subject_id"], name="put_off_once"
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("membership",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "membership", "kind", "subject_id", "until_on"}
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
