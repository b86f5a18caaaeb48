"""One claim with what the law says of it now, what is left of the year, and what the actor may do."""

from dataclasses import dataclass
from typing import Final

from naast.core import clock
from naast.core.decisions import Decision
from naast.expenses.models import Claim, CostSettings
from naast.expenses.queries.terms import settings_of
from naast.expenses.queries.years import declaration_of, standing_of
from naast.expenses.room_left import HeldTo, Room, room_in
from naast.expenses.services.claims import said_of
from naast.expenses.standing import judge, terms_of
from naast.expenses.states import TO_LOOK_AT, ClaimState, Kind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.payouts.policies import looking as policies
from naast.payouts.queries.looking import has_proof, others_who_may_look, why_house_not
from naast.rates.queries.figures import figures_for

# What may still be judged: later the money is on its way, and a correction of what was paid needs no judge.
OPEN: Final = (*TO_LOOK_AT, ClaimState.ASKED_BACK, ClaimState.APPROVED)


@dataclass(frozen=True, slots=True)
class LawNow:
    """What the law says today, after everything else of the year that holds its place; and what is left then."""

    is_payable: bool
    sentences: list[str]
    room: Room


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """What the page of a claim shows beside the claim itself. `limit`: above it, in cents, two colleagues look."""

    law: LawNow | None
    correction: Claim | None
    limit: int
    is_large: bool
    is_own: bool
    lacks_colleague: bool
    can_agree: Decision
    can_ask: Decision
    can_answer: Decision
    can_decline: Decision
    can_reverse: Decision
    can_drop: Decision


def claim_page(actor: Actor, organisation: Organisation, claim: Claim) -> ClaimPage:
    """Everything around one claim, in a constant number of queries."""
    settings = settings_of(actor.organisation_id)
    limit = settings.second_pair_above
    is_own = actor.person_id is not None and actor.person_id == claim.cost_year.person_id
    is_large = policies.is_large(claim, limit=limit)
    is_waiting = claim.state in TO_LOOK_AT
    return ClaimPage(
        law=law_now(organisation, claim, settings)
        if claim.state in OPEN and not claim.reverses_id
        else None,
        correction=getattr(claim, "reversed_by", None),
        limit=limit,
        is_large=is_large,
        is_own=is_own,
        lacks_colleague=(is_large or is_own)
        and is_waiting
        and not others_who_may_look(actor, claim),
        can_agree=policies.can_agree(actor, claim, limit=limit),
        can_ask=policies.can_ask_back(actor, claim),
        can_answer=policies.can_answer_for(actor, claim),
        can_decline=policies.can_decline(actor, claim),
        can_reverse=policies.can_reverse(actor, claim),
        can_drop=policies.can_drop(actor, claim),
    )


def law_now(organisation: Organisation, claim: Claim, settings: CostSettings) -> LawNow:
    """Judged again, with the figures, the declaration and the own terms of the house of today; nothing is written."""
    figures = figures_for(organisation)
    declaration = declaration_of(claim.cost_year)
    standing = standing_of(
        claim.cost_year,
        figures=figures,
        declaration=declaration,
        born=claim.cost_year.person.birth_on,
        without=claim.pk,
    )
    what = terms_of(claim, declaration, has_proof=has_proof(claim))
    judged = judge(claim, what, standing, figures)
    room = room_in(
        judged.year,
        figures.on(claim.day),
        figures,
        gives_fixed=claim.kind == Kind.FLAT,
        held_to=HeldTo.RAISED if what.is_held_to_raised else HeldTo.ORDINARY,
        is_today=claim.day == clock.today(),
    )
    said = said_of(claim, judged, figures)
    if no := why_house_not(claim, settings, country=figures.country):
        return LawNow(False, [no, *said], room)
    return LawNow(judged.is_payable, said, room)
