"""What stays after a goodbye: the keepsake, a yearly word when somebody wants one; and where they are heading."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedJSONField, EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.parting.models.parting import Parting
from naast.parting.states import AwayAnswer, AwayEnd, Onward
from naast.people.models import Person


class Keepsake(Owned):
    """What somebody takes along: thanks, what they did, what they learned. As it was on the day of the goodbye,
    behind a link of their own that needs no account."""

    parting = models.OneToOneField(Parting, models.CASCADE, related_name="keepsake")
    language = models.CharField(max_length=5, choices=settings.LANGUAGES)
    made_on = models.DateField()
    content = EncryptedJSONField(default=dict)
    # Raised to close every link given before.
    link_version = models.PositiveSmallIntegerField(default=1)

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("parting",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "parting", "language", "link_version"}
        )
        personal = frozenset({"made_on"})
        sensitive = frozenset({"content"})


class Invitation(Owned):
    """A yearly word to somebody who left, because they wanted that; one click and it stops."""

    parting = models.OneToOneField(Parting, models.CASCADE, related_name="invitation")
    agreed_on = models.DateField(_("yes given on"))
    next_on = models.DateField(_("next word on"))
    stopped_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["organisation", "next_on"],
                condition=Q(stopped_on__isnull=True),
                name="invitation_open",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("parting",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "parting"})
        personal = frozenset({"agreed_on", "next_on", "stopped_on"})
        sensitive: frozenset[str] = frozenset()


class OnwardGoal(Owned):
    """Where a volunteer would like to go from here. Their own words; getting there is a success (S1-267)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="onward_goals")
    kind = models.CharField(_("where to"), max_length=12, choices=Onward)
    words = EncryptedTextField(_("in your own words"), blank=True)
    noted_on = models.DateField()
    reached_on = models.DateField(_("reached on"), null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(reached_on__isnull=True), name="one_open_onward_goal"
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"kind", "noted_on", "reached_on"})
        sensitive = frozenset({"words"})


class Away(Owned):
    """A volunteer who was not there for half a year or more. Nothing ends by itself (B14)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="away")
    seen_on = models.DateField(_("last there on"))
    asked_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=5, choices=AwayAnswer, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    words = EncryptedTextField(_("in their own words"), blank=True)
    ended_on = models.DateField(null=True, blank=True)
    end = models.CharField(max_length=9, choices=AwayEnd, blank=True)
    decided_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["seen_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_on__isnull=True), name="one_open_away"
            )
        ]
        indexes = [
            models.Index(
                fields=["organisation", "seen_on", "id"],
                condition=Q(ended_on__isnull=True),
                name="away_open",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "decided_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "decided_by"})
        personal = frozenset({"seen_on", "asked_on", "answer", "answered_on", "ended_on", "end"})
        sensitive = frozenset({"words"})
