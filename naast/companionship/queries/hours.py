"""How many hours of visits were told: for the hour counter of the insurance (room checks)."""

from datetime import date
from uuid import UUID

from django.db.models import Count, Q, Sum

from naast.checks.hours import Hours
from naast.companionship.models import Visit


def visit_hours(organisation_id: UUID, first: date, last: date) -> Hours:
    """What was told of visits from the first to the last day, both included; one query."""
    visits = Visit.objects.filter(organisation_id=organisation_id, visited_on__range=(first, last))
    found = visits.aggregate(
        told=Sum("minutes"), untold=Count("id", filter=Q(minutes__isnull=True))
    )
    return Hours(found["told"] or 0, found["untold"])
