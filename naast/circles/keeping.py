"""For how long this room keeps what was written: see core.retention."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.circles.models import Circle
from naast.core.retention import Kind, register


def _over(organisation_id: UUID, day: date) -> QuerySet[Circle]:
    """Each circle has its own day, set when it ended."""
    return Circle.objects.filter(organisation_id=organisation_id, erase_on__lte=day)


CIRCLES = Kind(
    code="circles",
    title=_("What was written in circles"),
    months=24,
    least=24,
    most=24,
    starts=_("when the circle ended"),
    reason=_(
        "A circle agrees itself, in its own settings, how long its minutes are kept: then all of it goes."
    ),
    due=_over,
    person="core",
    others=("inner__person",),
    has_own_day=True,
)
register(CIRCLES)
