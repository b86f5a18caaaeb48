"""Looking at a claim: finance, never at one's own, and with two pairs of eyes above the amount of the house (S1-44).

Amounts are cents. The same colleague never counts twice, and who wrote a claim down from paper is no pair of eyes.
"""

from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.expenses.models import Claim
from naast.expenses.policies.claims import can_look_at, visible_to
from naast.expenses.states import TO_LOOK_AT, ClaimState, Kind
from naast.organisations.actors import Actor

__all__ = [
    "can_agree",
    "can_answer_for",
    "can_ask_back",
    "can_decline",
    "can_drop",
    "can_reverse",
    "is_large",
    "looked_at_by",
    "needs_second",
    "visible_to",
]

# A claim that is not paid, nor on its way to the bank.
STOPPABLE: Final = (*TO_LOOK_AT, ClaimState.APPROVED)


def looked_at_by(actor: Actor) -> QuerySet[Claim]:
    """What this actor may do something with: everything but their own (as `can_look_at`)."""
    rows = visible_to(actor)
    if actor.person_id is None:
        return rows
    return rows.exclude(cost_year__person_id=actor.person_id)


def is_large(claim: Claim, *, limit: int) -> bool:
    """Whether two colleagues look at it. A correction of a large amount is as large."""
    return claim.state == ClaimState.SECOND or abs(claim.cents) > limit


def needs_second(claim: Claim, *, limit: int) -> bool:
    """Whether somebody else looks after this look."""
    return claim.state == ClaimState.SENT and is_large(claim, limit=limit)


def can_agree(actor: Actor, claim: Claim, *, limit: int) -> Decision:
    """Say yes, or the first of two times yes. `limit`: above it two colleagues look."""
    if not (may := can_look_at(actor, claim)):
        return may
    if claim.state not in TO_LOOK_AT:
        return deny(_("Nobody has to look at this one now."))
    if claim.state == ClaimState.SECOND and claim.first_look_by_id == actor.membership_id:
        return deny(_("You agreed to this one: a second colleague looks too."))
    if claim.entered_by_id == actor.membership_id and is_large(claim, limit=limit):
        return deny(
            _("You wrote this one down yourself. Above the amount of your house two others look.")
        )
    return ALLOW


def can_ask_back(actor: Actor, claim: Claim) -> Decision:
    """Ask the volunteer something first. A correction is our own: nobody else can explain it."""
    if not (may := can_look_at(actor, claim)):
        return may
    if claim.state not in TO_LOOK_AT or claim.reverses_id is not None:
        return deny(_("There is nothing to ask about this one now."))
    return ALLOW


def can_answer_for(actor: Actor, claim: Claim) -> Decision:
    """Write down what the volunteer said, for who is not online."""
    if not (may := can_look_at(actor, claim)):
        return may
    if claim.state != ClaimState.ASKED_BACK:
        return deny(_("There is no question about this one now."))
    return ALLOW


def can_decline(actor: Actor, claim: Claim) -> Decision:
    """Not pay it, with a reason, as long as it is not at the bank."""
    if not (may := can_look_at(actor, claim)):
        return may
    if claim.state not in STOPPABLE or claim.reverses_id is not None:
        return deny(_("This one can’t be stopped any more. What was paid is corrected instead."))
    return ALLOW


def can_reverse(actor: Actor, claim: Claim) -> Decision:
    """Take back what was paid, once and as a whole: the right claim is a new one."""
    if not (may := can_look_at(actor, claim)):
        return may
    if claim.kind == Kind.GIFT:
        return deny(_("A gift is taken back in the list of gifts."))
    if claim.state != ClaimState.PAID or claim.reverses_id is not None:
        return deny(_("Only what was paid is corrected. Don’t pay it, or ask about it, instead."))
    if hasattr(claim, "reversed_by"):
        return deny(_("This one was corrected already."))
    return ALLOW


def can_drop(actor: Actor, claim: Claim) -> Decision:
    """Take a correction away again, before a second colleague agreed to it."""
    if not (may := can_look_at(actor, claim)):
        return may
    if claim.reverses_id is None or claim.state != ClaimState.SECOND:
        return deny(_("Only a correction that still waits can be taken away."))
    return ALLOW
