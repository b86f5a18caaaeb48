"""A pause or a parting that was agreed keeps a match from starting or going on again (S0-42, S0-59)."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from naast.agreements.models import NotKept
from naast.agreements.states_steps import STANDS_STILL
from naast.programmes.evidence import Asked, Extra, Found

# Of a person: nothing here says what it is about, nor how far it came.
CODE = "agreed-pause"
STAFF_ROUTE = "people:volunteer"


def source(asked: Asked) -> Found:
    """Who pauses or parts in a programme in which they still take part: only there, and nobody can let it
    wait. It ends when it is solved. One query."""
    rows = NotKept.objects.filter(
        organisation_id=asked.organisation_id,
        engagement__person_id__in=asked.person_ids,
        engagement__ended_on__isnull=True,
        state__in=STANDS_STILL,
    )
    extras: dict[UUID, dict[UUID, Extra]] = {}
    for person_id, programme_id in rows.values_list(
        "engagement__person_id", "engagement__programme_id"
    ):
        extras.setdefault(person_id, {})[programme_id] = Extra(
            code=f"{CODE}:{programme_id}",
            label=_("A talk first"),
            in_place=False,
            who=_("coordinator"),
            staff_route=STAFF_ROUTE,
            may_wait=False,
            programme_id=programme_id,
        )
    return Found(extras={pk: list(each.values()) for pk, each in extras.items()})
