"""What we look for: one role of a programme as people outside read it."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Location, Membership, Owned
from naast.programmes.models import Programme
from naast.vacancies.states import VacancyStatus

# A text that is longer isn't read (S1-234).
LONGEST_TITLE, LONGEST_TEXT, LONGEST_PLAIN = 80, 1_500, 500


class Duration(models.TextChoices):
    """How long or how often somebody is needed (S1-86)."""

    ONCE = "once", _("Once: a few hours or a day")
    SHORT = "short", _("Short: a few weeks")
    INTERIM = "interim", _("For three to six months")
    YEARLY = "yearly", _("Now and then: every year again")
    LASTING = "lasting", _("Regularly, for a longer time")


class Structure(models.TextChoices):
    """How fixed the role is (S1-255)."""

    FIXED = "fixed", _("Fixed: clear tasks and hours")
    FREE = "free", _("Free: much to choose yourself")
    EITHER = "either", _("Both are possible")


class Company(models.TextChoices):
    """Alone or together with others."""

    ALONE = "alone", _("On your own, with somebody to fall back on")
    TOGETHER = "together", _("Together with others")
    EITHER = "either", _("Both are possible")


class LanguageNeeded(models.IntegerChoices):
    """How much of the language of the house the role asks (S0-40)."""

    NONE = 0, _("No matter which language you speak")
    LITTLE = 1, _("A little is enough; you can practise here")
    GOOD = 2, _("You can have a conversation")


class Vacancy(Owned):
    """One role that is looked for. Its texts are rows of their own, one a language (S1-229, S1-234)."""

    Status = VacancyStatus

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="vacancies")
    location = models.ForeignKey(Location, models.SET_NULL, null=True, blank=True, related_name="+")
    contact = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    duration = models.CharField(
        _("how long"), max_length=10, choices=Duration, default=Duration.LASTING
    )
    commitment_months = models.PositiveSmallIntegerField(
        _("we hope for at least (months)"), null=True, blank=True
    )
    times_a_month = models.PositiveSmallIntegerField(
        _("how often in a month"), null=True, blank=True
    )
    # As Person.weekly: 21 bits, Monday morning is bit 0. NULL: to be agreed.
    weekly = models.PositiveIntegerField(_("when in the week"), null=True, blank=True)
    place = models.CharField(_("where"), max_length=120, blank=True)
    # Sentences; the advice is at most five (S3-12).
    requirements = models.JSONField(_("what we ask"), default=list, blank=True)
    language_needed = models.PositiveSmallIntegerField(
        _("how much Dutch (or French) you need"),
        choices=LanguageNeeded,
        default=LanguageNeeded.LITTLE,
    )
    structure = models.CharField(
        _("how fixed"), max_length=10, choices=Structure, default=Structure.EITHER
    )
    company = models.CharField(
        _("with whom"), max_length=10, choices=Company, default=Company.EITHER
    )
    # Codes of vacancies.exploration.ENERGY: what somebody does here that may give energy (S1-271).
    gives = models.JSONField(_("what you do here"), default=list, blank=True)
    film_url = models.URLField(_("link to a film"), blank=True)
    published_on = models.DateField(null=True, blank=True)
    # After this day it leaves the site and the feeds until somebody says that it still holds (S1-235).
    valid_until = models.DateField(_("holds until"), null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "status", "valid_until", "id"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "location", "contact")

    class Privacy:
        """A vacancy is about work, not about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "location",
                "contact",
                "status",
                "duration",
                "commitment_months",
                "times_a_month",
                "weekly",
                "place",
                "requirements",
                "language_needed",
                "structure",
                "company",
                "gives",
                "film_url",
                "published_on",
                "valid_until",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()

    def holds_on(self, day: date) -> bool:
        """Whether people outside see it on this day."""
        return self.status == self.Status.PUBLISHED and (
            self.valid_until is None or self.valid_until >= day
        )


class VacancyText(Owned):
    """A vacancy in one language: a title, a text, and the same in a few plain sentences."""

    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    text = models.TextField(_("text"), max_length=LONGEST_TEXT)
    plain = models.TextField(_("short and plain"), max_length=LONGEST_PLAIN, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "language"], name="vacancy_text_once")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("vacancy",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "vacancy", "language", "title", "text", "plain"}
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
