"""Legal holds: what may not be erased for now, and why."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class HoldQuerySet(models.QuerySet["LegalHold"]):
    """Holds, by whether they stand."""

    def standing(self, day: date) -> Self:
        """Those that block erasing on this day."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=day), lifted_on__isnull=True)


class LegalHold(Owned):
    """Everything about one person stays, for a procedure or a duty of law: for a reason that somebody wrote down and
    looks at again every half year."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="legal_holds")
    reason = EncryptedTextField(_("why nothing may be erased for now"))
    set_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    look_again_on = models.DateField(_("look at it again on"))
    lifted_on = models.DateField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    lifted_why = EncryptedTextField(_("why it is no longer needed"), blank=True, default="")

    objects = HoldQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-id"]),
            models.Index(
                fields=["organisation", "look_again_on", "id"],
                condition=Q(lifted_on__isnull=True),
                name="legal_hold_stands",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(lifted_on__isnull=True),
                name="one_legal_hold_a_person",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="legal_hold_ends_after_it_begins",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "set_by", "lifted_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "set_by", "lifted_by"})
        personal = frozenset({"from_on", "until_on", "look_again_on", "lifted_on"})
        sensitive = frozenset({"reason", "lifted_why"})
