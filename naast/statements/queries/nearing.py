"""Who nears a ceiling of the year, with what other organisations pay as the volunteer declared it.

The sums are those of law.costs (a test compares them row by row), made by the database, so that a page of 50 costs
the same among 10,000 volunteers. In the order of names: nobody is set beside others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    Expression,
    F,
    FilteredRelation,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.db.models.lookups import GreaterThanOrEqual
from django.utils.translation import gettext as _

from naast.expenses.models import Claim, CostYear
from naast.expenses.room_left import KM_SOURCE
from naast.expenses.states import COUNTING, Kind, Task, Vehicle
from naast.law.costs.belgium import CHANGED_ON, MOST_KM, PARTS_OF_A_CENT
from naast.law.costs.figures import BELGIUM, NETHERLANDS, Allowance, Ceilings, Figures, OnDay
from naast.law.costs.payments import RAISED, THOUSANDTHS
from naast.law.costs.years import NEAR, OF
from naast.law.dated import Dated
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.rates.queries.figures import figures_for
from naast.statements.policies import years as policies
from naast.statements.queries.years import named

# 95 %: hardly anything is left.
NEARLY, OUT_OF = 19, 20
MOST_THOUSANDTHS: Final = MOST_KM * THOUSANDTHS
A_DAY: Final = timedelta(days=1)
A_MONTH: Final = relativedelta(months=1)
LEAP_YEAR: Final = 366
COUNTS: Final = Q(claims__state__in=COUNTING)
OTHERS: Final = Q(living__has_others=True)


@dataclass(frozen=True, slots=True)
class Ceiling:
    """One ceiling of one volunteer: how much stands under it, and how much of that elsewhere. Cents, or thousandths
    of a kilometre with `is_km`. `row` is the figure of the law with its source; None for the 2,000 km.

    `held`: what stood under it at the last payment that is held to it, where others of the year are held to a higher
    one: only that can be too much."""

    label: str
    now: int
    most: int
    elsewhere: int
    row: Dated | None
    is_km: bool = False
    held: int | None = None

    @property
    def is_near(self) -> bool:
        """At 80 % or more."""
        return self.now * OF >= self.most * NEAR

    @property
    def is_nearly_full(self) -> bool:
        """At 95 % or more."""
        return self.now * OUT_OF >= self.most * NEARLY

    @property
    def is_passed(self) -> bool:
        """Above it: a declaration said more than was known when the claims came."""
        return (self.now if self.held is None else self.held) > self.most

    @property
    def is_of_some(self) -> bool:
        """Whether it holds for some tasks of this volunteer only."""
        return self.held is not None

    @property
    def left(self) -> int:
        """What may still be paid."""
        return max(0, self.most - self.now)


@dataclass(frozen=True, slots=True)
class Look:
    """The figures by which the totals of one year are looked at. `month`: the first day of the running month, where
    the law has a ceiling for one; past months can't be changed any more."""

    country: str
    year: int
    figures: Figures
    on: OnDay
    month: date | None

    @property
    def most_km(self) -> int:
        """How many thousandths of a kilometre may be paid beside fixed amounts in a Belgian year."""
        return MOST_THOUSANDTHS

    @property
    def km_source(self) -> str:
        """Where that stands: in the law itself, and in no row."""
        return KM_SOURCE

    @property
    def row(self) -> Ceilings | Allowance | None:
        """The row of the law with the ceiling of the year; None when nobody confirmed one."""
        return self.on.ceilings if self.country == BELGIUM else self.on.allowance


@dataclass(frozen=True, slots=True)
class Nears:
    """A volunteer with the ceilings that are near."""

    year: CostYear
    ceilings: list[Ceiling]

    @property
    def is_passed(self) -> bool:
        """Whether one of them is passed."""
        return any(each.is_passed for each in self.ceilings)

    @property
    def is_nearly_full(self) -> bool:
        """Whether one of them is at 95 % or more."""
        return any(each.is_nearly_full for each in self.ceilings)


def look_at(house: Organisation, year: int, *, today: date) -> Look:
    """The figures of this year, as they are today while it runs, and of its last day once it is over; one query."""
    figures = figures_for(house)
    day = min(max(today, date(year, 1, 1)), date(year, 12, 31))
    is_dutch_now = house.country == NETHERLANDS and today.year == year
    month = today.replace(day=1) if is_dutch_now else None
    return Look(house.country, year, figures, figures.on(day), month)


