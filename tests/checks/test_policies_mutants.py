"""Who reads the register of the free insurance: line by line."""

from naast.checks.policies import insurance
from tests.checking import ActivityFactory
from tests.conftest import Cast
from tests.eyes import night


def test_activities_under_the_free_insurance_stay_in_their_house(cast: Cast) -> None:
    here = ActivityFactory(organisation=cast.here)
    there = ActivityFactory(organisation=cast.elsewhere)
    for reader in (cast.actor("amal"), night(cast)):
        assert insurance.activities_visible_to(reader).get() == here
        assert insurance.can_keep(reader)
    assert insurance.activities_visible_to(cast.actor("chris")).get() == there
    for name in ("nele", "bea", "piet"):
        assert not insurance.activities_visible_to(cast.actor(name)).exists()
        assert not insurance.can_keep(cast.actor(name))
