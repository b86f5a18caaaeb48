"""Short jobs: useful, fun, over in an afternoon (S1-72)."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Owned
from naast.people.models import Person
from naast.programmes.models import Programme


class ShortJob(Owned):
    """One small piece of work at a known time, for a known number of people."""

    title = models.CharField(_("title"), max_length=80)
    text = models.TextField(_("what you do, and what is nice about it"), max_length=800, blank=True)
    starts_at = models.DateTimeField(_("starts"))
    minutes = models.PositiveSmallIntegerField(_("how long (minutes)"), default=120)
    place = models.CharField(_("where"), max_length=160)
    places = models.PositiveSmallIntegerField(_("how many people"), default=2)
    until_on = models.DateField(_("say so before"), null=True, blank=True)
    programme = models.ForeignKey(
        Programme, models.SET_NULL, null=True, blank=True, related_name="short_jobs"
    )
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["starts_at", "id"]
        indexes = [models.Index(fields=["organisation", "starts_at", "id"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme",)

    class Privacy:
        """A job is about work, not about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "title",
                "text",
                "starts_at",
                "minutes",
                "place",
                "places",
                "until_on",
                "programme",
                "cancelled_at",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)


class JobTaker(Owned):
    """A volunteer who does a short job."""

    job = models.ForeignKey(ShortJob, models.CASCADE, related_name="takers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="short_jobs")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["job", "person"], name="job_taken_once_a_person")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("job", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "job", "person"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
