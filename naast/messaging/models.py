"""The outbox: what was told to whom, and whether the mail has left."""

from django.db import models

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Owned


class Message(Owned):
    """One message to one user: shown on their home page, and sent by mail."""

    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=150)
    body = EncryptedTextField()
    url = models.CharField(max_length=300, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "user", "read_at", "id"])]

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "user",
                "kind",
                "subject",
                "url",
                "mailed_at",
                "read_at",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"body"})
