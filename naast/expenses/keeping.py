"""For how long this room keeps a calendar year: see core.retention."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.retention import Kind, register
from naast.expenses.models import CostYear
from naast.expenses.services.keeping import erase_years


def _over(organisation_id: UUID, before: date) -> QuerySet[CostYear]:
    """The clock starts on 31 December."""
    return CostYear.objects.filter(organisation_id=organisation_id, year__lt=before.year)


YEARS = Kind(
    code="expenses.years",
    title=_("What was paid back in a calendar year"),
    months=84,
    # A longer term of the tax office for some records is only remembered (spec/law 1.7.8, M): a house may choose it.
    least=84,
    most=120,
    by_law=True,
    starts=_("the end of the calendar year"),
    reason=_("Seven years, for the tax office: names, days, amounts and their proof."),
    due=_over,
    erase=erase_years,
    person="person",
    at_once=100,
)
register(YEARS)
