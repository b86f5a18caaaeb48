"""A claim comes in: the law of the day says whether it may be paid, and nothing is written when it may not."""

from datetime import date, timedelta

import pytest

from naast.core.errors import NotAllowed
from naast.expenses.errors import DeclareFirst, NotPayable
from naast.expenses.models import Claim
from naast.expenses.services import claims
from naast.rates.models import Figure, OwnRate
from tests.conftest import Cast
from tests.costing import A_DAY, bea, bill, claimed, declared, finance, flat, ride
from tests.factories import actor_of


def test_kilometres_bring_the_rate_of_their_day(cast: Cast) -> None:
    assert claimed(cast, ride(10)).cents == 433  # 10 x 0.4326, rounded half up
    assert claimed(cast, ride(10, date(2025, 11, 3))).cents == 431


def test_two_fixed_amounts_on_one_day_stay_under_its_ceiling(cast: Cast) -> None:
    claimed(cast, flat(4000))
    with pytest.raises(NotPayable, match=r"44[.,]02"):
        claimed(cast, flat(403))
    assert claimed(cast, flat(402)).cents == 402
    assert Claim.objects.count() == 2


def test_what_others_pay_counts_for_the_year(cast: Cast) -> None:
    declared(cast, has_others=True, other_flat=176083 - 1000)
    with pytest.raises(NotPayable, match=r"1.?760[.,]83"):
        claimed(cast, flat(1001))
    assert claimed(cast, flat(1000)).warnings == ["near_ceiling"]


def test_a_year_that_began_with_bills_has_no_fixed_amounts(cast: Cast) -> None:
    claimed(cast, bill())
    with pytest.raises(NotPayable):
        claimed(cast, flat())
    assert claimed(cast, ride()).kind == "travel"


def test_a_day_without_a_rate_is_told_with_its_period_until_somebody_enters_one(cast: Cast) -> None:
    later = date(2026, 5, 4)
    with pytest.raises(NotPayable, match="2026"):
        claimed(cast, ride(10, later))
    OwnRate.objects.create(
        organisation=cast.here,
        figure=Figure.CAR,
        valid_from=date(2026, 4, 1),
        valid_to=date(2026, 6, 30),
        amounts={"rate": 4300},
        source="A circular that was invented for this test",
    )
    assert claimed(cast, ride(10, later)).cents == 430


def test_a_bill_needs_its_photo(cast: Cast) -> None:
    with pytest.raises(NotPayable):
        claimed(cast, bill(jpeg=None))


def test_in_belgium_one_declares_first(cast: Cast) -> None:
    with pytest.raises(DeclareFirst):
        claims.claim(actor=actor_of(cast.bea), person=bea(cast), new=ride())


def test_finance_may_enter_a_claim_from_paper_and_nobody_else(cast: Cast) -> None:
    declared(cast)
    new = ride()
    assert claims.claim(actor=actor_of(finance(cast)), person=bea(cast), new=new).km == 10_000
    for name in ("amal", "nele", "piet", "chris"):
        with pytest.raises(NotAllowed):
            claims.claim(actor=cast.actor(name), person=bea(cast), new=new)


def test_what_was_claimed_before_holds_its_place_in_the_order_it_came(cast: Cast) -> None:
    for days in range(40):
        claimed(cast, flat(4402, A_DAY + timedelta(days=days)))
    with pytest.raises(NotPayable, match=r"1.?760[.,]83"):
        claimed(cast, flat(4402, A_DAY + timedelta(days=41)))
