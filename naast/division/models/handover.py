"""Who stands in, and what they should know (S1-116)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match, MatchStep
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class StandIn(Owned):
    """The volunteer who takes over when the one of this match is away, agreed beforehand."""

    match = models.OneToOneField(Match, models.CASCADE, related_name="stand_in")
    person = models.ForeignKey(Person, models.CASCADE, related_name="stands_in")
    named_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match", "person", "named_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "match", "person", "named_by"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class HandOver(Owned):
    """One time that the volunteer can't come: who takes over, and the note they read until the day is past."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="hand_overs")
    # «I can't come», as it was said. A hand-over for a longer time needs none.
    step = models.OneToOneField(
        MatchStep, models.SET_NULL, null=True, blank=True, related_name="hand_over"
    )
    until_on = models.DateField(_("until"))
    note = EncryptedTextField(_("what to know"), blank=True)
    stand_in = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="hand_overs_read"
    )
    taken_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # The professional asked the coordinator for a stand-in.
    stand_in_asked = models.BooleanField(default=False)
    # Somebody looked, and nobody has to take over this time.
    nobody_needed = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [
            models.Index(fields=["stand_in", "until_on"]),
            models.Index(fields=["organisation", "until_on"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match", "step", "stand_in", "taken_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "match",
                "step",
                "stand_in",
                "taken_by",
                "stand_in_asked",
                "nobody_needed",
            }
        )
        personal = frozenset({"until_on"})
        sensitive = frozenset({"note"})

    @property
    def is_arranged(self) -> bool:
        """Whether it is clear who takes over."""
        return self.nobody_needed or bool(self.stand_in_id or self.taken_by_id)
