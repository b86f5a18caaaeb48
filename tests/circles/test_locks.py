"""Circles touched twice at the same moment."""

from functools import partial

import pytest

from naast.circles.services import passages, people
from naast.circles.states import CircleState
from naast.messaging.models import Message
from tests.at_once import at_once, refused
from tests.circling import circle_of, engage, passage_of, place_for, weekly_circle
from tests.conftest import Cast
from tests.factories import VolunteerFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_the_last_place_is_given_once(cast: Cast) -> None:
    circle = circle_of(cast, state=CircleState.FORMING)
    for _number in range(5):
        place_for(circle)
    amal = cast.actor("amal")
    calls = []
    for _number in range(2):
        person = VolunteerFactory(organisation=cast.here).person
        engage(circle, person)
        calls.append(
            partial(people.add_volunteer, actor=amal, circle_id=circle.pk, person_id=person.pk)
        )
    assert refused(at_once(*calls)) == 1
    assert circle.inner.count() == 6


def test_what_is_released_twice_at_once_is_told_once(cast: Cast) -> None:
    passage = passage_of(weekly_circle(cast))
    release = partial(passages.release_passage, actor=cast.actor("amal"), passage_id=passage.pk)
    assert refused(at_once(release, release)) == 1
    assert Message.objects.filter(user=cast.nele.user).count() == 1


def test_a_yes_that_is_taken_back_at_that_moment_keeps_it_inside_or_comes_after(
    cast: Cast,
) -> None:
    circle = weekly_circle(cast)
    passage = passage_of(circle)
    take_back = partial(
        people.take_back_sharing,
        actor=cast.actor("piet"),
        circle_id=circle.pk,
        outer_id=circle.outer.get().pk,
    )
    release = partial(passages.release_passage, actor=cast.actor("amal"), passage_id=passage.pk)
    refusals = refused(at_once(take_back, release))
    passage.refresh_from_db()
    # Either the yes was gone first and nothing passed, or it passed while the yes still held.
    assert (refusals, passage.released_at is None) in {(1, True), (0, False)}
