"""Since when somebody nears a ceiling: looked at every night, so that the desk asks for nothing but a mark."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from naast.expenses.models import CostYear
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.statements.queries.nearing import among, look_at


def mark(_actor: Actor, house: Organisation, now: datetime) -> int:
    """Mark the years of this house that near a ceiling now and take the mark off the others, for this year and the
    one before it. A second time does nothing. Returns how many changed."""
    today = localdate(now)
    return sum(_mark(house, year, now) for year in (today.year - 1, today.year))


@transaction.atomic
def _mark(house: Organisation, year: int, now: datetime) -> int:
    today = localdate(now)
    years = CostYear.objects.filter(organisation=house, year=year)
    near = list(among(years, look_at(house, year, today=today)).values_list("pk", flat=True))
    marked = years.filter(nears_since__isnull=True, pk__in=near).update(nears_since=today)
    return marked + years.filter(nears_since__isnull=False).exclude(pk__in=near).update(
        nears_since=None
    )
