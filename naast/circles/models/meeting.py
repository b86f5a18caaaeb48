"""What the inner circle lives: meetings with their minutes, agreements that come back, contacts in between."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.circles.models.circle import Circle
from naast.circles.states import Mood
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Owned
from naast.people.models import Person

# Minutes are written while everybody still remembers (S1-161).
MINUTES_WITHIN = timedelta(hours=48)


class Meeting(Owned):
    """One meeting, and its minutes under the two pillars once a volunteer wrote them (S1-162)."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="meetings")
    starts_at = models.DateTimeField(_("when"))
    length = models.PositiveSmallIntegerField(_("how long (minutes)"), default=90)
    place = models.CharField(_("where"), max_length=160, blank=True)
    # Who writes the minutes; nobody: whoever was there.
    writer = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="minutes_to_write"
    )
    minutes_due_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)
    # The minutes.
    written_at = models.DateTimeField(null=True, blank=True)
    written_by = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="minutes_written"
    )
    support = EncryptedTextField(_("supporting"), blank=True)
    accountability = EncryptedTextField(_("speaking up"), blank=True)
    # Codes of states.Theme and of states.Part.
    themes = models.JSONField(_("what it was about"), default=list, blank=True)
    mood = models.CharField(_("how it felt"), max_length=10, choices=Mood, blank=True)
    shared_parts = models.JSONField(_("the core member may read"), default=list, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["starts_at", "id"]
        indexes = [
            models.Index(fields=["circle", "starts_at", "id"]),
            # The desk, the homes and the night look for what is still to be written.
            models.Index(
                fields=["organisation", "minutes_due_at"],
                condition=Q(written_at__isnull=True, cancelled_at__isnull=True),
                name="circle_minutes_to_write",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("circle", "writer", "written_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "circle",
                "starts_at",
                "length",
                "place",
                "writer",
                "minutes_due_at",
                "cancelled_at",
                "written_at",
                "written_by",
                "shared_parts",
            }
        )
        personal = frozenset({"themes", "mood"})
        sensitive = frozenset({"support", "accountability"})

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.length)


class Present(Owned):
    """Who was at a meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="present")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="present_once_a_meeting")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("meeting", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "meeting"})
        personal = frozenset({"person"})
        sensitive: frozenset[str] = frozenset()


class Agreed(Owned):
    """What somebody of the circle will do by when. It comes back at the next meeting until it is done."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agreed")
    what = EncryptedTextField(_("what"))
    who = models.CharField(_("who"), max_length=60)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["due_on", "id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("meeting",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "meeting", "due_on", "done_on"})
        personal = frozenset({"who"})
        sensitive = frozenset({"what"})


class Contact(Owned):
    """A volunteer and the core member were in touch between two meetings: shortly."""

    class Way(models.TextChoices):
        """How."""

        CALL = "call", _("Called")
        MESSAGE = "message", _("Wrote")
        MET = "met", _("Met")

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="contacts")
    person = models.ForeignKey(Person, models.CASCADE, related_name="circle_contacts")
    happened_on = models.DateField(_("on"))
    way = models.CharField(_("how"), max_length=10, choices=Way)
    words = EncryptedTextField(_("in a sentence or two"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-happened_on", "-id"]
        indexes = [models.Index(fields=["circle", "-happened_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("circle", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "circle"})
        personal = frozenset({"person", "happened_on", "way"})
        sensitive = frozenset({"words"})


class LookBack(Owned):
    """The end of the circle in somebody's own words. No questions that add up."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="look_backs")
    person = models.ForeignKey(Person, models.CASCADE, related_name="circle_look_backs")
    brought = EncryptedTextField(_("what it brought"), blank=True)
    hard = EncryptedTextField(_("what was hard"), blank=True)
    next_circle = EncryptedTextField(_("what we could do better in a next circle"), blank=True)
    is_shared = models.BooleanField(_("the whole circle may read this"), default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["circle", "person"], name="circle_looked_back_once")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("circle", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "circle", "is_shared"})
        personal = frozenset({"person"})
        sensitive = frozenset({"brought", "hard", "next_circle"})
