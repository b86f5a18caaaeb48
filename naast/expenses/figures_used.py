"""What `rates` asks about figures of the law: whether those of fixed amounts are needed here, and which claims were
judged with one of them."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from naast.expenses.models import Claim, CostSettings
from naast.expenses.states import COUNTING, Kind, Vehicle
from naast.rates.models import Figure

BY_BICYCLE = Q(kind=Kind.TRAVEL, vehicle=Vehicle.BICYCLE)
# The law weighs every other kilometre, also by bus and train, at the rate of a car.
BY_FIGURE = {
    Figure.BICYCLE: BY_BICYCLE,
    Figure.CAR: Q(kind=Kind.TRAVEL) & ~BY_BICYCLE,
    Figure.CEILINGS: Q(kind=Kind.FLAT),
    Figure.ALLOWANCE: Q(kind=Kind.FLAT),
}


class FiguresUsed:
    """rates.uses.Use, from the rows of this room."""

    def gives_fixed_amounts(self, organisation_id: UUID) -> bool:
        """Whether fixed amounts are given here."""
        rows = CostSettings.objects.filter(organisation_id=organisation_id, flat_is_on=True)
        return rows.exists()

    def judged_with(
        self, organisation_id: UUID, figure: Figure, first: date, last: date, *, since: datetime
    ) -> int:
        """How many claims that hold their place were judged with this figure on these days, since that moment."""
        return Claim.objects.filter(
            BY_FIGURE[figure],
            organisation_id=organisation_id,
            state__in=COUNTING,
            day__range=(first, last),
            created_at__gte=since,
            reverses__isnull=True,
        ).count()
