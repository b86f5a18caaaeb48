"""What this room adds to the homes of volunteers: a question about a cost, and where we may pay. Participants and
professionals see nothing of it (S2-17)."""

from collections.abc import Callable, Container, Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link, first_of_each
from naast.expenses.models import Claim
from naast.expenses.policies import claims as policy
from naast.expenses.states import COUNTING, ClaimState
from naast.organisations.actors import Actor

ASKED, NO_ACCOUNT = "expenses.asked-back", "expenses.no-account"
# «My costs» is one of the large buttons already.
LINKS: Mapping[str, tuple[Link, ...]] = {}


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist."""
    if hat != "volunteer":
        return {}
    own = policy.own_of(actor)
    to_pay = own.filter(state__in=COUNTING).exclude(state=ClaimState.PAID)
    return {
        ASKED: own.filter(state=ClaimState.ASKED_BACK),
        NO_ACCOUNT: to_pay.filter(cost_year__person__pay_account__isnull=True),
    }


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What waits for this person; one query a kind that is `there`."""
    return first_of_each(actor, signs(actor, hat, now=now), there=there, asked=WORDS)


def _asked(actor: Actor, claim: Claim) -> Ask:
    return Ask(
        sentence=_("There is a question about a cost that you asked back."),
        url=actor.url("expenses:my_claim", claim_id=claim.pk),
        action=_("Answer"),
        tone="attention",
    )


def _no_account(actor: Actor, _claim: Claim) -> Ask:
    return Ask(
        sentence=_("We would like to pay you back. Where may we pay?"),
        url=actor.url("expenses:my_account"),
        action=_("Write it down"),
    )


WORDS: Mapping[str, Callable[[Actor, Claim], Ask]] = {ASKED: _asked, NO_ACCOUNT: _no_account}
