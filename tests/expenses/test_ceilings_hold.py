"""Whatever the order of claims, withdrawals and corrections: a year never passes its ceilings, and nothing is refused
for which there is room. The sums are made here again from the rows, without the law's own code."""

from collections import defaultdict
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from naast.core import clock
from naast.expenses.errors import NotPayable
from naast.expenses.inputs import NewClaim, Said
from naast.expenses.models import Claim
from naast.expenses.queries import mine as queries
from naast.expenses.services import claims
from naast.expenses.services.declaring import declare
from naast.expenses.services.moves import move
from naast.expenses.states import COUNTING, WITHDRAW, ClaimState
from tests.conftest import Cast
from tests.costing import (
    A_DAY,
    bea,
    bill,
    claimed,
    declared,
    finance,
    fixed_amounts,
    flat,
    gift,
    in_programme,
    ride,
)
from tests.factories import actor_of

pytestmark = pytest.mark.django_db
DAY, YEAR, MOST_KM = 4402, 176_083, 2_000_000
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("flat"), st.integers(0, 1), st.sampled_from([2201, 4402])),
        st.tuples(st.just("flat"), st.integers(0, 1), st.just(4402)),
        st.tuples(st.just("ride"), st.integers(0, 1), st.sampled_from([900, 1100])),
        st.tuples(st.just("withdraw"), st.integers(0, 9), st.just(0)),
        st.tuples(st.just("correct"), st.integers(0, 9), st.just(0)),
    ),
    min_size=3,
    max_size=10,
)
LOOSE = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def corrected(row: Claim) -> Claim:
    """What was paid is taken back by a line below zero."""
    Claim.objects.filter(pk=row.pk).update(state=ClaimState.PAID, paid_on=clock.today())
    fields = {"cost_year": row.cost_year, "kind": row.kind, "day": row.day, "vehicle": row.vehicle}
    made: Claim = Claim.objects.create(
        organisation_id=row.organisation_id,
        programme_id=row.programme_id,
        cents=-row.cents,
        km=None if row.km is None else -row.km,
        state=ClaimState.APPROVED,
        reverses=row,
        **fields,
    )
    return made


def standing() -> list[Claim]:
    """The claims that hold their place and are not corrected."""
    rows = Claim.objects.filter(state__in=COUNTING, reverses__isnull=True)
    return list(rows.filter(reversed_by__isnull=True).order_by("id"))


def sums() -> tuple[dict[date, int], int, int]:
    """Cents of fixed amounts a day and in the year, and kilometres, from the rows."""
    days: dict[date, int] = defaultdict(int)
    km = 0
    for row in standing():
        if row.kind == "flat":
            days[row.day] += row.cents
        km += row.km or 0
    return days, sum(days.values()), km


def try_step(cast: Cast, step: tuple[str, int, int], elsewhere: int) -> None:
    """Take one step; a claim is refused if and only if there is no room for it."""
    what, number, amount = step
    rows, had_flat = standing(), Claim.objects.filter(kind="flat", state__in=COUNTING).exists()
    if what in {"withdraw", "correct"}:
        if rows:
            row = rows[number % len(rows)]
            if what == "correct":
                corrected(row)
            else:
                move(actor=cast.actor("bea"), claim=row, step=WITHDRAW)
        return
    day = A_DAY + timedelta(days=number)
    days, total, km = sums()
    if what == "flat":
        new = flat(amount, day)
        has_room = days[day] + amount <= DAY and elsewhere + total + amount <= YEAR
    else:
        new = ride(amount, day)
        has_room = not (had_flat or elsewhere) or km + amount * 1000 <= MOST_KM
    try:
        claimed(cast, new)
    except NotPayable:
        assert not has_room, step
    else:
        assert has_room, step


@pytest.mark.covers("S1-44")
@LOOSE
@example(
    steps=[
        ("flat", 0, 4402),
        ("flat", 1, 4402),
        ("correct", 0, 0),
        ("flat", 1, 4402),
        ("flat", 0, 4402),
    ],
    elsewhere=0,
)
@given(steps=STEPS, elsewhere=st.sampled_from([0, YEAR - 9000]))
def test_a_year_never_passes_its_ceilings_and_refuses_nothing_else(
    cast: Cast, steps: list[tuple[str, int, int]], elsewhere: int
) -> None:
    point = transaction.savepoint()
    declared(cast, has_others=bool(elsewhere), other_flat=elsewhere)
    for step in steps:
        try_step(cast, step, elsewhere)
    days, total, _km = sums()
    assert all(cents <= DAY for cents in days.values())
    assert elsewhere + total <= YEAR
    transaction.savepoint_rollback(point)


def test_a_correction_frees_the_day_of_its_own_claim_and_no_other(cast: Cast) -> None:
    first = claimed(cast, flat(4402))
    claimed(cast, flat(4402, A_DAY + timedelta(days=1)))
    corrected(first)
    with pytest.raises(NotPayable):
        claimed(cast, flat(4402, A_DAY + timedelta(days=1)))
    assert claimed(cast, flat(4402)).cents == 4402


def test_in_the_netherlands_a_correction_frees_its_own_month(cast: Cast) -> None:
    cast.here.country = "NL"
    cast.here.save()
    january = date(2026, 1, 12)
    first = claimed(cast, flat(20_000, january, hours=40_000))
    claimed(cast, flat(20_000, hours=40_000))
    corrected(first)
    with pytest.raises(NotPayable):
        claimed(cast, flat(20_000, hours=40_000))
    assert claimed(cast, flat(20_000, january, hours=40_000)).cents == 20_000


def test_a_fixed_amount_belongs_to_a_programme(cast: Cast) -> None:
    fixed_amounts(cast)
    declared(cast)
    for actor in (cast.actor("bea"), actor_of(finance(cast))):
        with pytest.raises(NotPayable):
            claims.claim(actor=actor, person=bea(cast), new=flat())
    assert claims.claim(actor=actor, person=bea(cast), new=in_programme(cast, flat())).cents == 4000


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (flat(), Said(has_others=True, other_flat=YEAR)),
        (flat(), Said(has_others=True, other_real=True)),
        (bill(), Said(has_others=True, other_flat=1000)),
        (ride(100), Said(has_others=True, other_flat=1000, other_km=1_950_000)),
    ],
)
def test_what_no_longer_fits_after_another_declaration_is_told_with_what_to_do(
    cast: Cast, new: NewClaim, said: Said
) -> None:
    row = claimed(cast, new)
    actor = cast.actor("bea")

    def told() -> list[object]:
        year = queries.my_year(actor, cast.here, day=A_DAY)
        assert year is not None
        return list(year.beyond)

    assert told() == []
    declare(actor=actor, person=bea(cast), year=2026, said=said)
    assert len(told()) == 1
    move(actor=actor, claim=row, step=WITHDRAW)
    assert told() == []


def test_a_gift_is_neither_asked_nor_paid(cast: Cast) -> None:
    claimed(cast, ride(10))
    gift(cast)
    year = queries.my_year(cast.actor("bea"), cast.here, day=A_DAY)
    assert year is not None
    assert (year.asked, year.paid) == (433, 0)