def near(actor: Actor, look: Look) -> QuerySet[CostYear]:
    """The years of volunteers that stand at 80 % of a ceiling or more, for finance alone; with their sums,
    the person and the key of their name."""
    return among(named(policies.visible_to(actor).filter(year=look.year)), look)


def among(years: QuerySet[CostYear], look: Look) -> QuerySet[CostYear]:
    """Which of these years stand at 80 % of a ceiling or more, with their sums. None without a figure."""
    if look.on.ceilings is not None and look.country == BELGIUM:
        return _belgian(years, look, look.on.ceilings)
    if look.on.allowance is not None and look.country == NETHERLANDS:
        return _dutch(years, look, look.on.allowance)
    return years.none()


def shown(rows: Iterable[CostYear], look: Look) -> list[Nears]:
    """These rows of `near` with what is near; one query where somebody has tasks with two ceilings."""
    found: list[Any] = list(rows)
    held = _held_to_ordinary([row for row in found if getattr(row, "is_mixed", False)])
    return [Nears(row, ceilings_of(row, look, held=held.get(row.pk))) for row in found]


def ceilings_of(row: Any, look: Look, *, held: int | None = None) -> list[Ceiling]:
    """The near ones of a row of `near`. `held`: see Ceiling."""
    of_the_year = Ceiling(_("this year"), row.total, row.ceiling, row.elsewhere, look.row)
    found = [of_the_year]
    if look.country == BELGIUM:
        if held is not None and look.on.ceilings is not None:
            label, most = _("this year, for ordinary tasks"), look.on.ceilings.year
            found.append(Ceiling(label, row.total, most, row.elsewhere, look.row, held=held))
        if row.is_flat:
            km = Ceiling(
                _("kilometres beside fixed amounts"),
                row.km,
                MOST_THOUSANDTHS,
                row.km_elsewhere,
                None,
                is_km=True,
            )
            found.append(km)
    elif look.month is not None:
        found.append(
            Ceiling(_("this month"), row.month, row.month_ceiling, row.month_elsewhere, look.row)
        )
    return [each for each in found if each.is_near]


def _held_to_ordinary(rows: Sequence[Any]) -> dict[UUID, int]:
    """Of years with tasks on the raised list beside ordinary ones: the total right after the last ordinary payment
    that stands, by year. The law looks payment by payment: those on the list may go on above the ordinary ceiling."""
    if not rows:
        return {}
    claims = Claim.objects.filter(_is_flat(""), cost_year__in=rows, state__in=COUNTING)
    fields = ("pk", "cost_year_id", "cents", "task", "reverses_id")
    lines = list(claims.order_by("id").values_list(*fields))
    # What was corrected, and the corrections: they hold nobody to a ceiling.
    settled = {pk for *_rest, pk in lines} | {pk for pk, *_rest, old in lines if old}
    totals: dict[UUID, int] = {row.pk: row.elsewhere for row in rows}
    held = dict(totals)
    for pk, year_id, cents, task, _old in lines:
        totals[year_id] += cents
        if task not in RAISED and pk not in settled:
            held[year_id] = totals[year_id]
    return held


def _is_flat(claims: str) -> Q:
    """Fixed amounts, and gifts of the time in which they counted as one; `claims` is the way to the rows."""
    return Q(**{f"{claims}kind": Kind.FLAT}) | Q(
        **{f"{claims}kind": Kind.GIFT, f"{claims}day__lt": CHANGED_ON}
    )


def _belgian(years: QuerySet[CostYear], look: Look, law: Ceilings) -> QuerySet[CostYear]:
    """Fixed amounts under the ceiling of the year, and kilometres beside them (spec/law 1.7.1, 1.7.4). `is_mixed`:
    some tasks are held to the raised ceiling, and others to the ordinary one."""
    is_flat = COUNTS & _is_flat("claims__")
    is_raised = Q(claims__task__in=RAISED, living__no_allowance=True)
    # What was corrected holds nobody to a ceiling any more.
    standing = Case(When(claims__reverses__isnull=True, then=1), default=-1)
    sums = years.annotate(
        living=_living(),
        elsewhere=_most("living__other_flat"),
        total=_sum("claims__cents", is_flat) + _most("living__other_flat"),
        flat=Count("claims", filter=is_flat & Q(claims__reverses__isnull=True)),
        raised=_sum(standing, is_flat & is_raised),
        stands=_sum(standing, is_flat),
        km_elsewhere=_most("living__other_km"),
        km=_sum(_kilometres(look), COUNTS & Q(claims__kind=Kind.TRAVEL))
        + _most("living__other_km"),
    ).annotate(
        ceiling=Case(When(raised__gt=0, then=law.raised), default=law.year),
        is_mixed=Case(When(raised__gt=0, stands__gt=F("raised"), then=True), default=False),
        is_flat=Case(When(Q(flat__gt=0) | Q(elsewhere__gt=0), then=True), default=False),
    )
    return sums.filter(
        _at_four_fifths("total", F("ceiling"))
        | (Q(is_mixed=True) & _at_four_fifths("total", Value(law.year)))
        | (Q(is_flat=True) & _at_four_fifths("km", Value(MOST_THOUSANDTHS)))
    )


