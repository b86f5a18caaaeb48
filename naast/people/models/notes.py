"""What is written about a person, for whom, and what the person agreed to."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models.person import Person


class Audience(models.TextChoices):
    """Who may read a note. The author always may."""

    COORDINATOR = "coordinator", _("Me and the coordinator")
    TEAM = "team", _("Coordinators and the professional")
    PERSON = "person", _("Also the person it is about")


class Note(Owned):
    """A short note about a person, with its audience."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="notes")
    author = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    audience = models.CharField(_("who may read this"), max_length=12, choices=Audience)
    text = EncryptedTextField(_("note"))

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [models.Index(fields=["organisation", "person", "-id"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "author")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "author", "audience"})
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"text"})


class Consent(Owned):
    """A yes of a person to one purpose, with its date; taking it back is a date as well (S1-91)."""

    class Purpose(models.TextChoices):
        """What somebody may say yes to."""

        VOLUNTEER_SUPPORT = "volunteer_support", _("A volunteer stands beside me")
        LIVED_EXPERIENCE = "lived_experience", _("My own experience may be used to find a match")
        OWN_CRITERIA = "own_criteria", _("My own wish about who somebody is may be used")
        REPORTING = "reporting", _("You may know where I report, to help me with the steps")

    class How(models.TextChoices):
        """How the yes was given."""

        IN_PERSON = "in_person", _("in a talk")
        BY_PHONE = "by_phone", _("by phone")
        ON_PAPER = "on_paper", _("on paper")
        ON_SCREEN = "on_screen", _("on this screen")

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    purpose = models.CharField(_("for what"), max_length=20, choices=Purpose)
    given_on = models.DateField(_("said yes on"))
    how = models.CharField(_("how"), max_length=10, choices=How)
    withdrawn_on = models.DateField(_("taken back on"), null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "person", "purpose"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "purpose"})
        personal = frozenset({"given_on", "how", "withdrawn_on"})
        sensitive: frozenset[str] = frozenset()
