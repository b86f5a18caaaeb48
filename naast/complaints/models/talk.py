"""The one talk in which the two speak to each other, with a mediator (S1-272)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.complaints.models.complaint import Complaint
from naast.complaints.states import Yes
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned


class MediatedTalk(Owned):
    """When, where and with whom; what each side says to that; and what was said once it was held."""

    complaint = models.OneToOneField(Complaint, models.CASCADE, related_name="talk")
    mediator = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField(_("when"))
    place = EncryptedTextField(_("where"))
    reporter_yes = models.CharField(max_length=7, choices=Yes, default=Yes.AWAITED)
    reporter_note = EncryptedTextField(_("what the reporter said to it"), blank=True)
    other_yes = models.CharField(max_length=7, choices=Yes, default=Yes.AWAITED)
    other_note = EncryptedTextField(_("what the other side said to it"), blank=True)
    held_on = models.DateField(_("we talked on"), null=True, blank=True)
    said = EncryptedTextField(_("what was said"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["starts_at", "id"]
        indexes = [
            models.Index(
                fields=["organisation", "starts_at"],
                condition=Q(held_on__isnull=True),
                name="mediated_talk_to_hold",
            ),
            models.Index(fields=["organisation", "mediator"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("complaint", "mediator")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "complaint", "mediator"})
        personal = frozenset({"starts_at", "reporter_yes", "other_yes", "held_on"})
        sensitive = frozenset({"place", "reporter_note", "other_note", "said"})

    @property
    def suits_both(self) -> bool:
        """Whether both said yes to it."""
        return self.reporter_yes == Yes.YES and self.other_yes == Yes.YES
