"""What the desk itself remembers: attention that was put off."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned


class PutOff(Owned):
    """«Not today»: one attention item comes back on a later day, and says why it had to wait."""

    class Reason(models.TextChoices):
        """Why it waits."""

        ASKED = "asked", _("I asked, and wait for an answer")
        AWAY = "away", _("The person is away for a while")
        NOT_NOW = "not_now", _("It is not the right moment for this person")
        OTHER = "other", _("Something else")

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    until_on = models.DateField()
    reason = models.CharField(max_length=12, choices=Reason, default=Reason.OTHER)
    words = EncryptedTextField(_("in a few words"), blank=True, default="")

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
            {
                "id",
                "created_at",
                "organisation",
                "membership",
                "kind",
                "subject_id",
                "until_on",
                "reason",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"words"})
