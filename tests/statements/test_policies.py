"""Who reads the years of costs: finance of the house all of them, a volunteer their own, nobody else (S2-17)."""

import pytest

from naast.organisations.models import Function
from naast.statements.policies import years as policies
from tests.conftest import Cast
from tests.costing import claimed, declared, finance
from tests.factories import VolunteerFactory, actor_of, member

pytestmark = pytest.mark.django_db


@pytest.mark.covers("S2-17")
def test_years_are_read_by_finance_and_by_their_volunteer_alone(cast: Cast) -> None:
    declared(cast)
    claim = claimed(cast)
    everybody = actor_of(finance(cast))
    assert policies.visible_to(everybody).get() == claim.cost_year
    assert policies.claims_visible_to(everybody).get() == claim
    assert policies.own_of(cast.actor("bea")).get() == claim.cost_year

    other = member(cast.here, Function.VOLUNTEER, name="Vic Anders")
    VolunteerFactory(
        organisation=cast.here, person_id=other.person_id, person=None, sort_name="anders vic"
    )
    for actor in (
        actor_of(other),
        *(cast.actor(name) for name in ("amal", "nele", "piet", "chris")),
    ):
        assert not policies.visible_to(actor)
        assert not policies.claims_visible_to(actor)
        assert not policies.own_of(actor)
    assert not policies.visible_to(cast.actor("bea"))
    assert not policies.own_of(everybody)
