"""«What can a volunteer mean here?»: a standing line on the agenda, and a box (S1-220)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.programmes.models import Programme


class Idea(Owned):
    """One idea of somebody who works in a programme, and what the coordinator says to it."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="volunteer_ideas")
    text = EncryptedTextField(_("your idea"))
    added_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    answer = EncryptedTextField(_("our answer"), blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [
            models.Index(fields=["programme", "-id"]),
            models.Index(
                fields=["organisation", "id"],
                condition=Q(answered_on__isnull=True),
                name="idea_without_answer",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "added_by", "answered_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "added_by",
                "answered_by",
                "answered_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"text", "answer"})
