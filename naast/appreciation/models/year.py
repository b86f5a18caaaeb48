"""What volunteering brings somebody, in their own words, once a year (S1-12, S3-11, S4-18, S2-37)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Owned
from naast.people.models import Person


class Brings(models.TextChoices):
    """Six answers of the Flemish vision on volunteering (S4-18), in words of our own."""

    APPRECIATION = "appreciation", _("People appreciate what I do")
    USEFUL = "useful", _("I do something useful")
    EXPERIENCE = "experience", _("I gain experience")
    LEARNING = "learning", _("I learn")
    PLEASURE = "pleasure", _("I enjoy it")
    MEETING = "meeting", _("I meet people")


class YearLook(Owned):
    """One look back at a year: for the person alone, unless they share it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="year_looks")
    year = models.PositiveSmallIntegerField()
    brings = models.JSONField(default=list)
    words = EncryptedTextField(_("what it brings me, in my own words"), blank=True, default="")
    is_shared = models.BooleanField(default=False)
    written_on = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-year"]
        constraints = [models.UniqueConstraint(fields=["person", "year"], name="one_look_a_year")]
        indexes = [models.Index(fields=["organisation", "year"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "year"})
        personal = frozenset({"brings", "is_shared", "written_on"})
        sensitive = frozenset({"words"})

    @property
    def brings_words(self) -> list[str]:
        """The chosen answers in words; one that no longer exists is left out."""
        return [str(Brings(code).label) for code in self.brings if code in Brings]
