"""What the day costs: one look at what exists, and no reading of what does not."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.companionship.models import CallBack, MatchState
from naast.core import clock
from naast.desk import attention, setup_guide
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from tests.agreeing import AboutUsFactory, DocumentFactory, VersionFactory
from tests.checking import PolicyFactory
from tests.conftest import Cast
from tests.factories import EngagementFactory, MatchFactory, actor_of, member

# Session, user and membership come on top: twelve for the page.
QUIET_DAY = 9


def _cost(actor: Actor) -> int:
    with CaptureQueriesContext(connection) as captured:
        attention.day_of(actor, now=clock.now())
    return len(captured)


def _call(cast: Cast) -> None:
    CallBack.objects.create(
        organisation=cast.here, person_id=cast.bea.person_id, kind="talk", promised_on=clock.today()
    )


def test_a_quiet_day_is_cheap(cast: Cast) -> None:
    assert _cost(cast.actor("amal")) <= QUIET_DAY


def test_one_kind_costs_one_query_and_three_of_it_no_more(cast: Cast) -> None:
    actor = cast.actor("amal")
    quiet = _cost(actor)
    _call(cast)
    one = _cost(actor)
    _call(cast)
    _call(cast)
    assert one == quiet + 1
    assert _cost(actor) == one


def test_every_sign_belongs_to_the_own_organisation(cast: Cast) -> None:
    """What Chris has elsewhere is never seen as existing here."""
    _call(cast)
    MatchFactory(organisation=cast.here, state=MatchState.RUNNING, coach=None)
    names = attention._what_exists(cast.actor("amal"), clock.now())
    assert {"call-backs", "match.unbacked", attention.MATCHED} <= names
    assert attention._what_exists(cast.actor("chris"), clock.now()) == frozenset()


def test_items_without_looking_first_are_the_same(cast: Cast) -> None:
    _call(cast)
    MatchFactory(
        organisation=cast.here,
        state=MatchState.RUNNING,
        coach=None,
        last_visit_on=clock.today() - timedelta(days=300),
    )
    actor, now = cast.actor("amal"), clock.now()
    there = attention._what_exists(actor, now)
    for source in attention.SOURCES:
        assert source.items(actor, now=now, there=there) == source.items(actor, now=now)


@pytest.mark.parametrize(("number", "words"), [(2, " 2 "), (52, " 50 ")])
def test_untested_people_are_counted_up_to_a_number(cast: Cast, number: int, words: str) -> None:
    first = EngagementFactory(organisation=cast.here)
    for _ in range(number - 1):
        EngagementFactory(organisation=cast.here, programme=first.programme)
    day = attention.day_of(cast.actor("amal"), now=clock.now(), everything=True)
    items = [item for group in day.groups for item in group.items]
    (item,) = [each for each in items if each.kind == "programmes.untested"]
    assert words in str(item.sentence)


def test_the_guide_is_there_until_the_first_match_and_costs_one_query(cast: Cast) -> None:
    actor = cast.actor("amal")
    assert attention.day_of(actor, now=clock.now()).is_new_here
    with CaptureQueriesContext(connection) as captured:
        steps = setup_guide.steps(actor)
    assert len(captured) == 1
    assert not steps[-1].is_done
    MatchFactory(organisation=cast.here)
    assert not attention.day_of(actor, now=clock.now()).is_new_here
    assert setup_guide.steps(actor)[-1].is_done


def test_the_guide_ticks_the_first_text_and_the_insurance(cast: Cast) -> None:
    actor = cast.actor("amal")
    assert [step.is_done for step in setup_guide.steps(actor)[2:4]] == [False, False]
    VersionFactory(document=DocumentFactory(organisation=cast.here))
    AboutUsFactory(organisation=cast.here)
    PolicyFactory(organisation=cast.here)
    assert [step.is_done for step in setup_guide.steps(actor)[2:4]] == [True, True]


def test_a_second_colleague_ticks_the_step(cast: Cast) -> None:
    chris = cast.actor("chris")
    before = setup_guide.steps(chris)[1].is_done
    member(cast.chris.organisation, Function.COORDINATOR, name="Dirk")
    assert (before, setup_guide.steps(chris)[1].is_done) == (False, True)
    assert actor_of(cast.amal).organisation_id != chris.organisation_id
