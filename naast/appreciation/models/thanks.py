"""A word of thanks from somebody who saw what a volunteer did (S1-223, S3-21)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Programme


class Thanks(Owned):
    """One thank-you from a colleague to a volunteer. It counts nowhere and is kept for the volunteer."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="thanks")
    given_by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    programme = models.ForeignKey(
        Programme, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Empty: one tap, «thank you for today».
    words = EncryptedTextField(_("what it meant"), blank=True, default="")
    given_on = models.DateField()
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-given_on", "-id"]
        indexes = [
            models.Index(fields=["organisation", "person", "-given_on", "-id"]),
            models.Index(fields=["organisation", "-given_on", "-id"]),
            models.Index(fields=["organisation", "programme", "-given_on"]),
            # The home of a volunteer: what was not read yet.
            models.Index(
                fields=["person"], condition=Q(seen_at__isnull=True), name="thanks_not_seen"
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "given_by", "programme")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "person", "given_by", "programme", "seen_at"}
        )
        personal = frozenset({"given_on"})
        sensitive = frozenset({"words"})
