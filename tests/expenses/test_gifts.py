"""Gifts: a list of their own, that counts in the Netherlands and not in Belgium."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed
from naast.expenses.errors import NotPayable
from naast.expenses.inputs import NewGift
from naast.expenses.models import Claim
from naast.expenses.policies import gifts as policy
from naast.expenses.queries import gifts as queries
from naast.expenses.services import gifts
from naast.expenses.states import TO_LOOK_AT, ClaimState
from tests.conftest import Cast
from tests.costing import A_DAY, bea, claimed, finance, flat, gift
from tests.factories import actor_of

BOOK = NewGift(day=A_DAY, cents=2000, what="Een boek")


def dutch(cast: Cast) -> None:
    """The house of the cast lies in the Netherlands."""
    cast.here.country = "NL"
    cast.here.save(update_fields=["country"])


@pytest.mark.covers("S2-17")
def test_a_gift_in_belgium_stands_in_the_list_and_counts_for_nothing(cast: Cast) -> None:
    given = gift(cast, cents=5000)
    assert (given.state, given.paid_on, given.warnings) == (ClaimState.PAID, A_DAY, [])
    assert not Claim.objects.filter(state__in=TO_LOOK_AT).exists()
    assert claimed(cast, flat(4402)).cents == 4402


def test_a_gift_in_the_netherlands_counts_for_the_month(cast: Cast) -> None:
    dutch(cast)
    claimed(cast, flat(20000, hours=40_000))
    assert "gift_counts" in gift(cast, cents=500).warnings
    with pytest.raises(NotPayable):
        gift(cast, cents=2000)
    assert queries.total_of(actor_of(finance(cast, "Fran")), year=2026) == 500


def test_a_gift_that_was_a_mistake_frees_its_place_once(cast: Cast) -> None:
    dutch(cast)
    claimed(cast, flat(20000, hours=40_000))
    first, fay = gift(cast, cents=900), actor_of(finance(cast, "Fran"))
    back = gifts.take_back(actor=fay, gift_id=first.pk)
    assert (back.cents, back.reverses_id) == (-900, first.pk)
    with pytest.raises(NotAllowed):
        gifts.take_back(actor=fay, gift_id=first.pk)
    with pytest.raises(NotAllowed):
        gifts.take_back(actor=fay, gift_id=back.pk)
    gift(cast, cents=1000)
    assert queries.total_of(fay, year=2026) == 1000


def test_a_gift_of_tomorrow_is_not_given_yet(cast: Cast) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    new = NewGift(day=tomorrow, cents=2000, what="Een boek")
    with pytest.raises(Incomplete):
        gifts.give(actor=actor_of(finance(cast)), person=bea(cast), new=new)


def test_a_gift_of_a_year_that_no_list_shows_any_more_is_asked_again(cast: Cast) -> None:
    fay, last = actor_of(finance(cast)), clock.today().year - 1
    with pytest.raises(Incomplete) as wrong:
        gifts.give(actor=fay, person=bea(cast), new=replace(BOOK, day=date(last - 1, 12, 31)))
    assert set(wrong.value.fields) == {"day"}
    first = gifts.give(actor=fay, person=bea(cast), new=replace(BOOK, day=date(last, 1, 1)))
    assert first.cost_year.year == last


def test_a_gift_that_is_written_down_with_two_taps_is_one_gift(cast: Cast) -> None:
    fay = actor_of(finance(cast))
    first, again = (gifts.give(actor=fay, person=bea(cast), new=BOOK) for _tap in "ab")
    assert first == again
    assert gifts.give(actor=fay, person=bea(cast), new=replace(BOOK, what="Nog een")) != first
    Claim.objects.update(created_at=clock.now() - timedelta(minutes=5))
    assert gifts.give(actor=fay, person=bea(cast), new=BOOK) != first


def test_only_finance_keeps_the_list_and_nobody_gives_themselves_something(cast: Cast) -> None:
    kept = gift(cast)
    for name in ("amal", "nele", "bea", "piet", "chris"):
        actor = cast.actor(name)
        with pytest.raises(NotAllowed):
            gifts.give(actor=actor, person=bea(cast), new=BOOK)
        with pytest.raises(Claim.DoesNotExist):
            gifts.take_back(actor=actor, gift_id=kept.pk)
        assert not policy.visible_to(actor).exists()
        assert queries.get_gift(actor, kept.pk) is None
    own = replace(actor_of(finance(cast, "Bea zelf")), person_id=bea(cast).pk)
    with pytest.raises(NotAllowed):
        gifts.give(actor=own, person=bea(cast), new=BOOK)


def test_what_is_no_gift_does_not_come_off_this_list(cast: Cast) -> None:
    asked = claimed(cast)
    fay = actor_of(finance(cast))
    assert not policy.can_take_back(fay, asked)
    with pytest.raises(Claim.DoesNotExist):
        gifts.take_back(actor=fay, gift_id=asked.pk)


def test_the_list_is_of_one_calendar_year(cast: Cast) -> None:
    gift(cast)
    gift(cast, day=date(2025, 12, 6))
    fay = actor_of(finance(cast, "Fran"))
    assert [row.day for row in queries.listed(fay, year=2025)] == [date(2025, 12, 6)]
    assert queries.total_of(fay, year=2024) == 0
