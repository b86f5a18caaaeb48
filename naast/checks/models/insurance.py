"""What is insured, with whom and until when (spec/law 1.5, 2.6; S2-40, S4-21)."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Owned


class Policy(Owned):
    """One insurance of the organisation."""

    class Kind(models.TextChoices):
        """Whose insurance it is."""

        OWN = "own", _("Our own policy")
        FREE = "free", _("The free Flemish volunteer insurance")
        MUNICIPAL = "municipal", _("The insurance of the municipality")

    class Cover(models.TextChoices):
        """Which policy of the municipality (law.insurance.municipal)."""

        BASIS = "basis", _("The basic policy")
        PLUS = "plus", _("The basic and the plus policy")

    kind = models.CharField(_("whose insurance"), max_length=10, choices=Kind, default=Kind.OWN)
    insurer = models.CharField(_("insurer or municipality"), max_length=120)
    # The recognition number of the free insurance stands here too.
    number = models.CharField(_("policy or recognition number"), max_length=60, blank=True)
    cover = models.CharField(
        _("which policy of the municipality"), max_length=5, choices=Cover, blank=True
    )
    # Codes of law.insurance.RISKS.
    risks = models.JSONField(_("what is covered"), default=list)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-from_on", "-id"]
        indexes = [models.Index(fields=["organisation", "until_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="policy_ends_after_it_begins",
                violation_error_message=_("The last day comes after the first."),
            )
        ]

    class Privacy:
        """About the organisation, not about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "kind",
                "insurer",
                "number",
                "cover",
                "risks",
                "from_on",
                "until_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()

    def holds_on(self, day: date) -> bool:
        """Whether this policy is valid on that day."""
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


class Activity(Owned):
    """An activity under the free insurance: registered there at least a day before it starts."""

    name = models.CharField(_("activity"), max_length=160)
    starts_at = models.DateTimeField(_("starts"))
    # Of all volunteers together.
    hours = models.DecimalField(
        _("hours of all volunteers together"), max_digits=6, decimal_places=1
    )
    registered_at = models.DateTimeField(_("registered at"), null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["starts_at", "id"]
        indexes = [models.Index(fields=["organisation", "starts_at"])]
        constraints = [
            models.CheckConstraint(condition=Q(hours__gt=0), name="activity_takes_time"),
        ]

    class Privacy:
        """About work, not about persons."""

        plain = frozenset(
            {"id", "created_at", "organisation", "name", "starts_at", "hours", "registered_at"}
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
