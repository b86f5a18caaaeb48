"""Somebody of finance looks at a claim: yes, a question, or no with a reason. Each under the lock of the year, so that
what is agreed to still fits the law at that moment (S1-44)."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from naast.core.errors import DomainError
from naast.expenses.errors import NotPayable
from naast.expenses.models import Claim, CostSettings
from naast.expenses.queries.terms import settings_of
from naast.expenses.queries.years import declaration_of
from naast.expenses.services.claims import judged_now, lock_year, said_of
from naast.expenses.services.moves import move
from naast.expenses.states import ANSWER, APPROVE, ASK_BACK, DECLINE, LOOK_ONCE, ClaimState
from naast.law.costs.figures import Figures
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.payouts.policies import looking as policies
from naast.payouts.queries.looking import has_proof, why_house_not
from naast.payouts.services.telling import HAS_NEWS, HAS_QUESTION, tell_volunteer
from naast.rates.queries.figures import figures_for

# One page of the list.
MOST_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Rules:
    """What a look is measured by: what the house decided itself, and the figures of the law."""

    settings: CostSettings
    figures: Figures

    @property
    def limit(self) -> int:
        """Above so many cents two colleagues look."""
        return self.settings.second_pair_above


@dataclass(frozen=True, slots=True)
class AgreedWith:
    """What became of many claims at once: agreed, waiting for a second colleague, and left as they were."""

    agreed: int
    second: int
    left: int


class LookCloser(DomainError):
    """Something should be read before anybody agrees; one by one this is possible."""


def rules_of(actor: Actor) -> Rules:
    """The rules of this house and its country, as they are now."""
    house = Organisation.objects.get(pk=actor.organisation_id)
    return Rules(settings_of(house.pk), figures_for(house))


def lock_claim(actor: Actor, claim_id: UUID) -> Claim:
    """The claim, with its year held until the transaction ends: always the year first. Raises Claim.DoesNotExist."""
    found = policies.visible_to(actor).select_related("cost_year__person").get(pk=claim_id)
    lock_year(found.cost_year.person, found.cost_year.year)
    rows = policies.visible_to(actor).select_for_update(of=("self",))
    return rows.select_related("cost_year__person__user").get(pk=claim_id)


@transaction.atomic
def agree(*, actor: Actor, claim_id: UUID) -> Claim:
    """Say yes to a claim; above the amount of the house this is the first of two.

    Raises Claim.DoesNotExist, NotAllowed, StateConflict, or NotPayable with the sentences of the law as it is now.
    """
    return _agree(actor, claim_id, rules_of(actor), only_plain=False)


def agree_with(*, actor: Actor, claim_ids: Iterable[UUID]) -> AgreedWith:
    """Say yes to many: to each in a transaction of its own, and only where nothing has to be read first. What is
    not the actor's, or no longer waits, is left as it is."""
    rules, states = rules_of(actor), []
    ids = list(dict.fromkeys(claim_ids))[:MOST_AT_ONCE]
    for claim_id in ids:
        try:
            with transaction.atomic():
                states.append(_agree(actor, claim_id, rules, only_plain=True).state)
        except (DomainError, Claim.DoesNotExist):
            continue
    agreed, second = states.count(ClaimState.APPROVED), states.count(ClaimState.SECOND)
    return AgreedWith(agreed, second, left=len(ids) - agreed - second)


@transaction.atomic
def ask_back(*, actor: Actor, claim_id: UUID, question: str) -> Claim:
    """Ask the volunteer something; the claim keeps its place, and the looks begin anew after the answer.

    Raises Claim.DoesNotExist, NotAllowed, StateConflict.
    """
    claim = lock_claim(actor, claim_id)
    policies.can_ask_back(actor, claim).require()
    asked = {"question": question, "answer": "", "first_look_by": None}
    moved = move(actor=actor, claim=claim, step=ASK_BACK, **asked)
    tell_volunteer(actor, claim, HAS_QUESTION)
    return moved


@transaction.atomic
def answer_for(*, actor: Actor, claim_id: UUID, answer: str) -> Claim:
    """Write down what the volunteer said by phone or on paper. Raises as `ask_back`."""
    claim = lock_claim(actor, claim_id)
    policies.can_answer_for(actor, claim).require()
    return move(actor=actor, claim=claim, step=ANSWER, answer=answer)


@transaction.atomic
def decline(*, actor: Actor, claim_id: UUID, reason: str) -> Claim:
    """Not pay it: the volunteer reads why, and its place under the ceilings is free again. Raises as `ask_back`."""
    claim = lock_claim(actor, claim_id)
    policies.can_decline(actor, claim).require()
    moved = move(actor=actor, claim=claim, step=DECLINE, question=reason)
    tell_volunteer(actor, claim, HAS_NEWS)
    return moved


def _agree(actor: Actor, claim_id: UUID, rules: Rules, *, only_plain: bool) -> Claim:
    claim = lock_claim(actor, claim_id)
    policies.can_agree(actor, claim, limit=rules.limit).require()
    warnings = claim.warnings if claim.reverses_id else _still_payable(claim, rules)
    if only_plain and (warnings or claim.reverses_id):
        raise LookCloser
    if policies.needs_second(claim, limit=rules.limit):
        step, look = LOOK_ONCE, "first_look_by_id"
    else:
        is_first = claim.state == ClaimState.SENT
        step, look = APPROVE, "first_look_by_id" if is_first else "second_look_by_id"
    changes = {"warnings": warnings, look: actor.membership_id}
    moved = move(actor=actor, claim=claim, step=step, **changes)
    if moved.state == ClaimState.APPROVED:
        free_visit(moved)
    return moved


def free_visit(correction: Claim) -> None:
    """A visit whose claim was corrected may be claimed anew; nothing happens for any other claim. The history of
    the correction knows which visit it was."""
    if correction.reverses_id is not None:
        Claim.objects.filter(pk=correction.reverses_id).update(visit=None)


def _still_payable(claim: Claim, rules: Rules) -> list[str]:
    """The warnings of the law as it is now. Raises NotPayable, also when the house itself changed what it pays: its
    terms hold for what is agreed from then on."""
    figures = rules.figures
    if no := why_house_not(claim, rules.settings, country=figures.country):
        raise NotPayable(no)
    judged = judged_now(
        claim,
        figures,
        declaration_of(claim.cost_year),
        claim.cost_year.person,
        has_proof=has_proof(claim),
    )
    if not judged.is_payable:
        raise NotPayable(" ".join(said_of(claim, judged, figures)))
    return [code.value for code in judged.judgement.codes]
