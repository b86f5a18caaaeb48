"""What the pages of this room share: who comes in, and the look that is written down."""

from uuid import UUID

from naast.audit import log
from naast.core.http import or_404
from naast.expenses.models import Claim
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.payouts.queries import looking as queries

by_finance = open_to(Function.FINANCE)


def claim_or_404(request: ActorRequest, claim_id: UUID) -> Claim:
    """One claim. Each time somebody opens it is written down."""
    found = or_404(queries.get_claim(request.actor, claim_id))
    log.looked("claim.read", actor=request.actor, target=found)
    return found


def url_of(request: ActorRequest, claim: Claim) -> str:
    """Where finance reads it."""
    return request.actor.url("payouts:claim", claim_id=claim.pk)
