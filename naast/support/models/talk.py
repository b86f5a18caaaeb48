"""Talks with a volunteer, planned or not, and what was agreed in them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedJSONField, EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.support.states import TalkKind


class Talk(Owned):
    """One talk (S1-206, S1-264). The volunteer reads all of it; others of the team only with their yes."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="support_talks")
    kind = models.CharField(_("what for"), max_length=15, choices=TalkKind)
    planned_on = models.DateField(_("planned on"))
    # Where, at what hour: as people say it.
    place = models.CharField(_("where and at what hour"), max_length=160, blank=True)
    held_on = models.DateField(_("took place on"), null=True, blank=True)
    cancelled_on = models.DateField(null=True, blank=True)
    led_by = models.ForeignKey(Membership, models.PROTECT, related_name="talks_led")
    # Staff who sit at the table in a tuning talk.
    with_whom = models.CharField(_("who else is there"), max_length=200, blank=True)
    appreciation = EncryptedTextField(_("what we appreciate"), blank=True, default="")
    # Code of a block of the guide → what was said (support.guides).
    blocks = EncryptedJSONField(default=dict, blank=True)
    growth = EncryptedTextField(_("what somebody would like to let grow"), blank=True, default="")
    own_words = EncryptedTextField(_("in the volunteer’s own words"), blank=True, default="")
    own_words_on = models.DateField(null=True, blank=True)
    # The volunteer’s yes; NULL: not said.
    team_may_read = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-planned_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(held_on__isnull=True) | Q(cancelled_on__isnull=True),
                name="talk_held_or_cancelled",
            )
        ]
        indexes = [
            models.Index(fields=["organisation", "person", "-planned_on"]),
            models.Index(fields=["person", "kind", "held_on"]),
            # The desk and the night: what is coming, and what waits to be written down.
            models.Index(
                fields=["organisation", "planned_on"],
                condition=Q(held_on__isnull=True, cancelled_on__isnull=True),
                name="talk_planned",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "led_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "led_by"})
        personal = frozenset(
            {
                "kind",
                "planned_on",
                "place",
                "held_on",
                "cancelled_on",
                "with_whom",
                "own_words_on",
                "team_may_read",
            }
        )
        sensitive = frozenset({"appreciation", "blocks", "growth", "own_words"})

    @property
    def is_open(self) -> bool:
        """Whether it is still to come, or waits to be written down."""
        return self.held_on is None and self.cancelled_on is None


class Action(Owned):
    """Something agreed in a talk: who does what by when. It comes back at the next talk until it is done."""

    class Who(models.TextChoices):
        """Who does it."""

        VOLUNTEER = "volunteer", _("the volunteer")
        US = "us", _("we")

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="actions")
    person = models.ForeignKey(Person, models.CASCADE, related_name="support_actions")
    who = models.CharField(_("who"), max_length=10, choices=Who)
    what = EncryptedTextField(_("what"))
    due_on = models.DateField(_("by when"))
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["due_on", "id"]
        indexes = [
            models.Index(
                fields=["organisation", "due_on"],
                condition=Q(done_on__isnull=True),
                name="support_action_open",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("talk", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "talk", "person"})
        personal = frozenset({"who", "due_on", "done_on"})
        sensitive = frozenset({"what"})
