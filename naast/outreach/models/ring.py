"""Rings around the house: near or further away, in any direction, none above another (S1-257, S1-258)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class Ring(models.TextChoices):
    """How near somebody stands to what we do. A place, not a grade: the order is that of the drawing."""

    KNOW = "know", _("Knows us")
    COME = "come", _("Comes to something")
    NOW_AND_THEN = "now_and_then", _("Helps now and then")
    REGULARLY = "regularly", _("Helps regularly")
    CARRY = "carry", _("Carries with us")
    DECIDE = "decide", _("Decides with us")


class RingWish(models.TextChoices):
    """What the person would like, in their own words: asked, never assumed."""

    FINE = "fine", _("It is fine as it is")
    CLOSER = "closer", _("Would like to come closer")
    STEP_BACK = "step_back", _("Would like to take a step back")


class RingPlace(Owned):
    """Where somebody stands now, since when, and what they would like."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="ring_place")
    ring = models.CharField(_("ring"), max_length=15, choices=Ring)
    since_on = models.DateField(_("since"))
    wish = models.CharField(_("wish"), max_length=10, choices=RingWish, default=RingWish.FINE)
    wish_on = models.DateField(_("asked on"))

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "ring"]),
            models.Index(fields=["organisation", "wish"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"ring", "since_on", "wish", "wish_on"})
        sensitive: frozenset[str] = frozenset()


class RingMove(Owned):
    """One move, in whatever direction, with its day."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="ring_moves")
    ring = models.CharField(max_length=15, choices=Ring)
    moved_on = models.DateField()
    noted_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-moved_on", "-id"]
        indexes = [models.Index(fields=["organisation", "person", "moved_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "noted_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "noted_by"})
        personal = frozenset({"ring", "moved_on"})
        sensitive: frozenset[str] = frozenset()
