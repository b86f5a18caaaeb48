"""Who does what around a participant, as far as nothing else in the house says so."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Owned
from naast.people.models import Person


class Category(models.TextChoices):
    """Who helps, from the person outwards (S1-47)."""

    SELF = "self", _("what I do myself")
    USUAL = "usual", _("usual care: people in the same home")
    INFORMAL = "informal", _("informal care: family or others who care for long")
    FRIENDS = "friends", _("friends and neighbours")
    VOLUNTEERS = "volunteers", _("volunteers")
    PROFESSIONALS = "professionals", _("professionals")


class Around(Owned):
    """What a participant decides about the view of who does what: whether their volunteers see it."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="around")
    is_shared = models.BooleanField(_("my volunteers may see who does what"), default=False)
    shared_on = models.DateField(_("said on"), null=True, blank=True)
    # «Rather no drawing of who is around me»: then nobody asks again.
    no_map_on = models.DateField(_("rather no map, said on"), null=True, blank=True)

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"is_shared", "shared_on", "no_map_on"})
        sensitive: frozenset[str] = frozenset()


class AroundLine(Owned):
    """Somebody around a participant whom the house does not know otherwise: a daughter, a home nurse (S1-60)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="around_lines")
    who = EncryptedTextField(_("who"))
    category = models.CharField(_("what kind of help"), max_length=13, choices=Category)
    does = EncryptedTextField(_("what they do"))
    when = models.CharField(_("when"), max_length=120, blank=True)
    phone = EncryptedTextField(_("phone"), blank=True)
    since_on = models.DateField(_("since"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)
    is_shared = models.BooleanField(_("volunteers may see this line too"), default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["since_on", "id"]
        indexes = [models.Index(fields=["organisation", "person"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(since_on__isnull=True)
                | models.Q(until_on__isnull=True)
                | models.Q(until_on__gte=models.F("since_on")),
                name="around_line_ends_after_it_starts",
                violation_error_message=_("The last day comes after the first."),
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"category", "when", "since_on", "until_on", "is_shared"})
        sensitive = frozenset({"who", "does", "phone"})


class LedToHelp(Owned):
    """A volunteer helped somebody find their way to a service, and whether that worked out (S1-97)."""

    class Outcome(models.TextChoices):
        """How it went on."""

        UNDER_WAY = "under_way", _("under way")
        WORKED = "worked", _("it worked out")
        DIFFERENT = "different", _("it became something else")

    person = models.ForeignKey(Person, models.CASCADE, related_name="led_to_help")
    service = models.CharField(_("which help or service"), max_length=120)
    led_on = models.DateField(_("when"))
    outcome = models.CharField(
        _("did it work out?"), max_length=9, choices=Outcome, default=Outcome.UNDER_WAY
    )
    words = EncryptedTextField(_("in a few words"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-led_on", "-id"]
        indexes = [models.Index(fields=["organisation", "person"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"led_on", "outcome"})
        sensitive = frozenset({"service", "words"})
