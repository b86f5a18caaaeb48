"""For how long we keep who looked and what happened: see core.retention."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.audit.models import Event
from naast.core import clock
from naast.core.retention import Kind, deleting, register


def _events(organisation_id: UUID, before: date) -> QuerySet[Event]:
    return Event.objects.filter(
        organisation_id=organisation_id, created_at__lt=clock.morning(before)
    )


def _looks(organisation_id: UUID, before: date) -> QuerySet[Event]:
    return _events(organisation_id, before).filter(is_view=True)


def _history(organisation_id: UUID, before: date) -> QuerySet[Event]:
    return _events(organisation_id, before).filter(is_view=False)


LOOKS = Kind(
    code="audit.looks",
    title=_("Who read which file"),
    months=24,
    least=12,
    most=60,
    starts=_("the day of reading"),
    reason=_("So that people can ask who read their file, and for long enough to ask it."),
    due=_looks,
    erase=deleting(Event),
    person="target_id",
    # What somebody did themselves is about them as well.
    others=("person_id",),
)
HISTORY = Kind(
    code="audit.history",
    title=_("What was changed, by whom"),
    months=84,
    least=24,
    starts=_("the day of the change"),
    reason=_(
        "To be able to explain what was done. It holds ids and codes, and says nothing without the row it is about."
    ),
    due=_history,
    erase=deleting(Event),
    person="target_id",
    # What somebody did themselves is about them as well.
    others=("person_id",),
)
register(LOOKS, HISTORY)
