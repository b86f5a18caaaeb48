"""How often two people mean to see each other: their own lines, who agreed, and times at a distance."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.companionship.models.match import Match
from naast.organisations.models import Owned
from naast.programmes.models import ContactLine

DAYS = {ContactLine.Unit.WEEK: 7, ContactLine.Unit.MONTH: 30}


class Side(models.TextChoices):
    """One of the two in a match."""

    VOLUNTEER = "volunteer", _("the volunteer")
    PARTICIPANT = "participant", _("the participant")


class RhythmLine(Owned):
    """One line of what two people agreed for themselves, in place of the programme's contact plan (S1-198)."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="rhythm_lines")
    position = models.PositiveSmallIntegerField(default=0)
    way = models.CharField(_("how"), max_length=10, choices=ContactLine.Way)
    every = models.PositiveSmallIntegerField(_("every"), default=1)
    unit = models.CharField(
        _("unit"), max_length=6, choices=ContactLine.Unit, default=ContactLine.Unit.WEEK
    )
    with_whom = models.CharField(_("with whom"), max_length=120, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "match", "position"})
        personal = frozenset({"way", "every", "unit", "with_whom"})
        sensitive: frozenset[str] = frozenset()

    @property
    def days(self) -> int:
        """The interval in days."""
        return self.every * DAYS[ContactLine.Unit(self.unit)]


class RhythmYes(Owned):
    """One of the two agrees with a version of their lines: who, when and how."""

    class How(models.TextChoices):
        """How somebody said yes."""

        HERE = "here", _("on this page")
        TOLD = "told", _("told the coordinator")
        PAPER = "paper", _("on paper")

    match = models.ForeignKey(Match, models.CASCADE, related_name="rhythm_yeses")
    version = models.PositiveSmallIntegerField()
    side = models.CharField(max_length=11, choices=Side)
    agreed_on = models.DateField()
    how = models.CharField(max_length=5, choices=How, default=How.HERE)
    user_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["match", "version", "side"], name="one_yes_a_side_and_version"
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "match", "version", "side", "user_id"}
        )
        personal = frozenset({"agreed_on", "how"})
        sensitive: frozenset[str] = frozenset()


class DistanceTime(Owned):
    """For a while the whole house meets by phone or online: an epidemic, a heat wave (S2-28).

    Until it ends, this one line stands in place of every contact plan.
    """

    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until, when you know"), null=True, blank=True)
    every = models.PositiveSmallIntegerField(_("every"), default=1)
    unit = models.CharField(
        _("unit"), max_length=6, choices=ContactLine.Unit, default=ContactLine.Unit.WEEK
    )
    words = models.TextField(_("what you tell everybody"), blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-from_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=models.Q(ended_on__isnull=True),
                name="one_open_time_at_a_distance",
            ),
            models.CheckConstraint(
                condition=models.Q(until_on__isnull=True)
                | models.Q(until_on__gte=models.F("from_on")),
                name="distance_ends_after_it_starts",
                violation_error_message=_("The last day comes after the first."),
            ),
        ]

    class Privacy:
        """About the house, not about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "from_on",
                "until_on",
                "every",
                "unit",
                "words",
                "ended_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()

    @property
    def days(self) -> int:
        """The interval in days."""
        return self.every * DAYS[ContactLine.Unit(self.unit)]
