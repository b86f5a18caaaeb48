"""For how long this room keeps who had what: see core.retention."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.retention import Kind, deleting, register
from naast.lending.models import Loan
from naast.lending.queries.things import UNWIPED


def _over(organisation_id: UUID, before: date) -> QuerySet[Loan]:
    """What came back, of who was erased at once; as long as somebody’s data are on it, it stays where somebody sees
    it."""
    rows = Loan.objects.filter(organisation_id=organisation_id, back_on__isnull=False)
    rows = rows.filter(Q(back_on__lt=before) | Q(person__erased_on__isnull=False))
    return rows.exclude(UNWIPED)


LOANS = Kind(
    code="lending.loans",
    title=_("What was lent, and to whom"),
    months=24,
    most=60,
    starts=_("the day it came back"),
    reason=_(
        "To know where a thing was when something turns up later. After that it is nobody’s business."
    ),
    due=_over,
    erase=deleting(Loan),
    person="person_id",
)
register(LOANS)
