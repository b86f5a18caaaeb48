"""What this room adds to the homes of volunteers: a question about a cost, and where we may pay. Participants and
professionals see nothing of it (S2-17)."""

from collections.abc import Container, Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link
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
    rows = signs(actor, hat, now=now)
    found = []
    asked = rows[ASKED].first() if ASKED in rows and ASKED in there else None
    if asked is not None:
        found.append(
            Ask(
                sentence=_("There is a question about a cost that you asked back."),
                url=actor.url("expenses:my_claim", claim_id=asked.pk),
                action=_("Answer"),
                tone="attention",
            )
        )
    if NO_ACCOUNT in rows and NO_ACCOUNT in there and rows[NO_ACCOUNT].exists():
        found.append(
            Ask(
                sentence=_("We would like to pay you back. Where may we pay?"),
                url=actor.url("expenses:my_account"),
                action=_("Write it down"),
            )
        )
    return found
