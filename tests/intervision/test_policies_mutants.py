"""Which evenings somebody knows of: two groups side by side."""

from naast.intervision.policies import evenings
from tests.conftest import Cast
from tests.eyes import night
from tests.meeting_evenings import EveningFactory, SeriesFactory, group_of


def test_an_evening_is_known_to_its_own_group_and_coordinators(cast: Cast) -> None:
    own = EveningFactory(series=group_of(cast))
    other = EveningFactory(series=SeriesFactory(organisation=cast.here))
    EveningFactory(series=SeriesFactory(organisation=cast.elsewhere))
    for reader in (cast.actor("amal"), night(cast)):
        assert set(evenings.visible_to(reader)) == {own, other}
    for name in ("bea", "nele"):
        assert set(evenings.visible_to(cast.actor(name))) == {own}
        assert set(evenings.own(cast.actor(name))) == {own}
    assert not evenings.visible_to(cast.actor("piet")).exists()
    assert not evenings.own(cast.actor("piet")).exists()
