"""That somebody read and understood a card: what to do and what not, a role, a mandate (S0-3, S1-134, S1-140)."""

from typing import ClassVar

from django.db import models

from naast.agreements.models.document import Version
from naast.organisations.models import Owned
from naast.people.models import Person
from naast.programmes.models import Programme


class CardRead(Owned):
    """«I understand», with its day. Cards are not signed: they explain."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="card_reads")
    person = models.ForeignKey(Person, models.CASCADE, related_name="agreement_cards_read")
    # The same text of the organisation is understood for each programme apart.
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    read_on = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "person", "programme"], name="card_understood_once"
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("version", "person", "programme")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "version", "person", "programme"})
        personal = frozenset({"read_on"})
        sensitive: frozenset[str] = frozenset()
