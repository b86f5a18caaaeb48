"""For how long a house keeps things, and what went in a night."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Membership, Owned


class KeptFor(Owned):
    """The house's own term for one kind of data, with its reason (core.retention has the proposals)."""

    kind = models.CharField(max_length=60)
    months = models.PositiveSmallIntegerField(_("months"))
    why = models.CharField(_("why"), max_length=300)
    chosen_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    chosen_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind"], name="one_own_term_a_kind")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("chosen_by",)

    class Privacy:
        """About the house, not about people."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "kind",
                "months",
                "why",
                "chosen_by",
                "chosen_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Backups(Owned):
    """How long copies of the whole are kept by who runs the house: until then what was erased is still in them."""

    days = models.PositiveSmallIntegerField(_("days that backups are kept"))
    where = models.CharField(_("where they stand, and who can read them"), max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation"], name="one_term_of_backups_a_house")
        ]

    class Privacy:
        """About the house, not about people."""

        plain = frozenset({"id", "created_at", "organisation", "days", "where"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class RetentionRun(Owned):
    """What went in one night: how many rows of each kind, and which kinds were not finished."""

    day = models.DateField()
    counts = models.JSONField(default=dict)
    unfinished = models.JSONField(default=list)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-day"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "day"], name="one_report_a_night")
        ]

    class Privacy:
        """Numbers alone."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "day",
                "counts",
                "unfinished",
                "finished_at",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
