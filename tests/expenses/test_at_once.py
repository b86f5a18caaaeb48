"""Two things asked at the same moment, each on a connection of its own."""

from datetime import timedelta
from functools import partial

import pytest

from naast.expenses.errors import NotPayable
from naast.expenses.models import Claim, CostYear
from naast.expenses.services import claims, own
from naast.expenses.states import ClaimState
from tests.at_once import at_once, refused
from tests.conftest import Cast
from tests.costing import A_DAY, asked_back, bea, bill, declared, fixed_amounts, flat, in_programme
from tests.expenses.test_own import beside, rides, visit

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.mark.covers("S1-44")
def test_two_claims_at_once_do_not_pass_the_ceiling_of_a_day_together(cast: Cast) -> None:
    fixed_amounts(cast)
    declared(cast)
    ask = partial(
        claims.claim, actor=cast.actor("bea"), person=bea(cast), new=in_programme(cast, flat(3000))
    )
    results = at_once(ask, ask)
    assert [type(result) for result in results if not isinstance(result, Claim)] == [NotPayable]
    assert sum(Claim.objects.values_list("cents", flat=True)) == 3000


def test_two_claims_at_once_do_not_pass_the_ceiling_of_a_year_together(cast: Cast) -> None:
    fixed_amounts(cast)
    declared(cast, has_others=True, other_flat=176_083 - 5000)
    days = (A_DAY, A_DAY + timedelta(days=1))
    asks = [
        partial(
            claims.claim,
            actor=cast.actor("bea"),
            person=bea(cast),
            new=in_programme(cast, flat(3000, day)),
        )
        for day in days
    ]
    assert refused(at_once(*asks)) == 1
    assert Claim.objects.count() == 1


def test_a_bill_and_a_fixed_amount_at_once_are_one_way_of_the_year(cast: Cast) -> None:
    fixed_amounts(cast)
    declared(cast)
    asks = [
        partial(claims.claim, actor=cast.actor("bea"), person=bea(cast), new=new)
        for new in (in_programme(cast, flat()), bill())
    ]
    assert refused(at_once(*asks)) == 1


def test_the_first_two_claims_of_a_year_make_one_year(cast: Cast) -> None:
    cast.here.country = "NL"
    cast.here.save()
    asks = [
        partial(claims.claim, actor=cast.actor("bea"), person=bea(cast), new=bill(cents))
        for cents in (100, 200)
    ]
    assert refused(at_once(*asks)) == 0
    assert CostYear.objects.count() == 1


def test_a_visit_sent_from_two_phones_at_once_is_one_claim(cast: Cast) -> None:
    declared(cast)
    ask = partial(own.ask_rides, actor=cast.actor("bea"), rides=rides(visit(beside(cast))))
    assert refused(at_once(ask, ask)) == 1
    assert Claim.objects.count() == 1


def test_answered_and_taken_back_at_once_is_taken_back_whichever_came_first(cast: Cast) -> None:
    row = asked_back(cast)
    actor = cast.actor("bea")
    results = at_once(
        partial(own.take_back, actor=actor, claim_id=row.pk),
        partial(own.answer, actor=actor, claim_id=row.pk, words="Naar het station"),
    )
    row.refresh_from_db()
    assert refused(results[:1]) == 0
    assert refused(results) <= 1  # an answer that comes second finds nothing that is asked
    assert row.state == ClaimState.WITHDRAWN
