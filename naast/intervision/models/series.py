"""A group that meets again and again, who belongs to it, and for which programmes it is a part of the work."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Owned
from naast.people.models import Person
from naast.programmes.models import Programme


class Series(Owned):
    """One group with its rhythm (S1-143). The organisation calls it as it likes (S1-213)."""

    class Unit(models.TextChoices):
        """The unit of the rhythm."""

        WEEK = "week", _("week")
        MONTH = "month", _("month")

    class Place(models.IntegerChoices):
        """Which week of the month, when the group meets by the month."""

        FIRST = 1, _("the first")
        SECOND = 2, _("the second")
        THIRD = 3, _("the third")
        FOURTH = 4, _("the fourth")
        LAST = 5, _("the last")

    name = models.CharField(_("name of the group"), max_length=80)
    label = models.CharField(_("what you call the evenings"), max_length=40)
    # Empty: invitations use the word for the evenings.
    invitation_title = models.CharField(_("title of the invitation"), max_length=60, blank=True)
    talk_label = models.CharField(
        _("what you call the yearly group talk"), max_length=60, blank=True
    )
    every = models.PositiveSmallIntegerField(_("every"), default=1)
    unit = models.CharField(_("unit"), max_length=5, choices=Unit, default=Unit.MONTH)
    weekday = models.PositiveSmallIntegerField(
        _("day of the week"), choices=tuple(WEEKDAYS.items())
    )
    week_of_month = models.PositiveSmallIntegerField(
        _("which week of the month"), choices=Place, default=Place.FIRST
    )
    starts_on = models.DateField(_("from which day"))
    hour = models.TimeField(_("starts at"))
    minutes = models.PositiveSmallIntegerField(_("how long (minutes)"), default=120)
    place = models.CharField(_("where"), max_length=160, blank=True)
    online_url = models.URLField(_("link to take part online"), blank=True)
    # Code of intervision/methods/*.toml.
    method = models.CharField(_("usual method"), max_length=20, default="incident")
    takes_staff = models.BooleanField(_("professionals take part as well"), default=False)
    has_silence = models.BooleanField(
        _("«what do we not talk about?» is on the agenda every time"), default=True
    )
    # When somebody asks how a person is (S1-188).
    missed_in_a_row = models.PositiveSmallIntegerField(
        _("ask how somebody is when they could not come (times in a row)"), default=3
    )
    missed_months = models.PositiveSmallIntegerField(
        _("or when they have not been there for (months)"), default=4
    )
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                condition=Q(ended_on__isnull=True),
                name="series_named_once",
            ),
            models.CheckConstraint(condition=Q(every__gte=1), name="series_has_a_rhythm"),
        ]
        indexes = [models.Index(fields=["organisation", "name", "id"])]

    class Privacy:
        """A group is about moments, not about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "name",
                "label",
                "invitation_title",
                "talk_label",
                "every",
                "unit",
                "weekday",
                "week_of_month",
                "starts_on",
                "hour",
                "minutes",
                "place",
                "online_url",
                "method",
                "takes_staff",
                "has_silence",
                "missed_in_a_row",
                "missed_months",
                "ended_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """What stands above an invitation: neutral words of the organisation."""
        return self.invitation_title or self.label


class SeriesProgramme(Owned):
    """A programme whose volunteers meet in this group, and whether that is a part of the work (S1-188)."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="programmes")
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="series")
    is_duty = models.BooleanField(_("taking part belongs to this programme"), default=False)
    # A guideline of the programme; nobody's evenings are counted against it.
    a_year = models.PositiveSmallIntegerField(
        _("about how many evenings a year"), null=True, blank=True
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["series", "programme"], name="programme_once_a_series")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("series", "programme")

    class Privacy:
        """About work, not about persons."""

        plain = frozenset(
            {"id", "created_at", "organisation", "series", "programme", "is_duty", "a_year"}
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class SeriesMember(Owned):
    """Somebody of the group. A volunteer may lead it, and professionals may sit among them (S3-23)."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.CASCADE, related_name="series")
    is_leader = models.BooleanField(_("leads the evenings"), default=False)
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    # When they last brought something in: who did so longest ago is asked first.
    brought_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["person__sort_name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "person"],
                condition=Q(left_on__isnull=True),
                name="member_once_a_series",
            )
        ]
        indexes = [models.Index(fields=["organisation", "person", "left_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("series", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "series", "person"})
        personal = frozenset({"is_leader", "joined_on", "left_on", "brought_on"})
        sensitive: frozenset[str] = frozenset()
