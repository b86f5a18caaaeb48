"""What somebody completed, and how they like to learn."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.learning.models.course import Course, CourseForm, Package
from naast.learning.models.session import Session
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class Completion(Owned):
    """A course somebody did, here or elsewhere. Of a certificate only the outcome is kept: seen by whom and
    when, never the paper itself (S0-20)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="completions")
    course = models.ForeignKey(Course, models.PROTECT, related_name="completions")
    done_on = models.DateField(_("done on"))
    # NULL: for good.
    valid_until = models.DateField(_("counts until"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("how long (minutes)"), default=0)
    session = models.ForeignKey(
        Session, models.SET_NULL, null=True, blank=True, related_name="completions"
    )
    package = models.ForeignKey(Package, models.SET_NULL, null=True, blank=True, related_name="+")
    provider = models.CharField(_("who gave it"), max_length=150, blank=True)
    cost = models.DecimalField(
        _("cost for us (euro)"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    certificate_seen_on = models.DateField(_("certificate seen on"), null=True, blank=True)
    certificate_seen_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-done_on", "-id"]
        indexes = [
            models.Index(fields=["organisation", "person", "course"]),
            models.Index(fields=["organisation", "valid_until", "id"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="completed_once_a_session")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "course", "session", "package", "certificate_seen_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "person", "course", "session", "package"}
        )
        personal = frozenset(
            {
                "done_on",
                "valid_until",
                "minutes",
                "provider",
                "cost",
                "certificate_seen_on",
                "certificate_seen_by",
            }
        )
        sensitive: frozenset[str] = frozenset()

    def holds_on(self, day: date) -> bool:
        """Whether it counts on that day."""
        return self.done_on <= day and (self.valid_until is None or day <= self.valid_until)


class LearningWish(Owned):
    """How somebody likes to learn: chosen by the person, changed at will (S1-202)."""

    class Likes(models.TextChoices):
        """What somebody feels most like."""

        LEARNING = "learning", _("I like to learn new things")
        DOING = "doing", _("I would rather just do it")
        BOTH = "both", _("It depends")

    person = models.OneToOneField(Person, models.CASCADE, related_name="learning_wish")
    likes = models.CharField(max_length=10, choices=Likes, blank=True)
    # Codes of CourseForm.
    forms = models.JSONField(default=list, blank=True)

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"likes", "forms"})
        sensitive: frozenset[str] = frozenset()

    @property
    def form_labels(self) -> list[Text]:
        """The chosen forms in words; a code that no longer exists stays away."""
        return [label for code, label in CourseForm.choices if code in self.forms]
