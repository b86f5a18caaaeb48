"""Moments together: coffee, a walk, a party, of volunteers and professionals alike (S1-123, S1-124, S1-183)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Programme


class Gathering(Owned):
    """One moment together, for everybody or for those of one programme."""

    title = models.CharField(_("what"), max_length=120)
    starts_at = models.DateTimeField(_("when"))
    place = models.CharField(_("where"), max_length=200)
    note = models.CharField(_("good to know"), max_length=300, blank=True)
    programme = models.ForeignKey(
        Programme, models.SET_NULL, null=True, blank=True, related_name="gatherings"
    )
    host = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["starts_at", "id"]
        indexes = [models.Index(fields=["organisation", "starts_at", "id"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "host")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "title",
                "starts_at",
                "place",
                "note",
                "programme",
                "host",
                "cancelled_at",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Guest(Owned):
    """Somebody who comes. Whether they are paid here says only whether both were there (S1-183)."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="guests")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    is_staff = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["gathering", "person"], name="once_a_gathering")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("gathering", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "gathering", "person", "is_staff"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
