"""The least number of paid people of a team, on which volunteers never count (S1-66, S1-103)."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Owned
from naast.people.models import Person
from naast.programmes.models import Programme


class StaffingLine(Owned):
    """A moment of the week, and how many paid people have to be there."""

    class Part(models.TextChoices):
        """A part of the day."""

        MORNING = "1morning", _("morning")
        AFTERNOON = "2afternoon", _("afternoon")
        EVENING = "3evening", _("evening")
        NIGHT = "4night", _("night")

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="staffing_lines")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=list(WEEKDAYS.items()))
    part = models.CharField(_("part of the day"), max_length=10, choices=Part)
    needed = models.PositiveSmallIntegerField(
        _("paid people needed"), validators=[MinValueValidator(1), MaxValueValidator(99)]
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["weekday", "part", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "weekday", "part"], name="one_staffing_line_a_moment"
            ),
            models.CheckConstraint(condition=Q(needed__gte=1), name="staffing_needs_somebody"),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme",)

    class Privacy:
        """About work, not about people."""

        plain = frozenset(
            {"id", "created_at", "organisation", "programme", "weekday", "part", "needed"}
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class StaffingDay(Owned):
    """How many paid people are there on one day, and what can wait when they are too few."""

    line = models.ForeignKey(StaffingLine, models.CASCADE, related_name="days")
    day = models.DateField(_("day"))
    paid = models.PositiveSmallIntegerField(
        _("paid people who are there"), validators=[MaxValueValidator(99)]
    )
    can_wait = models.CharField(_("what can wait"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-day"]
        constraints = [
            models.UniqueConstraint(fields=["line", "day"], name="one_staffing_day_a_line")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("line",)

    class Privacy:
        """About work, not about people."""

        plain = frozenset({"id", "created_at", "organisation", "line", "day", "paid", "can_wait"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class ExtraHand(Owned):
    """A volunteer who is usually there at this moment: extra, whatever else is filled in."""

    line = models.ForeignKey(StaffingLine, models.CASCADE, related_name="extra_hands")
    person = models.ForeignKey(Person, models.CASCADE, related_name="extra_hands")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["line", "person"], name="one_extra_hand_a_line")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("line", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "line", "person"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
