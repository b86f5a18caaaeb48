"""Courses of an organisation, and the package of material that goes with them, in versions."""

from datetime import date
from typing import ClassVar

from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Owned


class CourseForm(models.TextChoices):
    """How people learn in it (S1-202: people choose a form that suits them)."""

    TOGETHER = "together", _("Together: an evening or half a day")
    ONLINE = "online", _("On my own, online")
    ON_THE_JOB = "on_the_job", _("On the job, beside somebody")
    EXPERTS = "experts", _("A talk with experts by experience")


class Course(Owned):
    """Something one can learn here or elsewhere, in our own words (S0-5, S0-19 to S0-21, S1-178)."""

    title = models.CharField(_("title"), max_length=120)
    about = models.TextField(_("what it is for"), max_length=1500, blank=True)
    # Lists of sentences.
    outcomes = models.JSONField(_("what you learn"), default=list, blank=True)
    outline = models.JSONField(_("how it goes"), default=list, blank=True)
    exercises = models.JSONField(_("exercises"), default=list, blank=True)
    bring = models.CharField(_("what to bring"), max_length=250, blank=True)
    form = models.CharField(
        _("form"), max_length=10, choices=CourseForm, default=CourseForm.TOGETHER
    )
    minutes = models.PositiveSmallIntegerField(_("how long (minutes)"), default=150)
    # ISO 639 codes of people.terms.
    languages = models.JSONField(_("languages"), default=list, blank=True)
    is_external = models.BooleanField(_("given by somebody else"), default=False)
    provider = models.CharField(_("who gives it"), max_length=150, blank=True)
    link = models.URLField(_("link"), blank=True)
    # NULL: for good.
    valid_months = models.PositiveSmallIntegerField(
        _("how long it counts (months)"), null=True, blank=True
    )
    refresher_of = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="refreshers"
    )
    # Names of competences, since the same words stand in several programmes (S1-100).
    helps_with = models.JSONField(_("helps with"), default=list, blank=True)
    is_mixed = models.BooleanField(_("for volunteers and professionals together"), default=False)
    # Of which theme of our core curriculum it was made; empty for the organisation's own.
    core_code = models.CharField(max_length=40, blank=True, editable=False)
    is_used = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["title", "id"]
        indexes = [models.Index(fields=["organisation", "is_used", "title", "id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "core_code"],
                condition=~Q(core_code=""),
                name="core_theme_added_once",
            ),
            models.CheckConstraint(
                condition=~Q(refresher_of=F("id")),
                name="course_refreshes_another_one",
                violation_error_message=_("A course refreshes another one, not itself."),
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("refresher_of",)

    class Privacy:
        """A course is not about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "title",
                "about",
                "outcomes",
                "outline",
                "exercises",
                "bring",
                "form",
                "minutes",
                "languages",
                "is_external",
                "provider",
                "link",
                "valid_months",
                "refresher_of",
                "helps_with",
                "is_mixed",
                "core_code",
                "is_used",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()

    @property
    def months_counted(self) -> int | None:
        """How long it counts: its own term, or that of what it refreshes; None for good."""
        if self.valid_months is None and self.refresher_of is not None:
            return self.refresher_of.valid_months
        return self.valid_months

    def valid_until(self, done_on: date) -> date | None:
        """The last day on which it counts when done on that day; None for good."""
        months = self.months_counted
        return None if months is None else done_on + relativedelta(months=months)


class Package(Owned):
    """One version of the material of a course: who followed it knows which one they got (S0-23)."""

    course = models.ForeignKey(Course, models.CASCADE, related_name="packages")
    number = models.PositiveSmallIntegerField()
    made_on = models.DateField()
    # [{"name": what it is, "url": where it is, or ""}]
    materials = models.JSONField(_("materials"), default=list)
    note = models.CharField(_("what changed"), max_length=250, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["course", "number"], name="package_number_once")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("course",)

    class Privacy:
        """A package is not about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "course",
                "number",
                "made_on",
                "materials",
                "note",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
