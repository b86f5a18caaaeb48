"""What the desk of finance says of ceilings and of last year's list."""

from datetime import date, datetime, timedelta

import pytest
from time_machine import TimeMachineFixture

from naast.core import clock
from naast.core.attention import Urgency
from naast.expenses.models import Claim, CostYear
from naast.expenses.states import ClaimState
from naast.organisations.actors import Actor
from naast.statements import attention
from naast.statements.services import nightly
from tests.conftest import Cast
from tests.costing import finance
from tests.factories import actor_of
from tests.statements.rows import a_year, another, line, told

LAST_NIGHT = "2026-03-20T03:00:00+01:00"


@pytest.fixture(autouse=True)
def spring(time_machine: TimeMachineFixture) -> None:
    """A night in March 2026."""
    time_machine.move_to(LAST_NIGHT, tick=False)


def kinds(actor: Actor) -> list[str]:
    """What stands on this desk."""
    now = clock.now()
    there = {name for name, rows in attention.signs(actor, now=now).items() if rows.exists()}
    return [item.kind for item in attention.items(actor, now=now, there=there)]


def night(now: datetime | None = None) -> int:
    """The night of this room."""
    return nightly.run(now or clock.now())["years near a ceiling"]


def test_the_night_marks_since_when_somebody_nears_a_ceiling(cast: Cast) -> None:
    year = a_year(cast)
    line(year, cents=150000)
    assert (night(), night()) == (1, 0)
    year.refresh_from_db()
    assert year.nears_since == date(2026, 3, 20)
    assert night(clock.now() + timedelta(days=3)) == 0
    year.refresh_from_db()
    assert year.nears_since == date(2026, 3, 20)


def test_the_mark_goes_when_the_total_does(cast: Cast) -> None:
    claim = line(a_year(cast), cents=150000, state=ClaimState.SENT)
    night()
    Claim.objects.filter(pk=claim.pk).update(state=ClaimState.WITHDRAWN)
    assert night() == 1
    assert CostYear.objects.get().nears_since is None


def test_finance_finds_on_the_desk_who_nears_a_ceiling_through_another_organisation(
    cast: Cast,
) -> None:
    told(a_year(cast), has_others=True, other_flat=150000)
    night()
    who = actor_of(finance(cast))
    assert kinds(who) == [attention.NEAR]
    [item] = attention.items(who, now=clock.now())
    assert item.name == "Bea Buddy"
    assert item.url.endswith("/costs/year/2026/near/")
    assert not any(sign.isdigit() for sign in str(item.sentence))


def test_however_many_near_a_ceiling_they_are_one_line_that_grows_calm(cast: Cast) -> None:
    who = actor_of(finance(cast))
    for year in (a_year(cast), another(cast), another(cast)):
        line(year, cents=150000)
    night()
    [item] = attention.items(who, now=clock.now())
    assert "3" in str(item.sentence)
    assert "Bea" not in item.name + str(item.sentence)
    assert item.urgency == Urgency.THIS_WEEK
    later = clock.now() + timedelta(days=14)
    [item] = attention.items(who, now=later)
    assert item.urgency == Urgency.GOOD_TO_KNOW
    line(another(cast), cents=150000)
    night(later)
    [item] = attention.items(who, now=later)
    assert (item.urgency, clock.morning(date(2026, 4, 3))) == (Urgency.THIS_WEEK, item.since)


def test_who_is_no_longer_near_is_off_the_desk_before_the_next_night(cast: Cast) -> None:
    claim = line(a_year(cast), cents=150000, state=ClaimState.SENT)
    night()
    Claim.objects.filter(pk=claim.pk).update(state=ClaimState.WITHDRAWN)
    assert kinds(actor_of(finance(cast))) == []


def test_last_years_claims_that_wait_are_one_line(cast: Cast) -> None:
    last = a_year(cast, 2025)
    line(last, state=ClaimState.APPROVED, day=date(2025, 12, 30))
    line(last, state=ClaimState.SENT, day=date(2025, 12, 31))
    line(last, day=date(2025, 12, 31))
    who = actor_of(finance(cast))
    assert kinds(who) == [attention.OPEN_YEAR]
    [item] = attention.items(who, now=clock.now())
    assert "2" in str(item.sentence)
    Claim.objects.filter(state__in=[ClaimState.SENT, ClaimState.APPROVED]).update(
        state=ClaimState.WITHDRAWN
    )
    assert kinds(who) == []


@pytest.mark.covers("S2-17")
@pytest.mark.parametrize("name", ["amal", "bea", "nele", "piet", "chris"])
def test_no_other_desk_says_anything_of_costs(cast: Cast, name: str) -> None:
    line(a_year(cast), cents=150000)
    line(a_year(cast, 2025), state=ClaimState.SENT)
    night()
    assert kinds(cast.actor(name)) == []
