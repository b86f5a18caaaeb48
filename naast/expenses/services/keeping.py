"""What goes when the term of a calendar year is over, and the name that stays until then."""

from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from naast.expenses.models import Claim, CostYear
from naast.expenses.states import COUNTING


@transaction.atomic
def write_down_names(ids: list[UUID]) -> int:
    """Put the name of the volunteer in these years, where something was or may still be paid: they are about to be
    erased, and the list of the year has to show the name until its term is over (spec/law 1.7.8). Returns how many
    years."""
    staying = Claim.objects.filter(cost_year=OuterRef("pk"), state__in=COUNTING)
    years = CostYear.objects.filter(Exists(staying), pk__in=ids, name="")
    rows = list(years.select_related("person"))
    for row in rows:
        row.name = row.person.name
    CostYear.objects.bulk_update(rows, ["name"])
    return len(rows)


@transaction.atomic
def erase_years(ids: list[UUID]) -> int:
    """Delete these years with everything in them. Corrections go before what they correct. Returns how many years
    went."""
    claims = Claim.objects.filter(cost_year__in=ids)
    claims.filter(reverses__isnull=False).delete()
    claims.delete()
    CostYear.objects.filter(pk__in=ids).delete()
    return len(ids)
