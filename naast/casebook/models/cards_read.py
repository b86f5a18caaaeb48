"""That somebody read the cards «may I tell this?» (S0-53)."""

from typing import ClassVar

from django.db import models

from naast.organisations.models import Owned
from naast.people.models import Person


class CardsRead(Owned):
    """A person said «I have read this» of one version of the cards."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="cards_read")
    version = models.PositiveSmallIntegerField()
    read_on = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-version", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "version"], name="cards_read_once_a_version")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "version"})
        personal = frozenset({"read_on"})
        sensitive: frozenset[str] = frozenset()
