"""What stays of an application once the person is forgotten: where, when, how far. No names, no ids of
people: an application points at its journey, never the other way (S1-245, S1-246)."""

from django.db import models

from naast.organisations.models import Owned
from naast.programmes.models import Programme, StageKind
from naast.vacancies.models import Channel


class Journey(Owned):
    """One way through the path, without the person. Dates are those of the way, not of somebody's life."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    channel = models.ForeignKey(
        Channel, models.SET_NULL, null=True, blank=True, related_name="journeys"
    )
    came_on = models.DateField()
    # How far it came: the stage somebody was in last.
    stage = models.CharField(max_length=12, choices=StageKind, default=StageKind.APPLICATION)
    started_on = models.DateField(null=True, blank=True)
    stopped_on = models.DateField(null=True, blank=True)
    # Codes of Outcome and StopReason; empty while it goes on.
    outcome = models.CharField(max_length=20, blank=True)
    stop_reason = models.CharField(max_length=20, blank=True)
    # Three months after the start: still there? NULL until that day has come.
    is_still_there = models.BooleanField(null=True, blank=True)
    # Somebody asked how it is, three months after the start.
    looked_back_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "came_on"]),
            models.Index(fields=["organisation", "started_on"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "channel")

    class Privacy:
        """Nothing here says who."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "channel",
                "came_on",
                "stage",
                "started_on",
                "stopped_on",
                "outcome",
                "stop_reason",
                "is_still_there",
                "looked_back_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Passage(Owned):
    """One stage of a journey: from which day to which day (lead times, S1-246)."""

    journey = models.ForeignKey(Journey, models.CASCADE, related_name="passages")
    kind = models.CharField(max_length=12, choices=StageKind)
    entered_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "kind", "left_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("journey",)

    class Privacy:
        """Nothing here says who."""

        plain = frozenset(
            {"id", "created_at", "organisation", "journey", "kind", "entered_on", "left_on"}
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Tally(Owned):
    """How many gave an answer to a voluntary question, in one month: a number that was only ever counted
    up, tied to no application (S4-27)."""

    month = models.DateField()  # the first day of the month
    question = models.CharField(max_length=30)
    answer = models.CharField(max_length=30)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "month", "question", "answer"], name="tally_once"
            )
        ]

    class Privacy:
        """Numbers only."""

        plain = frozenset(
            {"id", "created_at", "organisation", "month", "question", "answer", "number"}
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
