"""What the first page of this room shows: who waits, what is marked, and the way to the rest."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q

from naast.organisations.actors import Actor
from naast.privacy.policies import rights as policies
from naast.privacy.queries import holds, rights


@dataclass(frozen=True, slots=True)
class Overview:
    """Numbers of what is there, never of how much somebody does."""

    waiting: int
    first_due_on: date | None
    late: int
    restricted: int
    held: int
    erased: int


def overview(actor: Actor, *, day: date) -> Overview:
    """A constant number of queries, counted in the database; nothing about single people."""
    waiting = rights.waiting(actor).aggregate(
        number=Count("pk"), first=Min("due_on"), late=Count("pk", filter=Q(due_on__lt=day))
    )
    return Overview(
        waiting=waiting["number"],
        first_due_on=waiting["first"],
        late=waiting["late"],
        restricted=rights.restricted(actor).count(),
        held=_held(actor),
        erased=policies.erasures_visible_to(actor).count(),
    )


def _held(actor: Actor) -> int:
    return holds.held(actor.organisation_id).count()
