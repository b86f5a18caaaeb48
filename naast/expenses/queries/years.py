"""A year of one volunteer: its claims, its declaration, and where it stands."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from naast.expenses.models import Claim, CostYear, Declaration, Proof
from naast.expenses.standing import begin, no_longer_fits, replay
from naast.expenses.states import COUNTING
from naast.law.costs.figures import Figures
from naast.law.costs.payments import Code
from naast.law.costs.years import PersonYear


def declaration_of(cost_year: CostYear) -> Declaration | None:
    """The living declaration of this year."""
    return cost_year.declarations.filter(ended_at__isnull=True).first()


def declared_by(person_id: UUID, year: int) -> Declaration | None:
    """The same, for who has no row of that year in hand."""
    rows = Declaration.objects.filter(cost_year__person_id=person_id, cost_year__year=year)
    return rows.filter(ended_at__isnull=True).first()


@dataclass(frozen=True, slots=True)
class Held:
    """Everything that holds its place in a year, in its order; and the ids of what has a bill or ticket."""

    claims: list[Claim]
    with_proof: frozenset[UUID]


def held_in(cost_year: CostYear, *, without: UUID | None = None) -> Held:
    """Two queries; `without` leaves one claim out."""
    claims = Claim.objects.filter(cost_year=cost_year, state__in=COUNTING).order_by("id")
    if without is not None:
        claims = claims.exclude(pk=without)
    rows = list(claims)
    proofs = Proof.objects.filter(claim__in=rows).values_list("claim_id", flat=True)
    return Held(rows, frozenset(proofs))


def standing_of(
    cost_year: CostYear,
    *,
    figures: Figures,
    declaration: Declaration | None,
    born: date | None,
    without: UUID | None = None,
) -> PersonYear:
    """The year with everything that holds its place, in two queries; `without` leaves one claim out."""
    held = held_in(cost_year, without=without)
    return standing_with(held, cost_year, figures=figures, declaration=declaration, born=born)


def standing_with(
    held: Held,
    cost_year: CostYear,
    *,
    figures: Figures,
    declaration: Declaration | None,
    born: date | None,
) -> PersonYear:
    """The same, for who read the rows already."""
    return replay(
        begin(cost_year.year, country=figures.country, declaration=declaration, born=born),
        held.claims,
        declaration=declaration,
        figures=figures,
        with_proof=held.with_proof,
    )


def beyond_now(
    held: Held,
    cost_year: CostYear,
    *,
    figures: Figures,
    declaration: Declaration | None,
    born: date | None,
) -> list[Code]:
    """What of it no longer fits the law since the declaration changed."""
    return no_longer_fits(
        begin(cost_year.year, country=figures.country, declaration=declaration, born=born),
        held.claims,
        declaration=declaration,
        figures=figures,
        with_proof=held.with_proof,
    )