def _dutch(years: QuerySet[CostYear], look: Look, law: Allowance) -> QuerySet[CostYear]:
    """Everything of a year with an allowance, from the first one on, for the year and its running month
    (spec/law 2.1)."""
    # Only these few are looked at claim by claim.
    most = years.annotate(
        living=_living(),
        total=_sum("claims__cents", COUNTS) + _most("living__other_flat"),
        month=_sum("claims__cents", COUNTS & _in_month(look)) + _most("living__other_month"),
    ).filter(_four_fifths_of(law, look))
    first = Claim.objects.filter(
        cost_year=OuterRef("pk"), kind=Kind.FLAT, state__in=COUNTING
    ).order_by("id")
    sums = years.filter(pk__in=most.order_by().values("pk")).annotate(
        living=_living(),
        first=Subquery(first.values("id")[:1]),
    )
    is_counted = COUNTS & (
        Q(claims__kind=Kind.FLAT)
        | (OTHERS & (Q(living__other_flat__gt=0) | Q(living__other_month__gt=0)))
        | Q(claims__reverses__isnull=True, claims__id__gt=F("first"))
        # A correction counts where what it takes back did.
        | Q(claims__reverses_id__gt=F("first"))
    )
    return sums.annotate(
        elsewhere=_most("living__other_flat"),
        total=_sum("claims__cents", is_counted) + _most("living__other_flat"),
        month_elsewhere=_most("living__other_month"),
        month=_sum("claims__cents", is_counted & _in_month(look)) + _most("living__other_month"),
        ceiling=Value(law.year),
        month_ceiling=Value(law.month),
    ).filter(_four_fifths_of(law, look))


def _four_fifths_of(law: Allowance, look: Look) -> Q:
    of_the_year = _at_four_fifths("total", Value(law.year))
    return of_the_year | _at_four_fifths("month", Value(law.month)) if look.month else of_the_year


def _in_month(look: Look) -> Q:
    if look.month is None:
        return Q(pk__in=[])
    return Q(claims__day__gte=look.month, claims__day__lt=look.month + A_MONTH)


def _at_four_fifths(name: str, ceiling: Expression | F) -> Q:
    return Q(GreaterThanOrEqual(F(name) * OF, ceiling * NEAR))


def _living() -> FilteredRelation:
    """The living declaration of a year: there is at most one."""
    return FilteredRelation("declarations", condition=Q(declarations__ended_at__isnull=True))


def _sum(what: str | Expression, where: Q) -> Coalesce:
    return Coalesce(Sum(what, filter=where), 0, output_field=BigIntegerField())


def _most(name: str) -> Coalesce:
    """What the living declaration says of elsewhere."""
    return Coalesce(Max(name, filter=OTHERS), 0, output_field=BigIntegerField())


def _kilometres(look: Look) -> Case:
    """The thousandths of a kilometre that count, as law.costs.belgium.counted_km says them."""
    km = Coalesce("claims__km", 0)
    by_public = [
        When(
            claims__vehicle=Vehicle.PUBLIC,
            claims__day__range=(first, last),
            then=Cast("claims__cents", BigIntegerField()) * PARTS_OF_A_CENT / rate,
        )
        for first, last, rate in _rates(look)
    ]
    return Case(
        When(claims__task=Task.REGULAR_TRANSPORT, claims__day__gte=CHANGED_ON, then=Value(0)),
        *by_public,
        When(claims__vehicle=Vehicle.PUBLIC, then=Value(0)),
        default=km,
        output_field=BigIntegerField(),
    )


def _rates(look: Look) -> Iterator[tuple[date, date, int]]:
    """From which to which day each rate for a car holds in this year: rates change on any day."""
    start = date(look.year, 1, 1)
    days = (start + A_DAY * number for number in range(LEAP_YEAR))
    for row, held in groupby(days, key=lambda day: look.figures.on(day).car):
        span = list(held)
        if row is not None:
            yield span[0], span[-1], row.rate
