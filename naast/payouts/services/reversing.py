"""What was paid and was wrong is taken back by a claim of the same amount below zero, never edited (spec/law 1.7.8)."""

from uuid import UUID

from django.db import transaction

from naast.audit import log
from naast.expenses.errors import NotPayable
from naast.expenses.models import Claim
from naast.expenses.queries.terms import settings_of
from naast.expenses.queries.years import declaration_of
from naast.expenses.services.claims import judged_now, said_of
from naast.expenses.states import ClaimState
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.payouts.policies import looking as policies
from naast.payouts.queries.looking import has_proof
from naast.payouts.services.looking import free_visit, lock_claim
from naast.payouts.services.telling import HAS_NEWS, tell_volunteer
from naast.rates.queries.figures import figures_for


@transaction.atomic
def reverse(*, actor: Actor, claim_id: UUID, reason: str) -> Claim:
    """Correct what was paid: the whole amount goes off the next payment, and its day, year and kilometres are free.
    Above the amount of the house a second colleague agrees first.

    Raises Claim.DoesNotExist or NotAllowed. Returns the correction.
    """
    claim = lock_claim(actor, claim_id)
    policies.can_reverse(actor, claim).require()
    is_large = policies.is_large(claim, limit=settings_of(claim.organisation_id).second_pair_above)
    correction = Claim.objects.create(
        organisation_id=claim.organisation_id,
        cost_year=claim.cost_year,
        programme_id=claim.programme_id,
        kind=claim.kind,
        day=claim.day,
        cents=-claim.cents,
        km=None if claim.km is None else -claim.km,
        hours=claim.hours,
        vehicle=claim.vehicle,
        task=claim.task,
        from_place=claim.from_place,
        to_place=claim.to_place,
        purpose=claim.purpose,
        state=ClaimState.SECOND if is_large else ClaimState.APPROVED,
        question=reason,
        entered_by_id=actor.membership_id,
        first_look_by_id=actor.membership_id,
        reverses=claim,
    )
    told = {"by": str(correction.pk), "visit": str(claim.visit_id or "")}
    log.record("claim.reversed", actor=actor, target=claim, changes=told)
    if not is_large:
        free_visit(correction)
    tell_volunteer(actor, claim, HAS_NEWS)
    return correction


@transaction.atomic
def drop_reversal(*, actor: Actor, claim_id: UUID) -> None:
    """Take a correction away that still waits for a second colleague: what was paid counts again.

    Raises Claim.DoesNotExist, NotAllowed, or NotPayable when something else took the place that it left free.
    """
    correction = lock_claim(actor, claim_id)
    policies.can_drop(actor, correction).require()
    paid = Claim.objects.select_related("cost_year__person").get(reversed_by=correction)
    log.record("claim.reversal-dropped", actor=actor, target=paid)
    correction.delete()
    figures = figures_for(Organisation.objects.get(pk=actor.organisation_id))
    declaration = declaration_of(paid.cost_year)
    person = paid.cost_year.person
    judged = judged_now(paid, figures, declaration, person, has_proof=has_proof(paid))
    if not judged.is_payable:
        raise NotPayable(" ".join(said_of(paid, judged, figures)))
