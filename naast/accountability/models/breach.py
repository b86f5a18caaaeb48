"""The register of breaches: everything that leaked, was lost or changed, also what nobody had to report."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q

from naast.accountability.states import (
    OPEN_STATES,
    BreachState,
    Encrypted,
    Happened,
    NotTold,
    Risk,
)
from naast.core.fields import EncryptedJSONField, EncryptedTextField
from naast.organisations.models import Membership, Owned


class Breach(Owned):
    """One thing that may have leaked: from «I think something leaked» to what we learned (GDPR 33 and 34)."""

    state = models.CharField(max_length=10, choices=BreachState, default=BreachState.NOTICED)
    state_since = models.DateTimeField()
    noticed_at = models.DateTimeField()
    noticed_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    words = EncryptedTextField()
    # From here the clock runs. The strictest reading: from the moment the first of us thought so.
    aware_at = models.DateTimeField(null=True, blank=True)
    happened = models.CharField(max_length=8, choices=Happened, blank=True)
    happened_on = models.DateField(null=True, blank=True)
    story = EncryptedTextField(blank=True)
    # Codes of states.DataKind and states.Whose.
    data = models.JSONField(default=list, blank=True)
    whose = models.JSONField(default=list, blank=True)
    people_count = models.PositiveIntegerField(null=True, blank=True)
    encrypted = models.CharField(max_length=8, choices=Encrypted, default=Encrypted.UNKNOWN)
    measures = EncryptedTextField(blank=True)
    risk = models.CharField(max_length=8, choices=Risk, blank=True, default=Risk.OPEN)
    risk_words = EncryptedTextField(blank=True)
    weighed_at = models.DateTimeField(null=True, blank=True)
    weighed_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    # Language → the letter to the people whose data it is, as the house changed it.
    letter = EncryptedJSONField(default=dict, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    told_how = EncryptedTextField(blank=True)
    not_told = models.CharField(max_length=10, choices=NotTold, blank=True)
    not_told_words = EncryptedTextField(blank=True)
    lessons = EncryptedTextField(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [
            models.Index(
                fields=["organisation", "noticed_at", "id"],
                condition=Q(state__in=[state.value for state in OPEN_STATES]),
                name="breach_open",
            ),
            models.Index(fields=["organisation", "id"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("noticed_by", "weighed_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "state",
                "state_since",
                "noticed_at",
                "noticed_by",
                "aware_at",
                "happened",
                "happened_on",
                "data",
                "whose",
                "people_count",
                "encrypted",
                "risk",
                "weighed_at",
                "weighed_by",
                "told_at",
                "not_told",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive = frozenset(
            {
                "words",
                "story",
                "measures",
                "risk_words",
                "letter",
                "told_how",
                "not_told_words",
                "lessons",
            }
        )

    def report_before(self, hours: int) -> datetime | None:
        """Before which moment the authority has to know; None as long as nobody is sure it is a breach."""
        return self.aware_at + timedelta(hours=hours) if self.aware_at else None

    @property
    def is_answered(self) -> bool:
        """Whether the people were told, or it is written down why not."""
        return self.told_at is not None or bool(self.not_told)


class BreachReport(Owned):
    """What the authority was told and when: a first report and, in phases, what became known later."""

    breach = models.ForeignKey(Breach, models.CASCADE, related_name="reports")
    sent_at = models.DateTimeField()
    words = EncryptedTextField()
    reference = models.CharField(max_length=80, blank=True)
    # Why the first one came after its time.
    late_words = EncryptedTextField(blank=True)
    written_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["sent_at", "id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("breach", "written_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "breach", "sent_at", "reference", "written_by"}
        )
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"words", "late_words"})
