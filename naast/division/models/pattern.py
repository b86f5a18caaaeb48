"""How the responsibility in a match moved, and how much room the volunteer would like."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.programmes.models import Pattern


class PatternMove(Owned):
    """One move of a match from one pattern to another: a coloured word, never a step up or down (B10)."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="pattern_moves")
    from_pattern = models.CharField(max_length=10, choices=Pattern)
    to_pattern = models.CharField(max_length=10, choices=Pattern)
    moved_on = models.DateField(_("from which day"))
    reason = EncryptedTextField(_("why"))
    moved_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-moved_on", "-id"]
        indexes = [models.Index(fields=["match", "-moved_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match", "moved_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "match", "moved_by"})
        personal = frozenset({"from_pattern", "to_pattern", "moved_on"})
        sensitive = frozenset({"reason"})


class RoomWish(Owned):
    """How much the volunteer would like to decide in this match: their own words, to talk about (S1-104)."""

    class Wants(models.TextChoices):
        """What somebody likes best."""

        GUIDED = "guided", _("I like it when somebody is near and decides with me")
        TOGETHER = "together", _("I like to decide together")
        OWN = "own", _("I like to decide by myself, with somebody I can call")

    match = models.OneToOneField(Match, models.CASCADE, related_name="room_wish")
    wants = models.CharField(_("what I like best"), max_length=10, choices=Wants)
    said_on = models.DateField()

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "match"})
        personal = frozenset({"wants", "said_on"})
        sensitive: frozenset[str] = frozenset()
