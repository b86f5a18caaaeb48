"""Talks on the way, and the days somebody may choose from."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Membership, Owned
from naast.recruitment.models.application import Application


class Talk(Owned):
    """One meeting with a candidate: invited with a choice of moments, planned, held (S1-238)."""

    class Kind(models.TextChoices):
        """What for."""

        FIRST = "first_talk", _("First talk")
        TOUR = "tour", _("Look around")
        SECOND = "second_talk", _("Second talk")
        TRIAL = "trial", _("Trying out")
        OTHER = "other", _("A talk in between")

    class Status(models.TextChoices):
        """How far it is."""

        INVITED = "invited", _("Waiting for a choice")
        PLANNED = "planned", _("Planned")
        HELD = "held", _("Took place")
        MISSED = "missed", _("Did not take place")
        CANCELLED = "cancelled", _("Cancelled")

    application = models.ForeignKey(Application, models.CASCADE, related_name="talks")
    kind = models.CharField(_("what for"), max_length=12, choices=Kind, default=Kind.FIRST)
    status = models.CharField(max_length=10, choices=Status, default=Status.INVITED)
    host = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="candidate_talks"
    )
    starts_at = models.DateTimeField(_("when"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("how long (minutes)"), default=60)
    where = models.CharField(_("where"), max_length=200)
    held_on = models.DateField(null=True, blank=True)
    # None of the moments suited: the candidate asked to be called, on this day.
    asked_call_on = models.DateField(null=True, blank=True)
    # The day before: told once; a talk that moves is told again.
    reminded_on = models.DateField(null=True, blank=True)
    # Calendars take a change only when its number is higher than what they have (RFC 5545 SEQUENCE).
    revision = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        indexes = [models.Index(fields=["organisation", "status", "starts_at"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="planned") | Q(starts_at__isnull=False),
                name="planned_talk_has_a_moment",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("application", "host")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "application",
                "kind",
                "status",
                "host",
                "minutes",
                "reminded_on",
                "revision",
            }
        )
        personal = frozenset({"starts_at", "where", "held_on", "asked_call_on"})
        sensitive: frozenset[str] = frozenset()


class TalkOption(Owned):
    """One moment that is offered."""

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="options")
    starts_at = models.DateTimeField(_("when"))

    class Meta:
        ordering: ClassVar[list[str]] = ["starts_at", "id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("talk",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "talk", "starts_at"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
