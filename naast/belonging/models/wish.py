"""What a volunteer wishes or needs, in their own words, until somebody answered (S0-27)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class Wish(Owned):
    """One wish or need. The volunteer writes it, or somebody writes it down after a talk."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="belonging_wishes")
    words = EncryptedTextField(_("what you wish or need"))
    # Empty: the volunteer themselves.
    written_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    follow_up_on = models.DateField(_("we come back to it on"))
    answer = EncryptedTextField(_("our answer"), blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [
            models.Index(fields=["organisation", "person"]),
            models.Index(
                fields=["organisation", "follow_up_on", "id"],
                condition=Q(answered_on__isnull=True),
                name="wish_unanswered",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "written_by", "answered_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "person", "written_by", "answered_by"}
        )
        personal = frozenset({"follow_up_on", "answered_on"})
        sensitive = frozenset({"words", "answer"})
