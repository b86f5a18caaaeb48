"""One calendar year of the house: what was paid, to whom, and what still waits.

The day of the cost says to which year a payment belongs, also when it was paid in January (spec/law 1.7.8).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum

from naast.core import retention
from naast.expenses.keeping import YEARS
from naast.expenses.models import Claim, CostYear, Declaration
from naast.expenses.states import COUNTING, ClaimState, Kind
from naast.law.costs.figures import BELGIUM
from naast.organisations.actors import Actor
from naast.statements.policies import years as policies

A_DAY: Final = timedelta(days=1)
# In Belgium a gift is no repaid cost, and stands in a list of its own; in the Netherlands it counts (spec/law 1.7.8,
# 2.1).
PAID_BACK: Final = ~Q(kind=Kind.GIFT, organisation__country=BELGIUM)
# These hold their place in the year, and are not paid yet.
WAITING = tuple(state for state in COUNTING if state != ClaimState.PAID)


@dataclass(frozen=True, slots=True)
class Total:
    """What one kind brought: cents, and how many lines that is."""

    label: str
    cents: int
    lines: int


@dataclass(frozen=True, slots=True)
class YearShown:
    """A year at a glance. `paid_later`: lines of this year that were paid after its end."""

    totals: list[Total]
    waiting: int
    paid_later: int

    @property
    def cents(self) -> int:
        """Everything together."""
        return sum(total.cents for total in self.totals)

    @property
    def lines(self) -> int:
        """How many lines the name list has."""
        return sum(total.lines for total in self.totals)


@dataclass(frozen=True, slots=True)
class PersonShown:
    """One volunteer in one year."""

    year: CostYear
    cents: int


def years_of(actor: Actor, *, today: date) -> list[int]:
    """The years in which anybody claimed or declared something, the newest first; always this one."""
    found = policies.visible_to(actor).order_by().values_list("year", flat=True).distinct()
    return sorted({*found, today.year}, reverse=True)


def paid_in(actor: Actor, year: int) -> QuerySet[Claim]:
    """The lines of the name list of this year, without an order."""
    rows = policies.claims_visible_to(actor).order_by()
    return rows.filter(PAID_BACK, cost_year__year=year, state=ClaimState.PAID)


def year_of(actor: Actor, year: int) -> YearShown:
    """What the year brought by kind, in one query."""
    is_paid = Q(state=ClaimState.PAID)
    rows = (
        policies.claims_visible_to(actor)
        .filter(PAID_BACK, cost_year__year=year, state__in=COUNTING)
        .order_by()
        .values("kind")
        .annotate(
            paid=Sum("cents", filter=is_paid, default=0),
            lines=Count("pk", filter=is_paid),
            waiting=Count("pk", filter=~is_paid),
            later=Count("pk", filter=is_paid & Q(paid_on__year__gt=year)),
        )
    )
    by_kind = {row["kind"]: row for row in rows}
    return YearShown(
        totals=totals_of({kind: (row["paid"], row["lines"]) for kind, row in by_kind.items()}),
        waiting=sum(row["waiting"] for row in by_kind.values()),
        paid_later=sum(row["later"] for row in by_kind.values()),
    )


def totals_of(by_kind: Mapping[str, tuple[int, int]]) -> list[Total]:
    """Cents and lines of each kind that has lines, in the order of the kinds."""
    found = ((kind, *by_kind.get(kind.value, (0, 0))) for kind in Kind)
    return [Total(str(kind.label), cents, lines) for kind, cents, lines in found if lines]


def people_of(actor: Actor, year: int) -> QuerySet[CostYear]:
    """The years of those who were paid something in this one, with the person and the key of their name."""
    paid = Claim.objects.filter(PAID_BACK, cost_year=OuterRef("pk"), state=ClaimState.PAID)
    return named(policies.visible_to(actor).filter(Exists(paid), year=year))


def people_shown(rows: Iterable[CostYear]) -> list[PersonShown]:
    """These rows of `people_of` with what was paid, in one query."""
    found = list(rows)
    cents = cents_of(found)
    return [PersonShown(row, cents.get(row.pk, 0)) for row in found]


def declared_in(actor: Actor, year: int) -> QuerySet[Declaration]:
    """What volunteers declared on their honour about this year, with the person and the key of their name."""
    years = policies.visible_to(actor).filter(year=year)
    return (
        Declaration.objects.filter(cost_year__in=years, ended_at__isnull=True)
        .select_related("cost_year__person")
        .annotate(sort_name=F("cost_year__person__sort_name"))
    )


def undeclared_in(actor: Actor, year: int) -> int:
    """How many volunteers have claims of this year and said nothing about other organisations."""
    living = Declaration.objects.filter(cost_year=OuterRef("pk"), ended_at__isnull=True)
    counting = Claim.objects.filter(cost_year=OuterRef("pk"), state__in=COUNTING)
    rows = policies.visible_to(actor).filter(Exists(counting), ~Exists(living), year=year)
    return rows.count()


def named(rows: QuerySet[CostYear]) -> QuerySet[CostYear]:
    """These years with their person, ready for a page in the order of names."""
    return rows.select_related("person").annotate(sort_name=F("person__sort_name"))


def cents_of(rows: Iterable[CostYear]) -> Mapping[UUID, int]:
    """What was paid in each of these years, in one query."""
    found = (
        Claim.objects.filter(PAID_BACK, cost_year__in=list(rows), state=ClaimState.PAID)
        .order_by()
        .values_list("cost_year")
        .annotate(cents=Sum("cents"))
    )
    return dict(found)


def unpaid_before(actor: Actor, year: int) -> QuerySet[Claim]:
    """Claims of the year before this one that still wait: its list is complete when they are paid."""
    rows = policies.claims_visible_to(actor)
    return rows.filter(
        state__in=WAITING, day__gte=date(year - 1, 1, 1), day__lt=date(year, 1, 1)
    ).order_by()


def kept_until(organisation_id: UUID, year: int) -> date:
    """The last day on which the list of this year is kept: seven years, unless the house chose a longer term
    (spec/law 1.7.8)."""
    months = retention.months_of(YEARS, organisation_id)
    return date(year + 1, 1, 1) + relativedelta(months=months) - A_DAY
