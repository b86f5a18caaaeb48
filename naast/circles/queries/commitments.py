"""How many circles volunteers have a place in: a number for who looks at how much somebody carries."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Count

from naast.circles.models import InnerMember
from naast.circles.states import OPEN_STATES


def living_for(organisation_id: UUID, person_ids: Collection[UUID]) -> dict[UUID, int]:
    """Person to the number of open places in circles that are being formed or meet; who has none is left
    out. One query, none for nobody. Nothing tells which circle, or of which kind."""
    if not person_ids:
        return {}
    places = InnerMember.objects.filter(
        organisation_id=organisation_id,
        person__in=person_ids,
        ended_on__isnull=True,
        circle__state__in=OPEN_STATES,
    )
    # Without the usual order, which would be a part of each group.
    counted = places.order_by().values("person").annotate(number=Count("id"))
    return dict(counted.values_list("person", "number"))
