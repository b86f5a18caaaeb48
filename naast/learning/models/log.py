"""What somebody learned, in their own words: theirs alone, unless they share it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Owned
from naast.people.models import Person
from naast.programmes.models import Competence


class Category(models.TextChoices):
    """Five kinds of learning (Varela 2013; S1-154, instruments B7): labels of our own."""

    DOING = "doing", _("Doing")
    TOGETHER = "together", _("Working together and tackling things")
    KNOWING = "knowing", _("Knowing")
    ATTITUDE = "attitude", _("How I am and how I see myself")
    SOCIETY = "society", _("Taking part in society")


class LearningEntry(Owned):
    """Something somebody learned. Private by default (S4-6); counted by category and year for the person
    alone."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="learning_entries")
    learned_on = models.DateField(_("when"))
    category = models.CharField(_("what kind of learning"), max_length=10, choices=Category)
    words = EncryptedTextField(_("what I learned"))
    activity = EncryptedTextField(_("doing what"), blank=True)
    is_shared = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["-learned_on", "-id"]
        indexes = [models.Index(fields=["organisation", "person", "-learned_on", "-id"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"learned_on", "category", "is_shared"})
        sensitive = frozenset({"words", "activity"})


class Growth(Owned):
    """How somebody sees their own growth in one thing that their role asks (S1-67). No score and no judgement
    of others: three phrases of their own."""

    class Step(models.TextChoices):
        """Where somebody is, as they say it."""

        WANTS = "wants", _("I would like to learn this")
        GROWING = "growing", _("I am growing in this")
        CAN = "can", _("I do this well")

    person = models.ForeignKey(Person, models.CASCADE, related_name="growth")
    competence = models.ForeignKey(Competence, models.CASCADE, related_name="+")
    step = models.CharField(max_length=10, choices=Step)
    example = EncryptedTextField(_("an example"), blank=True)
    noted_on = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["competence__position", "id"]
        indexes = [models.Index(fields=["organisation", "person"])]
        constraints = [
            models.UniqueConstraint(fields=["person", "competence"], name="growth_once_each")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "competence")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "competence"})
        personal = frozenset({"step", "noted_on"})
        sensitive = frozenset({"example"})
