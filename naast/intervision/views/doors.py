"""What the pages of this room share."""

from typing import TypeVar
from uuid import UUID

from naast.core.http import or_404
from naast.intervision.models import Evening
from naast.intervision.policies.talks import READS_ETHICS
from naast.intervision.queries import evenings as queries
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
by_coach = open_to(Function.COORDINATOR, Function.COACH)
# Whoever may sit at the table: which evenings are theirs, the policies say.
by_taker = open_to(Function.COORDINATOR, Function.COACH, Function.PROFESSIONAL, Function.VOLUNTEER)
by_reader = open_to(*READS_ETHICS)


def evening_or_404(request: ActorRequest, evening_id: UUID) -> Evening:
    """An evening this actor may know."""
    return or_404(queries.get_evening(request.actor, evening_id))


def own_or_404(request: ActorRequest, evening_id: UUID) -> Evening:
    """An evening of a group this actor takes part in themselves, whatever else they are."""
    return or_404(queries.get_own(request.actor, evening_id))


def led_or_404(request: ActorRequest, evening_id: UUID) -> Evening:
    """An evening whose leader's pages this actor may open."""
    return or_404(queries.get_led(request.actor, evening_id))
