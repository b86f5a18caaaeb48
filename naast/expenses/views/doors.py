"""Who comes in at the staff's side of this room."""

from uuid import UUID

from naast.audit import log
from naast.core.http import or_404
from naast.expenses.policies.terms import READERS
from naast.expenses.queries import entering
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.people.models import Person

by_keepers = open_to(*READERS)
by_administrators = open_to(Function.ADMINISTRATOR)
by_finance = open_to(Function.FINANCE)
# An empty paper tells nothing about anybody.
by_who_hands_out = open_to(
    Function.ADMINISTRATOR, Function.FINANCE, Function.COORDINATOR, Function.VOLUNTEER
)


def volunteer_or_404(request: ActorRequest, person_id: UUID) -> Person:
    """One volunteer for finance. Each time somebody opens their costs it is written down."""
    found = or_404(entering.get_volunteer(request.actor, person_id))
    log.looked("costs.read", actor=request.actor, target=found)
    return found
