"""Years of costs: all for finance, one's own for a volunteer, and nothing for anybody else (S2-17)."""

from django.db.models import QuerySet

from naast.expenses.models import Claim, CostYear
from naast.expenses.policies import claims as of_claims
from naast.organisations.actors import Actor
from naast.organisations.models import Function


def claims_visible_to(actor: Actor) -> QuerySet[Claim]:
    """Every claim of the house, for finance alone."""
    return of_claims.visible_to(actor)


def visible_to(actor: Actor) -> QuerySet[CostYear]:
    """Everybody’s years, for finance alone."""
    return of_claims.years_visible_to(actor)


def own_of(actor: Actor) -> QuerySet[CostYear]:
    """The years of this volunteer."""
    rows = CostYear.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return rows.none()
    return rows.filter(person_id=actor.person_id)
