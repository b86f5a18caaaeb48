"""For how long this room keeps names that a host wrote down: see core.retention."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.retention import Kind, register
from naast.learning.models import Session


def _sessions(organisation_id: UUID, before: date) -> QuerySet[Session]:
    rows = Session.objects.filter(
        organisation_id=organisation_id, starts_at__lt=clock.morning(before)
    )
    return rows.exclude(also_came="")


def _forget_names(ids: list[UUID]) -> int:
    return Session.objects.filter(pk__in=ids).update(also_came="")


NAMES = Kind(
    code="learning.also-came",
    title=_("Names of who came to a course without signing up"),
    months=3,
    days=90,
    starts=_("the day of the course"),
    reason=_("Long enough to put the list right."),
    due=_sessions,
    erase=_forget_names,
)
register(NAMES)
