"""Who reads of a task that shifted and whose view is asked: what test_policies does not say, line by line."""

from dataclasses import replace

from naast.companionship.models import MatchState
from naast.organisations.models import Function
from naast.shifting.models import ShiftView
from naast.shifting.policies import shifts, work
from tests.companionship.pair import pair
from tests.conftest import Cast
from tests.eyes import also, night, only
from tests.factories import actor_of, member

Side = ShiftView.Side


def test_a_living_match_is_known_to_who_is_in_it_and_who_answers_for_it(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    both = also(cast.actor("bea"), Function.PROFESSIONAL)
    for reader in (cast.actor("bea"), cast.actor("nele"), both):
        assert shifts.matches_of(reader).get() == match
    other = actor_of(member(cast.here, Function.PROFESSIONAL, name="Otto Ander"))
    for reader in (cast.actor("piet"), cast.actor("chris"), other):
        assert not shifts.matches_of(reader).exists()
    match.state = MatchState.ENDED
    match.save()
    for reader in (cast.actor("bea"), cast.actor("nele"), both):
        assert not shifts.matches_of(reader).exists()


def test_whose_view_somebody_gives(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    assert shifts.side_of(cast.actor("bea"), match) == Side.VOLUNTEER
    assert shifts.side_of(cast.actor("nele"), match) == Side.PROFESSIONAL
    assert shifts.side_of(only(cast.actor("nele"), Function.COACH), match) == Side.PROFESSIONAL
    assert shifts.side_of(cast.actor("amal"), match) is None
    assert shifts.side_of(cast.actor("piet"), match) is None
    assert shifts.side_of(only(cast.actor("bea"), Function.BOARD), match) is None
    assert shifts.side_of(only(cast.actor("piet"), Function.VOLUNTEER), match) is None


def test_a_new_task_is_put_forward_by_a_coordinator_outside_a_living_match(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    assert shifts.can_add(cast.actor("amal"), match)
    assert shifts.can_add(night(cast), match)
    assert not shifts.can_add(also(cast.actor("bea"), Function.COORDINATOR), match)
    for name in ("bea", "nele", "piet", "chris"):
        assert not shifts.can_add(cast.actor(name), match)
    match.state = MatchState.ENDED
    assert not shifts.can_add(cast.actor("amal"), match)


def test_professionals_tell_what_they_do_of_running_programmes(cast: Cast) -> None:
    assert work.can_tell(cast.actor("nele"))
    assert not work.can_tell(cast.actor("amal"))
    assert not work.can_tell(replace(cast.actor("nele"), membership_id=None))
