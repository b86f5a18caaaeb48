"""For how long this room keeps the rows of a list that were left out: see core.retention."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.retention import Kind, register
from naast.exchange.models import ImportJob


def _jobs(organisation_id: UUID, before: date) -> QuerySet[ImportJob]:
    return ImportJob.objects.filter(
        ~Q(leftovers="") | ~Q(report=""),
        organisation_id=organisation_id,
        finished_at__lt=clock.morning(before),
    )


def _empty(ids: list[UUID]) -> int:
    """That a list came in, and how many rows, stays."""
    return ImportJob.objects.filter(pk__in=ids).update(leftovers="", report="", decisions={})


LEFTOVERS = Kind(
    code="exchange.leftovers",
    title=_("Rows of a list that were left out, and what was found in it"),
    months=3,
    most=12,
    starts=_("the day the list was loaded"),
    reason=_("To mend them and load them again. The list itself goes at once."),
    due=_jobs,
    erase=_empty,
)
register(LEFTOVERS)
