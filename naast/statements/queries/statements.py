"""What one volunteer was paid back in one year."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, Sum

from naast.expenses.models import Claim, CostYear, Declaration
from naast.expenses.queries.years import declaration_of
from naast.expenses.states import COUNTING, ClaimState
from naast.organisations.actors import Actor
from naast.statements.policies import years as policies
from naast.statements.queries.years import PAID_BACK, Total, totals_of


@dataclass(frozen=True, slots=True)
class Statement:
    """A year of one volunteer: every payment, what each kind brought, and their word about others."""

    year: CostYear
    lines: list[Claim]
    totals: list[Total]
    declaration: Declaration | None

    @property
    def cents(self) -> int:
        """Everything together."""
        return sum(line.cents for line in self.lines)


@dataclass(frozen=True, slots=True)
class OwnYear:
    """A year on the volunteer’s own page. `waiting`: claims that are not paid yet."""

    year: int
    totals: list[Total]
    waiting: int
    declaration: Declaration | None

    @property
    def cents(self) -> int:
        """Everything that was paid."""
        return sum(total.cents for total in self.totals)


def year_of_somebody(actor: Actor, person_id: UUID, year: int) -> CostYear | None:
    """The year of this volunteer, for finance; None when there is none."""
    rows = policies.visible_to(actor).select_related("person__user", "organisation")
    return rows.filter(person_id=person_id, year=year).first()


def own_year(actor: Actor, year: int) -> CostYear | None:
    """The actor’s own year; None when there is none."""
    rows = policies.own_of(actor).select_related("person__user", "organisation")
    return rows.filter(year=year).first()


def statement_of(year: CostYear) -> Statement:
    """What was paid in this year, in the order of the days; two queries. The caller has found the year through
    one of the two above."""
    lines = list(
        Claim.objects.filter(PAID_BACK, cost_year=year, state=ClaimState.PAID)
        .defer("from_place", "to_place", "purpose", "question", "answer")
        .order_by("day", "id")
    )
    by_kind: dict[str, tuple[int, int]] = {}
    for line in lines:
        cents, number = by_kind.get(line.kind, (0, 0))
        by_kind[line.kind] = (cents + line.cents, number + 1)
    return Statement(year, lines, totals_of(by_kind), declaration_of(year))


def own_years(actor: Actor) -> list[OwnYear]:
    """What each year brought the actor, the newest first; three queries. A volunteer has one row a year."""
    years = list(policies.own_of(actor).order_by("-year"))
    is_paid = Q(state=ClaimState.PAID)
    sums = (
        Claim.objects.filter(PAID_BACK, cost_year__in=years, state__in=COUNTING)
        .order_by()
        .values("cost_year_id", "kind")
        .annotate(
            cents=Sum("cents", filter=is_paid, default=0),
            lines=Count("pk", filter=is_paid),
            waiting=Count("pk", filter=~is_paid),
        )
    )
    by_kind: dict[UUID, dict[str, tuple[int, int]]] = {row.pk: {} for row in years}
    waiting: dict[UUID, int] = dict.fromkeys(by_kind, 0)
    for row in sums:
        by_kind[row["cost_year_id"]][row["kind"]] = (row["cents"], row["lines"])
        waiting[row["cost_year_id"]] += row["waiting"]
    said = {
        row.cost_year_id: row
        for row in Declaration.objects.filter(cost_year__in=years, ended_at__isnull=True)
    }
    return [
        OwnYear(row.year, totals_of(by_kind[row.pk]), waiting[row.pk], said.get(row.pk))
        for row in years
    ]
