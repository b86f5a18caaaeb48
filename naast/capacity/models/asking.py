"""Whom it is worth asking how it goes. Figures are never stored: the night writes down the question alone."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.capacity.states import End, Reason
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class WorthAsking(Owned):
    """A question to ask somebody, and why: open until somebody asked, or gone when nothing stands out any
    more. The volunteer reads it too."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="worth_asking")
    end = models.CharField(_("about"), max_length=6, choices=End)
    # Codes of states.Reason.
    reasons = models.JSONField(_("why"), default=list)
    since_on = models.DateField(_("since"))
    # What happened speaks, not only what the person told: staff beside them see that they may ask (S3-18).
    is_for_staff = models.BooleanField(default=False)
    talked_on = models.DateField(_("we talked on"), null=True, blank=True)
    talked_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    agreed = EncryptedTextField(_("what we agreed"), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(talked_on__isnull=True), name="one_question_a_person"
            )
        ]
        indexes = [
            models.Index(
                fields=["organisation", "since_on", "id"],
                condition=Q(talked_on__isnull=True),
                name="worth_asking_open",
            ),
            models.Index(fields=["organisation", "person", "talked_on"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "talked_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "talked_by"})
        personal = frozenset({"end", "reasons", "since_on", "is_for_staff", "talked_on"})
        sensitive = frozenset({"agreed"})

    @property
    def reason_words(self) -> list[str]:
        """Why, in words; a code of an older version is left out."""
        return [str(Reason(code).label) for code in self.reasons if code in Reason.values]
