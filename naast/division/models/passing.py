"""«This belongs to my professional» (S1-111)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned


class PassedOn(Owned):
    """One sentence of the volunteer for the professional, and the line they read back."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="passed_on")
    # The line of the list it is about, in the words of that day.
    about = models.CharField(_("what it is about"), max_length=200, blank=True)
    text = EncryptedTextField(_("one sentence"))
    taken_up_on = models.DateField(null=True, blank=True)
    taken_up_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer = EncryptedTextField(_("in one line"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [
            models.Index(
                fields=["organisation", "created_at"],
                condition=Q(taken_up_on__isnull=True),
                name="passed_on_waits",
            ),
            models.Index(fields=["organisation", "taken_up_on"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match", "taken_up_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "match", "taken_up_by"})
        personal = frozenset({"about", "taken_up_on"})
        sensitive = frozenset({"text", "answer"})
