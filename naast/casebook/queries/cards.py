"""Reads around the cards «may I tell this?»: whom to tell here, and who read them."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from naast.casebook.cards import VERSION
from naast.casebook.models import CardsRead
from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership


def contacts(actor: Actor) -> list[str]:
    """The names of the contact persons for safeguarding here; without one, those of the coordinators. One
    query."""
    asked = (Function.SAFEGUARDING, Function.COORDINATOR)
    rows = Membership.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=clock.today()),
        organisation_id=actor.organisation_id,
        roles__function__in=asked,
    )
    found = rows.order_by("user__name").values_list("roles__function", "user__name")
    for function in asked:
        names = [name for held, name in found if held == function]
        if names:
            return names
    return []


def read_by(actor: Actor, person_id: UUID | None) -> date | None:
    """When this person said that they read the newest cards, or None; one query."""
    if person_id is None:
        return None
    rows = CardsRead.objects.filter(organisation_id=actor.organisation_id, person_id=person_id)
    return rows.filter(version=VERSION).values_list("read_on", flat=True).first()
