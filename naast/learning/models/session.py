"""Moments at which a course is given, and who comes."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.learning.models.course import Course, Package
from naast.learning.states import EXPECTED, ON_THE_LIST, SeatState
from naast.organisations.models import Membership, Owned
from naast.people.models import Person

# More people than this on one list nobody ticks off: the next session is planned.
MOST_PLACES = 200


class Session(Owned):
    """A course on a day, with room for so many (S2-41: the online link is for who signed up)."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="sessions")
    starts_at = models.DateTimeField(_("starts"))
    minutes = models.PositiveSmallIntegerField(_("how long (minutes)"), default=150)
    language = models.CharField(_("language spoken"), max_length=8, default="nl")
    place = models.CharField(_("where"), max_length=160, blank=True)
    online_url = models.URLField(_("link to take part online"), blank=True)
    # NULL: as many as come, up to MOST_PLACES.
    places = models.PositiveSmallIntegerField(_("number of places"), null=True, blank=True)
    # A colleague or a volunteer: takes attendance.
    host = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="sessions_hosted"
    )
    is_mixed = models.BooleanField(_("volunteers and professionals together"), default=False)
    # The version of the material that was used.
    package = models.ForeignKey(Package, models.SET_NULL, null=True, blank=True, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)
    # Calendars take a change only when its number is higher than what they have (RFC 5545 SEQUENCE).
    revision = models.PositiveSmallIntegerField(default=0)
    closed_on = models.DateField(null=True, blank=True)
    # Who came without a sign-up, as the host wrote it down; emptied once a coordinator has put them right.
    also_came = EncryptedTextField(_("who else came"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["starts_at", "id"]
        indexes = [models.Index(fields=["organisation", "starts_at", "id"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("course", "host", "package")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "course",
                "starts_at",
                "minutes",
                "language",
                "place",
                "online_url",
                "places",
                "host",
                "is_mixed",
                "package",
                "cancelled_at",
                "revision",
                "closed_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"also_came"})

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)


class Seat(Owned):
    """Somebody who comes to a session, would like to, or was there."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, models.CASCADE, related_name="seats")
    state = models.CharField(max_length=10, choices=SeatState, default=SeatState.COMING)
    # The order of the waiting list; anew for who left and comes back.
    asked_at = models.DateTimeField()
    came_unannounced = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["asked_at", "id"]
        indexes = [models.Index(fields=["organisation", "person", "state"])]
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="one_seat_a_session")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("session", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "session", "person"})
        personal = frozenset({"state", "asked_at", "came_unannounced"})
        sensitive: frozenset[str] = frozenset()

    @property
    def is_expected(self) -> bool:
        """Before the session: coming or waiting."""
        return self.state in EXPECTED

    @property
    def is_on_the_list(self) -> bool:
        """On the list of who comes, to tick off."""
        return self.state in ON_THE_LIST
