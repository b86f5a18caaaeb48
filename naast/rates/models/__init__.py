"""Rows of this room."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Membership, Owned


class Figure(models.TextChoices):
    """What a row is about."""

    CEILINGS = "ceilings", _("Fixed amounts: the most on a day and in a year")
    CAR = "car", _("A kilometre by car, motorbike or moped")
    BICYCLE = "bicycle", _("A kilometre by bicycle")
    ALLOWANCE = "allowance", _("Volunteer allowance: an hour, a month and a year")


class OwnRate(Owned):
    """A dated row that an administrator added, with its source (spec/law: figures are never guessed).

    `amounts` by name, in the units of law.costs.figures: cents (day, year, raised, hour, hour_young, month),
    ten-thousandths of a euro (rate), years (age_limit).
    """

    figure = models.CharField(_("what"), max_length=9, choices=Figure)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("until"), null=True, blank=True)
    amounts = models.JSONField(_("amounts"))
    source = models.CharField(_("where it stands"), max_length=300)
    # What looked odd, and why it is right all the same.
    odd = models.JSONField(default=list)
    why_right = models.CharField(_("why it is right all the same"), max_length=300, blank=True)
    added_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    # A row is never edited: a wrong one is withdrawn, and another comes in its place.
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(_("why it no longer holds"), max_length=300, blank=True)
    withdrawn_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["figure", "-valid_from", "-id"]
        indexes = [models.Index(fields=["organisation", "figure", "valid_from"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="a_rate_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["organisation", "figure", "valid_from"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_living_rate_a_day",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_because=""),
                name="a_rate_is_withdrawn_with_a_reason",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("added_by", "withdrawn_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "figure",
                "valid_from",
                "valid_to",
                "amounts",
                "source",
                "odd",
                "why_right",
                "added_by",
                "withdrawn_at",
                "withdrawn_because",
                "withdrawn_by",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


__all__ = ["Figure", "OwnRate"]
