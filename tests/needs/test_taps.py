"""Two taps are one row: what counts by theme does not grow with a slow network."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from naast.core import clock
from naast.needs.inputs import NeedInput
from naast.needs.models import Carer, Favour, Limit, Need, Obstacle, PolicySignal
from naast.needs.services import obstacles
from naast.needs.services.register import note_need
from naast.needs.states import Theme
from naast.organisations.models import Function
from tests.conftest import Cast
from tests.factories import actor_of, member
from tests.needing import carer_of, favour_of, hindrance, limit_of, match_of, policy_of


def written(cast: Cast, words: str = "Geen bus na zes uur.") -> Need:
    """Amal writes down a need that somebody told by phone."""
    given = NeedInput(theme=Theme.TRANSPORT, words=words)
    return note_need(actor=cast.actor("amal"), given=given)


def test_a_need_written_down_twice_at_once_counts_once(cast: Cast) -> None:
    first = written(cast)
    assert written(cast, " Geen bus na zes uur. ") == first
    assert written(cast, "Geen trein op zondag.") != first
    Need.objects.filter(pk=first.pk).update(created_at=clock.now() - timedelta(minutes=11))
    assert written(cast) != first


def test_without_words_the_next_call_counts_as_well(cast: Cast) -> None:
    assert written(cast, "") != written(cast, "")


def test_the_same_words_of_a_colleague_are_another_need(cast: Cast) -> None:
    kim = actor_of(member(cast.here, Function.COORDINATOR, name="Kim"))
    given = NeedInput(theme=Theme.TRANSPORT, words="Geen bus na zes uur.")
    assert written(cast) != note_need(actor=kim, given=given)


def _obstacle(cast: Cast) -> Obstacle:
    return obstacles.note_obstacle(actor=cast.actor("amal"), given=hindrance())


@pytest.mark.parametrize("write", [carer_of, policy_of, _obstacle])
def test_what_is_sent_twice_stands_there_once(cast: Cast, write: Callable[[Cast], object]) -> None:
    assert write(cast) == write(cast)


def test_what_is_told_of_a_match_twice_stands_there_once(cast: Cast) -> None:
    match = match_of(cast)
    assert limit_of(cast, match) == limit_of(cast, match)
    assert favour_of(cast, match) == favour_of(cast, match)
    assert limit_of(cast, match, reason="limit_money") != limit_of(cast, match)
    counts = [model._default_manager.count() for model in (Limit, Favour, Carer, PolicySignal)]
    assert counts == [2, 1, 0, 0]
