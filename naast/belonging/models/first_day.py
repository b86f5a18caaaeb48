"""Who awaits somebody new, where and when, and what belongs to a first day (S1-219)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Membership, Owned
from naast.programmes.models import Engagement, Programme


def usual_check_weeks() -> list[int]:
    """Welcome checks after two, six and twelve weeks (instruments B26)."""
    return [2, 6, 12]


def usual_mentor_weeks() -> list[int]:
    """A mentor's fixed moments: at the start, in week 4 and in week 12 (instruments B26)."""
    return [0, 4, 12]


class Welcome(Owned):
    """How a programme welcomes: its host, the lines of a first day, and the rhythm of what is asked. A programme
    without this row uses the defaults."""

    programme = models.OneToOneField(Programme, models.CASCADE, related_name="welcome")
    host = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="hosted_programmes"
    )
    place = models.CharField(_("where somebody new comes to"), max_length=200, blank=True)
    # The house's own lines; empty: the usual ones (belonging.texts).
    lines = models.JSONField(_("what belongs to a first day"), default=list, blank=True)
    check_weeks = models.JSONField(_("welcome checks after (weeks)"), default=usual_check_weeks)
    mentor_weeks = models.JSONField(_("a mentor’s moments (weeks)"), default=usual_mentor_weeks)
    look_months = models.PositiveSmallIntegerField(_("fresh look after (months)"), default=3)
    end_weeks = models.PositiveSmallIntegerField(
        _("«extend, change or stop?» before the end (weeks)"), default=4
    )

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "host")

    class Privacy:
        """How a programme works, not about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "host",
                "place",
                "lines",
                "check_weeks",
                "mentor_weeks",
                "look_months",
                "end_weeks",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class FirstDay(Owned):
    """The first day of somebody in a programme: who awaits them, and that they were received."""

    engagement = models.OneToOneField(Engagement, models.CASCADE, related_name="first_day")
    host = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="first_days"
    )
    day = models.DateField(_("first day"))
    hour = models.TimeField(_("at what time"), null=True, blank=True)
    place = models.CharField(_("where"), max_length=200, blank=True)
    # [{"what": sentence, "done": bool}], as it stood when the day was prepared.
    lines = models.JSONField(default=list)
    received_on = models.DateField(_("was received on"), null=True, blank=True)
    received_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "day", "id"]),
            models.Index(
                fields=["organisation", "day"],
                condition=Q(received_on__isnull=True),
                name="first_day_to_come",
            ),
            models.Index(
                fields=["host", "day"],
                condition=Q(received_on__isnull=True),
                name="first_day_of_host",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("engagement", "host", "received_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "engagement", "host", "received_by", "place"}
        )
        personal = frozenset({"day", "hour", "lines", "received_on"})
        sensitive: frozenset[str] = frozenset()
