"""A volunteer meets their own costs alone: what another volunteer of the same house asked back is not there."""

import pytest
from django.test import Client

from naast.core import clock
from naast.desk.homes import VOLUNTEER
from naast.expenses import home
from naast.expenses.models import Claim
from naast.expenses.queries import mine
from naast.expenses.services import own
from naast.organisations.models import Function, Membership
from tests.conftest import Cast
from tests.costing import A_DAY, asked_back, bea, claimed, declared, ride
from tests.factories import VolunteerFactory, actor_of, member

pytestmark = pytest.mark.django_db


@pytest.fixture
def vic(cast: Cast) -> Membership:
    """Another volunteer of this house."""
    found = member(cast.here, Function.VOLUNTEER, name="Vic Anders")
    VolunteerFactory(
        organisation=cast.here, person_id=found.person_id, person=None, sort_name="anders vic"
    )
    return found


@pytest.mark.covers("S2-17")
def test_another_volunteer_neither_reads_nor_answers_nor_takes_back(
    cast: Cast, vic: Membership
) -> None:
    row, actor = asked_back(cast), actor_of(vic)
    assert mine.my_claim(actor, row.pk) is None
    with pytest.raises(Claim.DoesNotExist):
        own.answer(actor=actor, claim_id=row.pk, words="Naar het station")
    with pytest.raises(Claim.DoesNotExist):
        own.take_back(actor=actor, claim_id=row.pk)
    row.refresh_from_db()
    assert row.state == "asked_back"


def test_no_page_and_no_home_of_another_volunteer_knows_of_it(cast: Cast, vic: Membership) -> None:
    row, client = asked_back(cast), Client()
    client.force_login(vic.user)
    assert home.asks(cast.actor("bea"), VOLUNTEER, now=clock.now())
    assert not home.asks(actor_of(vic), VOLUNTEER, now=clock.now())
    for page in ("", "answer/", "proof.jpg"):
        assert client.get(cast.url(f"mine/costs/{row.pk}/{page}")).status_code == 404
    assert str(row.pk) not in client.get(cast.url("mine/costs/")).content.decode()


def test_the_last_ride_and_the_trips_are_ones_own(cast: Cast, vic: Membership) -> None:
    declared(cast)
    row, actor = claimed(cast, ride()), actor_of(vic)
    assert mine.last_ride(cast.actor("bea")) == row
    assert mine.last_ride(actor) is None
    assert not mine.trips(actor, year=A_DAY.year, month=None)
    assert mine.years_with_trips(actor) == []
    assert row.cost_year.person == bea(cast)
