"""Being in touch: check-ins, short words after an activity, visits to the floor, telling the coordinator."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Programme
from naast.support.states import Feeling, Theme


class CheckIn(Owned):
    """«How is it going?»: free words first, then three questions (S1-262). Answered by the volunteer, or
    written down by who called or got the paper."""

    class How(models.TextChoices):
        """Which way the answer came."""

        OWN = "own", _("by themselves")
        PHONE = "phone", _("by phone")
        MEET = "meet", _("face to face")
        PAPER = "paper", _("on paper")

    person = models.ForeignKey(Person, models.CASCADE, related_name="check_ins")
    asked_on = models.DateField()
    due_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    how = models.CharField(_("how"), max_length=8, choices=How, blank=True)
    words = EncryptedTextField(_("how is it going?"), blank=True, default="")
    feels = models.CharField(_("do you feel well?"), max_length=5, choices=Feeling, blank=True)
    goes = models.CharField(_("does it go well?"), max_length=5, choices=Feeling, blank=True)
    enjoys = models.CharField(
        _("do you still enjoy it?"), max_length=5, choices=Feeling, blank=True
    )
    written_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Less joy than the time before: a friendly prompt to call, until somebody did.
    asks_a_call = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["-asked_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(answered_on__isnull=True),
                name="one_open_check_in",
            )
        ]
        indexes = [
            models.Index(fields=["organisation", "person", "-answered_on"]),
            models.Index(
                fields=["organisation", "answered_on"],
                condition=Q(asks_a_call=True),
                name="check_in_asks_a_call",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "written_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "written_by"})
        personal = frozenset({"asked_on", "due_on", "answered_on", "how", "asks_a_call"})
        sensitive = frozenset({"words", "feels", "goes", "enjoys"})


class ShortWord(Owned):
    """A short word right after an activity, in two taps; the volunteer reads it (S1-190)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="short_words")
    said_on = models.DateField()
    theme = models.CharField(_("about"), max_length=20, choices=Theme)
    words = EncryptedTextField(_("in a few words"), blank=True, default="")
    said_by = models.ForeignKey(Membership, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-said_on", "-id"]
        indexes = [models.Index(fields=["organisation", "person", "-said_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "said_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "said_by"})
        personal = frozenset({"said_on", "theme"})
        sensitive = frozenset({"words"})


class FloorVisit(Owned):
    """Somebody of the staff was where the volunteers are (S1-192)."""

    visited_on = models.DateField(_("on which day"))
    programme = models.ForeignKey(
        Programme, models.SET_NULL, null=True, blank=True, related_name="floor_visits"
    )
    visited_by = models.ForeignKey(Membership, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-visited_on", "-id"]
        indexes = [models.Index(fields=["organisation", "-visited_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "visited_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "visited_on", "programme", "visited_by"}
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Meeting(Owned):
    """Whom somebody met face to face on such a visit."""

    visit = models.ForeignKey(FloorVisit, models.CASCADE, related_name="meetings")
    person = models.ForeignKey(Person, models.CASCADE, related_name="floor_meetings")
    met_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["visit", "person"], name="met_once_a_visit")]
        indexes = [models.Index(fields=["person", "-met_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("visit", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "visit", "person"})
        personal = frozenset({"met_on"})
        sensitive: frozenset[str] = frozenset()


class Told(Owned):
    """A professional or coach tells the coordinator about a volunteer (S1-88). The words go when it is done."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="told_about")
    told_by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    words = EncryptedTextField(_("what would you like to tell?"), blank=True, default="")
    handled_on = models.DateField(null=True, blank=True)
    handled_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [
            models.Index(
                fields=["organisation", "created_at"],
                condition=Q(handled_on__isnull=True),
                name="told_open",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "told_by", "handled_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "told_by", "handled_by"})
        personal = frozenset({"handled_on"})
        sensitive = frozenset({"words"})
