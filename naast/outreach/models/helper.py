"""Who helps now and then: a light record, without a file (S1-62, S1-86, S3-3)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.recruitment.models import Application


class Helper(Owned):
    """Somebody who helps once or now and then: a name, one way to reach them, and the days."""

    class Rhythm(models.TextChoices):
        """How often (S1-86)."""

        ONCE = "once", _("Once: a few hours or a day")
        INTERIM = "interim", _("For a while: three to six months")
        YEARLY = "yearly", _("Every year again")

    name = models.CharField(_("name"), max_length=120)
    # Lower case without accents: the order of the list.
    sort_name = models.CharField(max_length=255, editable=False)
    # One way to reach them, not both: as little as possible.
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    language = models.CharField(
        _("language we write in"), max_length=5, choices=settings.LANGUAGES, default="nl"
    )
    what = models.CharField(_("what they help with"), max_length=200)
    rhythm = models.CharField(_("how often"), max_length=8, choices=Rhythm, default=Rhythm.ONCE)
    # An initiative of their own: we give information, and agree nothing (S3-3).
    is_own_initiative = models.BooleanField(
        _("their own initiative: we only give information"), default=False
    )
    last_on = models.DateField(null=True, blank=True)
    invite_again_on = models.DateField(_("ask again on"), null=True, blank=True)
    invited_on = models.DateField(null=True, blank=True)
    # They wanted more: a person, or an application, took over.
    moved_on = models.DateField(null=True, blank=True)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    application = models.ForeignKey(
        Application, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["sort_name", "id"]
        indexes = [
            models.Index(fields=["organisation", "sort_name", "id"]),
            models.Index(fields=["organisation", "invite_again_on"]),
            models.Index(fields=["organisation", "last_on"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "application")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "language", "what", "is_own_initiative"}
            | {"moved_on", "person", "application"}
        )
        personal = frozenset(
            {"name", "sort_name", "email", "phone", "rhythm"}
            | {"last_on", "invite_again_on", "invited_on"}
        )
        sensitive: frozenset[str] = frozenset()

    @property
    def first_name(self) -> str:
        """What we call them."""
        return self.name.split(" ")[0]


class HelperDay(Owned):
    """One day of help. Insured or not is the one thing that the law asks of a single day."""

    helper = models.ForeignKey(Helper, models.CASCADE, related_name="days")
    day = models.DateField(_("day"))
    what = models.CharField(_("what they did"), max_length=200, blank=True)
    is_insured = models.BooleanField(_("insured that day"), default=True)
    noted_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-day", "-id"]
        constraints = [models.UniqueConstraint(fields=["helper", "day"], name="helper_day_once")]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("helper", "noted_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "helper", "is_insured", "noted_by"})
        personal = frozenset({"day", "what"})
        sensitive: frozenset[str] = frozenset()
