"""For how long this room keeps what colleagues told: see core.retention."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.retention import Kind, deleting, register
from naast.support.models import Told


def _told(organisation_id: UUID, before: date) -> QuerySet[Told]:
    return Told.objects.filter(organisation_id=organisation_id, handled_on__lt=before)


TOLD = Kind(
    code="support.told",
    title=_("That a colleague told something about a volunteer"),
    months=12,
    most=24,
    starts=_("the day it was taken up"),
    reason=_("The words go at once; that there was something stays a year."),
    due=_told,
    erase=deleting(Told),
    person="person",
)
register(TOLD)
